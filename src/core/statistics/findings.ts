/**
 * Where to look: groups that win clearly less than the rest (start), steps that got worse (process), loss reasons that
 * grew (result). All tests of one question together keep the share of false alarms at 10 % (Benjamini & Hochberg 1995).
 * Not here: how a finding is said.
 */
import type { Dimension, Opportunities } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { adjustedPValues } from '../stats/benjamini-hochberg.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { compareProportions, type TwoProportion } from '../stats/two-proportion.ts';
import { ofCohort } from './cohort.ts';
import { type ComparedPeriods, comparedPeriods } from './compared-periods.ts';
import { endedDeals } from './ended-deals.ts';
import { filteredBy } from './filter.ts';
import type { PeriodFilter, SeenPeriod } from './former-period.ts';
import { groupsOf } from './groups.ts';
import type { Period } from './period.ts';
import { reasonRows } from './reason-rows.ts';
import { type Selection, withCodes } from './selection.ts';
import { statisticsOf } from './statistics.ts';
import { FEWEST_COMPARED } from './step-changes.ts';

const FALSE_ALARMS = 0.1;
/** At most one of each kind is named. */
const KINDS = ['start', 'process', 'result'] as const;
/** Columns with more values hold no segments. */
const MOST_VALUES = 12;
/** More columns are more tests, each of which has to be clearer then. */
const MOST_COLUMNS = 6;

export interface Finding {
	readonly kind: (typeof KINDS)[number];
	/** Value of the column, name of the stage, or reason. */
	readonly subject: string;
	/** Heading of the column of a group or a reason; '' for a step. */
	readonly heading: string;
	/** Position in the stage list of a step's first stage; -1 for the others. */
	readonly stage: number;
	/** Deals that the share is based on. */
	readonly deals: number;
	/** Win rate of the group's closed deals, share that passed the step, share of the lost deals with the reason. */
	readonly value: number;
	/** The same of the other groups, or of the periods before at the same age. */
	readonly reference: number;
	/** Lost amount behind it; null without amounts and over several currencies. */
	readonly amount: number | null;
	/** Over all tests together. */
	readonly pValue: number;
}

/** What is looked into. */
export interface FindingScope extends PeriodFilter {
	/** Null: all time; steps and reasons of the last whole quarter are compared with the quarters before. */
	readonly period: Period | null;
}

type Seen = Pick<SeenPeriod, 'pipeline' | 'selection'>;
type Candidate = Omit<Finding, 'amount'> & {
	readonly test: TwoProportion;
	/** Lost amount behind it; counted for those that are named alone. */
	amountOf(): number | null;
};

/**
 * @param columns that may hold segments: sources, regions, products; not owners, of whom a table shows more than a
 * verdict
 * @param compared those of the scope; given where they are at hand
 */
export function findings(
	pipeline: Pipeline,
	scope: FindingScope,
	columns: readonly Dimension[],
	compared = comparedPeriods(pipeline, scope, scope.period),
): Finding[] {
	if (compared === null) return [];
	const { current, former } = compared;
	const candidates = [
		...columns.flatMap((column) => weakGroups(scope.period === null ? wholeOf(pipeline, scope) : current, column)),
		...worseSteps(compared),
		...grownReasons(current, former),
	];
	const adjusted = adjustedPValues(candidates.map(({ pValue }) => pValue));
	const found = candidates
		.map((candidate, i) => ({ ...candidate, pValue: adjusted[i] ?? 1 }))
		.filter(({ kind, test, pValue }) => pValue <= FALSE_ALARMS && (kind === 'result' ? test.low > 0 : test.high < 0))
		.sort((a, b) => a.pValue - b.pValue);
	return KINDS.flatMap((kind) => found.filter((finding) => finding.kind === kind).slice(0, 1)).map(
		({ test: _, amountOf, ...finding }) => ({ ...finding, amount: amountOf() }),
	);
}

/** All deals of the filter: segments need no time to be compared in. */
function wholeOf(pipeline: Pipeline, { columns }: PeriodFilter): Seen {
	return { pipeline, selection: filteredBy(pipeline, Object.entries(columns)) };
}

