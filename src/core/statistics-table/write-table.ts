/**
 * Statistics as cells: the head, then one row per histogram. Texts carry a mark in front, so that a sheet that imports
 * the file neither takes a label for a formula nor changes it into a date or a number. Not here: reading them back
 * (read-table.ts).
 */

import { STAGE_KINDS } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import {
	HEADINGS,
	MONTHS,
	OWNERS,
	PRICED_LAYERS,
	type StatisticsHead,
	type StatisticsRow,
	type StatisticsTable,
	TABLE_VERSION,
} from './row.ts';

export type TableRow = readonly (string | number)[];

/** In front of every text that is not ours. */
export const TEXT_MARK = '~';
/** The group of the rows that tell what the others stand for. */
export const HEAD_GROUP = '#';
export const HEAD_LAYER = 'head';
/** What the history holds: nothing, changes, or only where deals were found when it began. */
export const HISTORY = { none: 0, moves: 1, found: 2 } as const;

/** Groups that are not a column, as they stand in cells. */
export const OWN_GROUPS: ReadonlyMap<string, string> = new Map([
	[MONTHS, 'month'],
	[OWNERS, 'owners'],
]);

/** A cell with a text of the user. */
export const marked = (text: string): string => `${TEXT_MARK}${text}`;

interface HeadCells {
	readonly k1?: number;
	readonly k2?: number;
	readonly k3?: number;
	readonly label?: string;
	readonly amount?: number;
}

function headRow(name: string, { k1, k2, k3, label, amount }: HeadCells): TableRow {
	const text = label === undefined ? '' : marked(label);
	return [HEAD_GROUP, name, HEAD_LAYER, k1 ?? '', k2 ?? '', k3 ?? '', text, '', '', '', amount ?? ''];
}

/** The heading and the rows that tell what the others stand for. */
export function headRows(head: StatisticsHead): TableRow[] {
	return [
		HEADINGS,
		headRow('version', { k1: TABLE_VERSION }),
		headRow('as of', { k1: head.asOfDay }),
		headRow('time zone', { label: head.timeZone }),
		headRow('resolution', { k1: head.resolution }),
		headRow('history', { k1: HISTORY[head.hasMoves ? 'moves' : head.hasHistory ? 'found' : 'none'] }),
		headRow('cohort', { label: head.cohort }),
		headRow('selection', { label: head.selection }),
		...Object.entries(head.columns).map(([field, heading]) => headRow(`column ${field}`, { label: heading })),
		...head.stages.all.flatMap(({ exitRule, tasks }, position) => [
			...(exitRule === '' ? [] : [headRow('exit rule', { k1: position, label: exitRule })]),
			...tasks.map((task) => headRow('task', { k1: position, label: task })),
		]),
		...head.stages.all.map(({ name, kind, probability, usualDays }, position) =>
			headRow('stage', {
				k1: position,
				k2: STAGE_KINDS.indexOf(kind),
				...(usualDays === null ? {} : { k3: usualDays }),
				label: name,
				amount: probability,
			}),
		),
	];
}

/** Group and value of the rows of one selection; both '' for all deals. */
export function groupCells(by: string, value: string): readonly [string, string] {
	if (by === '') return ['', ''];
	return [OWN_GROUPS.get(by) ?? marked(by), marked(value)];
}

/** An entry of a histogram. */
function binText({ layer, duration, deals, valued, amount }: StatisticsRow): string {
	const counted = `${duration}x${deals}`;
	return PRICED_LAYERS.has(layer) ? `${counted}x${valued}x${amount ?? ''}` : counted;
}

/**
 * Histograms of the same keys in one row: `12x40 13x7` are 40 deals of 12 units and 7 of 13; in some layers
 * `12x40x38x1500`, of which 38 have amounts that make 1500.
 */
export function packedRows(by: string, value: string, rows: readonly StatisticsRow[]): TableRow[] {
	const groups = new Map<string, StatisticsRow[]>();
	for (const row of rows) {
		const key = JSON.stringify([
			row.layer,
			row.k1,
			row.k2,
			row.k3,
			row.label,
			...(row.layer === 'middle' ? [row.amount] : []),
		]);
		const own = groups.get(key);
		if (own === undefined) groups.set(key, [row]);
		else own.push(row);
	}
	return [...groups.values()].map((own) => {
		const { layer, k1, k2, k3, label } = existing(own[0]);
		const sorted = [...own].sort((a, b) => a.duration - b.duration);
		const sum = (measure: (row: StatisticsRow) => number | null): number =>
			own.reduce((total, row) => total + (measure(row) ?? 0), 0);
		return [
			...groupCells(by, value),
			layer,
			k1,
			k2,
			k3,
			marked(label),
			sorted.map(binText).join(' '),
			sum(({ deals }) => deals),
			sum(({ valued }) => valued),
			own.every(({ amount }) => amount === null) ? '' : sum(({ amount }) => amount),
		];
	});
}

/** The whole table. */
export function writeStatisticsTable({ head, whole, groups }: StatisticsTable): TableRow[] {
	return [
		...headRows(head),
		...packedRows('', '', whole),
		...groups.flatMap(({ by, values }) => [...values].flatMap(([value, rows]) => packedRows(by, value, rows))),
	];
}
