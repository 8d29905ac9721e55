/**
 * The deals of one stage, split into those still there, moved on and lost; sorted and paged, with the actions on them
 * in the sheet.
 */
import type { DealList, DealListRequest, DealOrder } from '../../src/addon/contract/deals.ts';
import type { ReportStage } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { copyDeals, filterSheet, firstOrder, loadDeals, selectRows } from '../deals.ts';
import { listedStage } from '../state.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { DealRows } from './deal-rows.tsx';
import { StageDetail } from './stage-detail.tsx';
import { Toggle } from './toggle.tsx';

/** The list on screen, and the function that requests another one. */
interface Asked {
	stage: ReportStage;
	request: DealListRequest;
	ask: (change: Partial<DealListRequest>) => void;
}

export function DealsPanel() {
	const { state, session, words } = useApp();
	const { t } = words;
	const stage = listedStage(state);
	if (state.deals === null || stage === undefined) return null;
	const { request, list } = state.deals;
	const ask: Asked['ask'] = (change) => void loadDeals(session, { ...request, offset: 0, ...change });
	return (
		<>
			{stage.kind === 'open' && <Parts stage={stage} request={request} ask={ask} />}
			<div class="line">
				<span class="gray">
					{list !== null && t('deals', { n: list.total })}
					{list !== null && list.amount !== null && ` · ${words.money(list.amount, list.currency)}`}
				</span>
				<Order stage={stage} request={request} ask={ask} />
			</div>
			{list === null && state.failure === null && <p class="loading gray">{t('loading')}</p>}
			{list !== null && <Listed list={list} ask={ask} />}
			{stage.reached !== null && (
				<details class="part">
					<summary>{t('stageFigures')}</summary>
					<StageDetail stage={stage} />
				</details>
			)}
			{list !== null && list.total > 0 && <Actions stage={stage} request={request} />}
		</>
	);
}

/** Which part of the stage's bar is listed. */
function Parts({ stage, request: { part, order }, ask }: Asked) {
	const { t, number } = useApp().words;
	const count = (value: number | null) => ` ${number(value ?? 0)}`;
	return (
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
	);
}

function Order({ stage, request: { part, order }, ask }: Asked) {
	const { t } = useApp().words;
	return (
		<Choice label={t('sort')} isLabelHidden value={order} onChoose={(value) => ask({ order: value as DealOrder })}>
			{stage.kind === 'open' && part === 'still' && <option value="age">{t('byAge')}</option>}
			<option value="amount">{t('byAmount')}</option>
			<option value="name">{t('byName')}</option>
		</Choice>
	);
}

function Listed({ list: { deals, total }, ask }: { list: DealList; ask: Asked['ask'] }) {
	const { t } = useApp().words;
	const shown = deals.length;
	return (
		<>
			<DealRows deals={deals} />
			{total === 0 && <p class="loading gray">{t('noDealsPart')}</p>}
			{shown > 0 && shown < total && (
				<p class="row">
					<Button class="link" onPress={() => ask({ offset: shown })}>
						{t('more', { n: Math.min(100, total - shown) })}
					</Button>
					<span class="gray">{t('shownOf', { shown, n: total })}</span>
				</p>
			)}
		</>
	);
}

/** What can be done with the deals in the sheet. */
function Actions({ stage, request }: Omit<Asked, 'ask'>) {
	const { session, words } = useApp();
	const { t } = words;
	return (
		<ActionBar>
			<Button class="action" action="select" onPress={() => void selectRows(session, { ...request, offset: 0 })}>
				{t('selectRows')}
			</Button>
			{request.part === 'still' && (
				<Button action="filter" onPress={() => void filterSheet(session, stage.id, stage.name)}>
					{t('filterSheet')}
				</Button>
			)}
			<Button action="copy" onPress={() => void copyDeals(session, { ...request, offset: 0 })}>
				{t('copyDeals')}
			</Button>
		</ActionBar>
	);
}
