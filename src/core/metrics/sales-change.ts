/** Sales change: why a period brought more or less than the one before. */

import { type PeriodFigures, periodFigures } from '../forecast/period-figures.ts';
import { hasNoAmounts } from '../forecast/read-deal-paths.ts';
import {
	type ChangeKind,
	salesChange as changeOf,
	type GroupChange,
	type Lever,
	type LeverName,
	winRateByGroup,
} from '../forecast/sales-change.ts';
import type { MeasureTable, TableCell, TableColumn } from '../model/metric-result.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import { type Group, groupsOf } from '../statistics/groups.ts';
import { type Period, periodBefore } from '../statistics/period.ts';
import type { Selection } from '../statistics/selection.ts';
import { slotKind } from '../statistics/stage-counts.ts';
import { dayText } from '../time/calendar-day.ts';
import { firstOfUnit } from '../time/calendar-unit.ts';
import { type AskedDeals, defineMetric, type MetricRequest, mode, type Words, words } from './metric.ts';
import { unmeasured } from './shared/measured.ts';
import { joinedNotes } from './shared/step-notes.ts';
import { NO, YES } from './shared/table-words.ts';

const LEVER_WORDS: Readonly<Record<LeverName, Words>> = {
	deals: words('Closed deals', '已结束商机数'),
	winRate: words('Win rate', '赢单率'),
	size: words('Average won deal', '平均赢单金额'),
	open: words('Open deals at the end', '期末进行中的商机数'),
	cycle: words('Sales cycle (days)', '销售周期（天）'),
};
const TOTAL_WORDS: Readonly<Record<ChangeKind, Words>> = {
	bookings: words('Money won', '赢单金额'),
	velocity: words('Sales velocity (per day)', '销售速度（每天）'),
};
const WINS = words('Wins', '赢单数');
const PERIOD = words('Period', '时间范围');
const ALL_GROUPS = words('All groups', '合计');

function column(key: string, unit: TableColumn['unit']): TableColumn {
	return { key, unit };
}

function span({ first, last }: Period): string {
	return `${dayText(first)}..${dayText(last)}`;
}

/** The last quarter that is over, when none is named. */
export function lastFullQuarter(asOfDay: number): Period {
	const last = firstOfUnit(asOfDay + 1, 3) - 1;
	return { first: firstOfUnit(last, 3), last, months: 3 };
}

function said(isBeyondChance: boolean | null): Words | null {
	if (isBeyondChance === null) return null;
	return isBeyondChance ? YES : NO;
}

/** A period that is not over, and wins without an amount, are told: they lower what is compared. */
function notes(before: PeriodFigures, now: PeriodFigures, asOf: number): Words | null {
	const { first, last } = now.period;
	const found: Words[] = [];
	if (last > asOf)
		found.push(
			words(
				`Period not over: ${Math.max(0, asOf - first + 1)} of ${last - first + 1} days`,
				`尚未结束：已过 ${Math.max(0, asOf - first + 1)} 天，共 ${last - first + 1} 天`,
			),
		);
	const blank = before.blank + now.blank;
	if (blank > 0) found.push(words(`Left out: ${blank} won without an amount`, `未计入：${blank} 个赢单没有金额`));
	return joinedNotes(found);
}

interface Compared {
	readonly before: PeriodFigures;
	readonly now: PeriodFigures;
}

function leverTable({ before, now }: Compared, kind: ChangeKind, asOf: number, isCount: boolean): MeasureTable {
	const change = changeOf(before, now, kind, asOf);
	const leverRow = ({ name, before: was, now: is, effect, isBeyondChance }: Lever): TableCell[] => [
		LEVER_WORDS[name],
		was,
		is,
		effect,
		said(isBeyondChance),
		null,
	];
	const total = isCount && kind === 'bookings' ? WINS : TOTAL_WORDS[kind];
	const difference = change.before === null || change.now === null ? null : change.now - change.before;
	return {
		kind: 'table',
		columns: [
			column('lever', 'text'),
			column('before', 'currency'),
			column('now', 'currency'),
			column('effect', 'currency'),
			column('beyondChance', 'text'),
			column('note', 'text'),
		],
		rows: [
			...change.levers.filter(({ name }) => !isCount || name !== 'size').map(leverRow),
			[total, change.before, change.now, difference, null, notes(before, now, asOf)],
			[PERIOD, span(before.period), span(now.period), null, null, null],
		],
	};
}

