/** One deal: its stage history, what its stage asks for, its outlook and all its cells. */
import type { DealDetail } from '../../src/addon/contract/deals.ts';
import { useApp } from '../app-context.ts';
import { goTo } from '../check.ts';
import { openDeal } from '../deals.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { Facts } from './facts.tsx';
import { Timeline } from './timeline.tsx';

export function DealPanel() {
	const { state, session, words } = useApp();
	const { t } = words;
	if (state.deal === null) return null;
	const { row, stage, amount, currency, createdDays, overdueDays, timeline, cells } = state.deal;
	return (
		<>
			<p class="gray">
				<bdi>{stage}</bdi>
				{amount !== null && ` · ${words.money(amount, currency)}`}
				{` · ${t('rowNumber', { n: row })}`}
				{createdDays !== null && ` · ${t('createdAgo', { n: createdDays })}`}
			</p>
			{overdueDays > 0 && <p class="slow">{t('overdueBy', { n: overdueDays })}</p>}
			<section class="part">
				<h2>{t('wayHere')}</h2>
				{timeline.length === 0 ? <p class="gray">{t('noWay')}</p> : <Timeline steps={timeline} />}
			</section>
			<Outlook {...state.deal} />
			<NextStep {...state.deal} />
			{cells.length > 0 && (
				<details class="part">
					<summary>{t('rowCells')}</summary>
					<Facts lines={cells.map(({ heading, text }) => [heading, text === '' ? null : text])} />
				</details>
			)}
			<ActionBar>
				<Button class="action" action="go" onPress={() => void goTo(session, row - 1, 0, 'go')}>
					{t('goToRow')}
				</Button>
				<Button action="selected" onPress={() => void openDeal(session, null, 'selected')}>
					{t('selectedDeal')}
				</Button>
			</ActionBar>
		</>
	);
}

/** How far the deal is from the sale. */
function Outlook({ distance, probability }: Pick<DealDetail, 'distance' | 'probability'>) {
	const { words } = useApp();
	const { t } = words;
	if (distance === null) return null;
	const { stagesLeft, chance, medianDaysLeft } = distance;
	const far = [
		t('stagesLeft', { n: stagesLeft }),
		...(chance === null ? [] : [t('chance', { percent: words.percent(chance) })]),
		...(medianDaysLeft === null ? [] : [t('daysLeft', { n: Math.round(medianDaysLeft) })]),
	];
	return (
		<section class="part">
			<h2>{t('distance')}</h2>
			<p>{far.join(' · ')}</p>
			{probability !== null && chance === null && <Facts lines={[[t('probability'), words.percent(probability)]]} />}
		</section>
	);
}

/** What the stage asks for before the deal moves on. */
function NextStep({ exitRule, tasks }: Pick<DealDetail, 'exitRule' | 'tasks'>) {
	const { t } = useApp().words;
	if (exitRule === '' && tasks.length === 0) return null;
	return (
		<section class="part">
			{exitRule !== '' && (
				<>
					<h2>{t('exitRuleOf')}</h2>
					<p class="note">{exitRule}</p>
				</>
			)}
			{tasks.length > 0 && (
				<>
					<h2>{t('tasksOf')}</h2>
					<ul class="tasks">
						{tasks.map((task) => (
							<li key={task}>{task}</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}
