/**
 * The deals by owner, source or another column: deals, won, win rate with its interval, won amount, cycle; sorted as
 * asked; a press filters.
 */
import { useState } from 'preact/hooks';
import type { ReportGroups } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { IntervalDot } from '../charts/interval-dot.tsx';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

type Group = ReportGroups['rows'][number];

/** Below this many deals a rate says little. */
const FEW = 20;
const FIRST = 10;

/**
 * Each by its own value, largest first; what is not known last. The rate is the pulled one: a lucky group of three is
 * not the best.
 */
const ORDERS = {
	deals: ({ deals }: Group) => deals,
	rate: ({ pulled, rate }: Group) => pulled ?? rate,
	amount: ({ wonAmount }: Group) => wonAmount,
	cycle: ({ cycleDays }: Group) => (cycleDays === null ? null : -cycleDays),
} as const;
type Order = keyof typeof ORDERS;

export function GroupsSection() {
	const { state, session, words } = useApp();
	const [heading, setHeading] = useState('');
	const [order, setOrder] = useState<Order>('deals');
	const [isAll, setAll] = useState(false);
	const { ready, filter } = state;
	if (ready === null || filter === null) return null;
	const { t } = words;
	const { currency, figures } = ready.report;
	const mode = figures[0]?.mode ?? 'all';
	const columns = ready.groups.filter((column) => !Object.hasOwn(filter.columns, column.heading));
	const column = columns.find((one) => one.heading === heading) ?? columns[0];
	if (column === undefined) return null;
	const value = (group: Group) => ORDERS[order](group) ?? Number.NEGATIVE_INFINITY;
	const rows = [...column.rows].sort((a, b) => value(b) - value(a));
	const shown = isAll ? rows : rows.slice(0, FIRST);
	const label = ({ value: text }: Group) => (text === '' ? t('blank') : text);
	const money = (amount: number | null) => (amount === null ? '' : words.money(amount, currency));
	const days = (cycle: number | null) => (cycle === null ? '' : t('days', { n: Math.round(cycle) }));
	// Beside the rate stand the deals that it is a share of.
	const wonOf = ({ won, lost, deals }: Group) =>
		mode === 'all'
			? t('wonOfDeals', { won: words.number(won), n: deals })
			: t('wonOfClosed', { won: words.number(won), n: won + lost });
	const filterBy = (group: Group) =>
		session.filterBy({ columns: { ...filter.columns, [column.heading]: group.value } });
	return (
		<Section
			name={t('byColumn', { column: column.heading })}
			isFolded
			choice={
				<div class="choices">
					{columns.length > 1 && (
						<Choice label={t('groupColumn')} value={column.heading} onChoose={setHeading}>
							{columns.map((one) => (
								<option key={one.heading} value={one.heading}>
									{one.heading}
								</option>
							))}
						</Choice>
					)}
					<Choice label={t('sort')} value={order} onChoose={(chosen) => setOrder(chosen as Order)}>
						<option value="deals">{t('dealsHead')}</option>
						<option value="rate">{t('winRate')}</option>
						<option value="amount">{t('wonAmount')}</option>
						<option value="cycle">{t('cycleHead')}</option>
					</Choice>
				</div>
			}
			chart={
				<ul class="groups">
					{shown.map((group) => (
						<li key={group.value}>
							<Button class={group.n < FEW ? 'stage gray' : 'stage'} onPress={() => filterBy(group)}>
								<span class="line">
									<span class="name">{label(group)}</span> <span>{wonOf(group)}</span>
								</span>
								{group.rate !== null && (
									<IntervalDot value={group.pulled ?? group.rate} low={group.low} high={group.high} />
								)}
								<span class="line secondary">
									<span class="fill">
										{group.rate === null
											? t('none')
											: words.percent(group.rate) +
												(group.low === null || group.high === null
													? ''
													: ` (${t('range', { low: words.percent(group.low), high: words.percent(group.high) })})`)}
										{group.n < FEW && ` · ${t('tooFew')}`}
									</span>{' '}
									<span>{[money(group.wonAmount), days(group.cycleDays)].filter(Boolean).join(' · ')}</span>
								</span>
							</Button>
						</li>
					))}
				</ul>
			}
			table={
				<Table
					caption={t('byColumn', { column: column.heading })}
					heads={[
						column.heading,
						t('dealsHead'),
						t('won'),
						t('winRate'),
						t('pulledHead'),
						t('wonAmount'),
						t('cycleDaysHead'),
					]}
					rows={shown.map((group) => [
						label(group),
						words.number(group.deals),
						words.number(group.won),
						words.percent(group.rate),
						group.pulled === null ? '' : words.percent(group.pulled),
						money(group.wonAmount),
						group.cycleDays === null ? '' : words.number(Math.round(group.cycleDays)),
					])}
				/>
			}
		>
			{shown.length < rows.length && (
				<Button class="link" onPress={() => setAll(true)}>
					{t('more', { n: rows.length - shown.length })}
				</Button>
			)}
			{column.more > 0 && isAll && <p class="gray">{t('beyond', { n: column.more })}</p>}
			<p class="note">
				{mode === 'value' ? t('rate_value') : t('groupsNote', { rate: t(`rate_${mode}` as 'rate_all') })}
			</p>
		</Section>
	);
}