function groupTable(groups: readonly GroupChange[], { before, now }: Compared, asOf: number): MeasureTable {
	const rate = ({ closed, amounts }: PeriodFigures): number | null => (closed === 0 ? null : amounts.n / closed);
	const [was, is] = [rate(before), rate(now)];
	const sum = (key: 'rateEffect' | 'mixEffect'): number => groups.reduce((all, group) => all + group[key], 0);
	const row = (group: GroupChange): TableCell[] => [
		group.label,
		group.dealsBefore,
		group.dealsNow,
		group.rateBefore,
		group.rateNow,
		group.rateEffect,
		group.mixEffect,
		said(group.isBeyondChance),
		null,
	];
	return {
		kind: 'table',
		columns: [
			column('group', 'text'),
			column('dealsBefore', 'count'),
			column('dealsNow', 'count'),
			...['rateBefore', 'rateNow', 'rateEffect', 'mixEffect'].map((key) => column(key, 'ratio')),
			column('beyondChance', 'text'),
			column('note', 'text'),
		],
		rows: [
			...groups.map(row),
			[
				ALL_GROUPS,
				before.closed,
				now.closed,
				was,
				is,
				was === null || is === null ? null : sum('rateEffect'),
				was === null || is === null ? null : sum('mixEffect'),
				null,
				notes(before, now, asOf),
			],
		],
	};
}

function answer({ modes, period, by, statistics }: MetricRequest, { pipeline, selection }: AskedDeals) {
	const { asOfDay, stages } = pipeline;
	const amounts = statistics().amounts();
	if (amounts !== null && amountTotal(amounts, (slot) => slotKind(stages, slot) === 'won').isMixed)
		return unmeasured('mixedCurrencies');
	const now = period ?? lastFullQuarter(asOfDay);
	const isByRate = modes.has('win rate');
	const isCount = hasNoAmounts(pipeline, selection);
	const compared = (part: Selection): Compared => ({
		before: periodFigures(pipeline, part, periodBefore(now), isCount),
		now: periodFigures(pipeline, part, now, isCount),
	});
	const whole = compared(selection);
	if (!isByRate) return leverTable(whole, modes.has('velocity') ? 'velocity' : 'bookings', asOfDay, isCount);
	const groups: Group[] = by === null ? [] : groupsOf(pipeline, selection, by, 'closed');
	const changes = groups
		.map(({ label, selection: part }) => ({ label, ...compared(part) }))
		.filter(({ before, now: is }) => before.closed + is.closed > 0);
	return groupTable(winRateByGroup(changes.length === 0 ? [{ label: '', ...whole }] : changes), whole, asOfDay);
}

export const salesChange = defineMetric(
	{
		id: 'salesChange',
		unit: 'table',
		modes: [
			[
				mode('bookings', 'money won by close date', '按成交或关闭日期计算的赢单金额'),
				mode('velocity', 'money won per day, estimated from the open deals', '按进行中的商机推算的每日赢单金额', {
					needs: ['created'],
				}),
				mode('win rate', 'the win rate, group by group', '各分组的赢单率'),
			],
		],
		reserved: [],
		choosesPeriod: true,
		splitsItself: (modes) => modes.has('win rate'),
		needs: ['stage', 'closed'],
		better: 1,
		label: words('Sales change', '销售变化'),
		summary: words(
			'Why a period brought more or less than the one before: the effects of the levers, which add up to the change.',
			'说明某一时段比上一时段增减的原因：各因素的影响之和等于总变化。',
		),
		formula: words(
			'money won = closed deals × win rate × average won deal; effects are Shapley values of the factors',
			'赢单金额 = 已结束商机数 × 赢单率 × 平均赢单金额；影响为各因素的沙普利值',
		),
		denominator: words(
			'deals closed in the two periods; without a period, the last complete quarter',
			'两个时段内结束的商机；未指定时取最近一个完整季度',
		),
		source: 'Shapley 1953; Kitagawa 1955; Welch 1947; Benjamini & Hochberg 1995 at 10 %',
		headings: {
			lever: words('Lever', '因素'),
			before: words('Before', '上期'),
			now: words('Now', '本期'),
			effect: words('Effect', '影响'),
			beyondChance: words('Beyond chance', '超出随机波动'),
			dealsBefore: words('Closed before', '上期结束数'),
			dealsNow: words('Closed now', '本期结束数'),
			rateBefore: words('Win rate before', '上期赢单率'),
			rateNow: words('Win rate now', '本期赢单率'),
			rateEffect: words('Effect of its rate', '赢单率影响'),
			mixEffect: words('Effect of its share', '结构影响'),
		},
		compute: () => unmeasured('needsDeals'),
		ofDeals: answer,
	},
	['cohort', 'shrink'],
);
