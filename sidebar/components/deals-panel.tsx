/** The deals of one stage: who is still here, moved on, was lost; sorted, page by page, and what can be done with them in the sheet. */
import type { DealOrder } from '../../src/addon/contract/deals.ts';
import { useApp } from '../app-context.ts';
import { copyDeals, filterSheet, firstOrder, loadDeals, selectRows } from '../deals.ts';
import { listedStage } from '../state.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { DealRows } from './deal-rows.tsx';
import { StageDetail } from './stage-detail.tsx';
import { Toggle } from './toggle.tsx';

export function DealsPanel() {
	const { state, session, words } = useApp();
	const { t } = words;
	const stage = listedStage(state);
	if (state.deals === null || stage === undefined) return null;
	const { request, list } = state.deals;
	const { part, order } = request;
	const shown = list?.deals.length ?? 0;
	const ask = (change: Partial<typeof request>) => void loadDeals(session, { ...request, offset: 0, ...change });
	const count = (value: number | null) => ` ${words.number(value ?? 0)}`;
	return (
		<>
			{stage.kind === 'open' && (
				<Toggle
					legend={t('parts')}
					value={part}
					onChoose={(chosen) => ask({ part: chosen, order: order === 'age' ? firstOrder(chosen) : order })}
					choices={[
						['still', t('still') + count(stage.still)],
						['movedOn', t('movedOn') + count(stage.movedOn)],
						['lost', t('lostPart') + count(stage.lostHere)],
					]}
				/>
			)}
			<div class="line">
				<span class="gray">
					{list !== null && t('deals', { n: list.total })}
					{list !== null && list.amount !== null && ` · ${words.money(list.amount, list.currency)}`}
				</span>
				<Choice label={t('sort')} isLabelHidden value={order} onChoose={(value) => ask({ order: value as DealOrder })}>
					{stage.kind === 'open' && part === 'still' && <option value="age">{t('byAge')}</option>}
					<option value="amount">{t('byAmount')}</option>
					<option value="name">{t('byName')}</option>
				</Choice>
			</div>
			{list === null ? (
				state.failure === null && <p class="loading gray">{t('loading')}</p>
			) : (
				<DealRows deals={list.deals} />
			)}
			{list !== null && list.total === 0 && <p class="loading gray">{t('noDealsPart')}</p>}
			{list !== null && shown > 0 && shown < list.total && (
				<p class="row">
					<Button class="link" onPress={() => ask({ offset: shown })}>
						{t('more', { n: Math.min(100, list.total - shown) })}
					</Button>
					<span class="gray">{t('shownOf', { shown, n: list.total })}</span>
				</p>
			)}
			{stage.reached !== null && (
				<details class="part">
					<summary>{t('stageFigures')}</summary>
					<StageDetail stage={stage} />
				</details>
			)}
			{list !== null && list.total > 0 && (
				<ActionBar>
					<Button class="action" action="select" onPress={() => void selectRows(session, { ...request, offset: 0 })}>
						{t('selectRows')}
					</Button>
					{part === 'still' && (
						<Button action="filter" onPress={() => void filterSheet(session, stage.id, stage.name)}>
							{t('filterSheet')}
						</Button>
					)}
					<Button action="copy" onPress={() => void copyDeals(session, { ...request, offset: 0 })}>
						{t('copyDeals')}
					</Button>
				</ActionBar>
			)}
		</>
	);
}