/** Groups of closed deals against all others. */
function weakGroups({ pipeline, selection }: Seen, column: Dimension): Candidate[] {
	const closed = ofCohort(pipeline, selection, 'closed');
	const groups = groupsOf(pipeline, closed, { dimension: column }, 'closed').filter(({ label }) => label !== '');
	if (groups.length < 2 || groups.length > MOST_VALUES) return [];
	const won = (part: Selection): number => statisticsOf(pipeline, part).stages().won;
	const all = groups.reduce((sum, group) => sum + group.selection.count, 0);
	const allWon = groups.reduce((sum, group) => sum + won(group.selection), 0);
	return groups.flatMap(({ label, selection: part }): Candidate[] => {
		const [n, k] = [part.count, won(part)];
		if (Math.min(n, all - n) < FEWEST_COMPARED) return [];
		const test = compareProportions(allWon - k, all - n, k, n);
		if (test === null) return [];
		return [
			{
				kind: 'start',
				subject: label,
				heading: column.heading,
				stage: -1,
				deals: n,
				value: k / n,
				reference: (allWon - k) / (all - n),
				amountOf: () => lostAmount(pipeline, part),
				pValue: test.pValue,
				test,
			},
		];
	});
}

function worseSteps({ current, steps }: ComparedPeriods): Candidate[] {
	const { stages } = current.pipeline;
	return steps().map(({ rank, test, deals, conversion, reference }) => ({
		kind: 'process',
		subject: existing(stages.all[existing(stages.open[rank])]).name,
		heading: '',
		stage: existing(stages.open[rank]),
		deals,
		value: conversion,
		reference,
		amountOf: () => null,
		pValue: test.pValue,
		test,
	}));
}

/** Of the lost deals that name a reason. */
function grownReasons(current: SeenPeriod, former: readonly SeenPeriod[]): Candidate[] {
	const { pipeline, selection } = current;
	const { reason } = pipeline.opportunities.columns;
	const column = reason === undefined ? null : pipeline.opportunities.dimension(reason);
	if (column === null) return [];
	const now = reasonsOf(current);
	const before = former.map(reasonsOf);
	const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);
	const [n, formerTotal] = [total(now), before.reduce((sum, counts) => sum + total(counts), 0)];
	if (Math.min(n, formerTotal) < FEWEST_COMPARED) return [];
	return [...now].flatMap(([label, k]): Candidate[] => {
		const earlier = before.reduce((sum, counts) => sum + (counts.get(label) ?? 0), 0);
		const test = compareProportions(earlier, formerTotal, k, n);
		if (test === null) return [];
		const isIt = Uint8Array.from(column.labels, (other) => (other === label ? 1 : 0));
		return [
			{
				kind: 'result',
				subject: label,
				heading: column.heading,
				stage: -1,
				deals: n,
				value: k / n,
				reference: earlier / formerTotal,
				amountOf: () => lostAmount(pipeline, withCodes(selection, column.codes, isIt)),
				pValue: test.pValue,
				test,
			},
		];
	});
}

function reasonsOf({ pipeline, selection }: SeenPeriod): ReadonlyMap<string, number> {
	const rows = (statisticsOf(pipeline, selection).reasons('lost', false) ?? []).flatMap(reasonRows);
	return new Map(
		rows.filter(({ reason, deals }) => reason !== '' && deals > 0).map(({ reason, deals }) => [reason, deals]),
	);
}

/** Null without amounts and over several currencies. */
function lostAmount(pipeline: Pipeline, selection: Selection): number | null {
	const column = pipeline.opportunities.amounts();
	if (column === null || column.currencyCodes !== null) return null;
	const { lost } = endedDeals(pipeline, selection, statisticsOf(pipeline, selection).stages());
	return compensatedSum(Array.from(lost.deals ?? [], (deal) => column.values[deal] ?? Number.NaN));
}

/**
 * The columns of a table that may hold segments: the source, and those that are not fields of the product and hold a
 * few values.
 */
export function segmentColumns({ opportunities }: Pipeline): Dimension[] {
	const candidates = segmentCandidates(opportunities);
	opportunities.readTogether([], candidates);
	return candidates
		.flatMap((at) => {
			const counts = opportunities.values(at);
			const isSegment = counts !== null && counts.labels.length > 1 && counts.labels.length <= MOST_VALUES + 1;
			const column = isSegment ? opportunities.dimension(at) : null;
			return column === null ? [] : [column];
		})
		.slice(0, MOST_COLUMNS);
}

/** The columns whose values tell whether they hold segments; whoever reads others before can read them in one walk. */
export function segmentCandidates({ headings, columns }: Opportunities): number[] {
	const known = new Set(Object.entries(columns).flatMap(([field, at]) => (field === 'source' ? [] : [at])));
	return headings.flatMap((heading, at) => (heading !== '' && !known.has(at) ? [at] : []));
}
