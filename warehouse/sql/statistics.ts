/**
 * The rows of the statistics from the facts: one SELECT per layer, all in one statement. Not here: the facts
 * (facts.ts), what the layers mean (src/core/statistics-table/row.ts).
 */

import { DAYS_OF_BLOCK, type Layer, PRICED_LAYERS } from '../../src/core/statistics-table/row.ts';
import { DAY_MS } from '../../src/core/time/calendar-day.ts';
import type { Question } from '../question.ts';
import type { Dialect } from './dialect.ts';
import { enteredDay } from './fates.ts';

export interface Wanted {
	/** Durations by ending: the larger part. */
	readonly curves: boolean;
	/** Middle amounts, which do not add up. */
	readonly middles: boolean;
}

interface LayerRows {
	readonly layer: Layer;
	readonly keys?: readonly string[];
	readonly label?: string;
	readonly duration?: string;
	readonly measures: string;
	readonly where?: string;
}

const AMOUNTS = 'COUNT(*) AS deals, COUNT(amount) AS valued, SUM(amount) AS amount';

/**
 * Packed rows: histograms of the same keys share one text.
 * @param from the facts
 * @param group column or expression of the facts that gives the value; `''` for all deals
 */
export function statistics(dialect: Dialect, question: Question, from: string, group: string, wanted: Wanted): string {
	return packedRows(countedRows(dialect, question, from, group, wanted));
}

/** Rows with one length each in rows with histograms. @param counted a SELECT @param steps the steps it needs */
export function packedRows(counted: string, steps = ''): string {
	const entry = "CAST(duration AS STRING), 'x', CAST(deals AS STRING)";
	const priced = `CONCAT(${entry}, 'x', CAST(valued AS STRING), 'x', COALESCE(CAST(amount AS STRING), ''))`;
	const layers = [...PRICED_LAYERS].map((layer) => `'${layer}'`).join(', ');
	return `${steps}${steps === '' ? '' : '\n'}SELECT grp, layer, k1, k2, k3, label,
  STRING_AGG(CASE WHEN layer IN (${layers}) THEN ${priced} ELSE CONCAT(${entry}) END, ' ' ORDER BY duration) AS days,
  SUM(deals) AS deals, SUM(valued) AS valued, SUM(amount) AS amount
FROM (
${counted}
) AS counted
GROUP BY 1, 2, 3, 4, 5, 6`;
}

/** The block of a day, so that no cell of a histogram is too long for a sheet. */
export const blockOf = ({ integer }: Dialect, day: string): string =>
	`CAST(FLOOR(${day} / ${DAYS_OF_BLOCK}) AS ${integer})`;

/** The rows as they are counted, one a duration. */
export function countedRows(dialect: Dialect, question: Question, from: string, group: string, wanted: Wanted): string {
	const layers = [...placeLayers(dialect, question), ...(wanted.curves ? curveLayers(dialect, question) : [])].map(
		(rows) => layerSelect(rows, from, group),
	);
	if (wanted.middles && question.columns.amount !== undefined)
		layers.push(...middleSelects(dialect, question, from, group));
	return layers.join('\nUNION ALL\n');
}

function layerSelect(
	{ layer, keys = [], label = "''", duration = '0', measures, where = '' }: LayerRows,
	from: string,
	group: string,
): string {
	const [k1 = '0', k2 = '0', k3 = '0'] = keys;
	const isLiteral = (expression: string): boolean => /^(-?\d+|'')$/u.test(expression);
	// A number in GROUP BY is the place of a column, so that literals are left out.
	const places = [group, '', k1, k2, k3, label, duration].flatMap((expression, i) =>
		i === 1 || isLiteral(expression) ? [] : [i + 1],
	);
	const grouping = places.length === 0 ? 'HAVING COUNT(*) > 0' : `GROUP BY ${places.join(', ')}`;
	return `SELECT ${group} AS grp, '${layer}' AS layer, ${k1} AS k1, ${k2} AS k2, ${k3} AS k3, ${label} AS label, ${duration} AS duration, ${measures} FROM ${from}${where === '' ? '' : ` WHERE ${where}`} ${grouping}`;
}

const counted = ({ float }: Dialect): string => `COUNT(*) AS deals, 0 AS valued, CAST(NULL AS ${float}) AS amount`;
const summed = ({ float }: Dialect, length: string): string =>
	`COUNT(*) AS deals, 0 AS valued, CAST(SUM(${length}) AS ${float}) AS amount`;

function placeLayers(dialect: Dialect, { stages, changes, columns }: Question): LayerRows[] {
	const isOpen = `now_rank >= 0 AND now_rank < ${stages.openCount}`;
	const product = 'amount * chance';
	const layers: LayerRows[] = [
		{ layer: 'place', keys: ['now', 'furthest', 'assumed + 2 * touched'], label: 'currency', measures: AMOUNTS },
		{ layer: 'lost', keys: ['lost_from'], label: 'currency', measures: AMOUNTS, where: 'kind = 2' },
		{
			layer: 'own',
			label: 'currency',
			measures: `COUNT(*) AS deals, COUNT(${product}) AS valued, SUM(${product}) AS amount`,
			where: isOpen,
		},
		{
			layer: 'age',
			keys: ['now', 'is_in_stage'],
			duration: `CAST(FLOOR(age / ${DAY_MS}) AS ${dialect.integer})`,
			measures: counted(dialect),
			where: `${isOpen} AND age >= 0`,
		},
		{
			layer: 'day',
			keys: ['kind', blockOf(dialect, 'closed_day')],
			label: 'currency',
			duration: 'closed_day',
			measures: AMOUNTS,
			where: 'kind > 0 AND closed_day IS NOT NULL',
		},
	];
	if (columns.probability !== undefined)
		layers.push({
			layer: 'stated',
			keys: ['kind'],
			duration: `CAST(ROUND(chance * 1000000) AS ${dialect.integer})`,
			measures: counted(dialect),
			where: 'kind > 0 AND chance >= 0',
		});
	if (columns.reason !== undefined)
		layers.push({
			layer: 'reason',
			keys: ['kind', 'lost_from'],
			label: "CONCAT(currency, '|', reason)",
			measures: AMOUNTS,
			where: 'kind > 0',
		});
	if (columns.expectedClose !== undefined) layers.push(...expectedLayers(dialect, isOpen));
	if (columns.expectedClose !== undefined)
		layers.push({ layer: 'late', keys: ['now'], measures: counted(dialect), where: `${isOpen} AND is_late` });
	if (changes !== null)
		stages.open.forEach((_, rank) => {
			layers.push({
				layer: 'moved',
				keys: [String(rank), `moved_${rank}`],
				measures: counted(dialect),
				where: `moved_${rank} > 0`,
			});
		});
	return layers;
}

/** Open deals by the day on which they were expected to close, won ones by how far the closing was from it. */
function expectedLayers(dialect: Dialect, isOpen: string): LayerRows[] {
	const day = 'CASE WHEN expected_day > 0 THEN expected_day ELSE 0 END';
	return [
		{
			layer: 'due',
			keys: ['now', blockOf(dialect, day)],
			duration: day,
			measures:
				'COUNT(*) AS deals, COUNT(amount) AS valued, SUM(CASE WHEN amount < 0 THEN 0 ELSE amount END) AS amount',
			where: `${isOpen} AND expected_day IS NOT NULL`,
		},
		{
			layer: 'slip',
			keys: ['CASE WHEN closed_day < expected_day THEN 1 ELSE 0 END'],
			duration: 'ABS(closed_day - expected_day)',
			measures: counted(dialect),
			where: 'kind = 1 AND expected_day IS NOT NULL AND closed_day IS NOT NULL',
		},
	];
}

function curveLayers(dialect: Dialect, question: Question): LayerRows[] {
	const { stages, changes, columns, resolution } = question;
	const won = stages.openCount;
	const units = (length: string): string =>
		resolution === 1 ? length : `CAST(CEIL((${length}) / ${resolution}) AS ${dialect.integer})`;
	const layers: LayerRows[] = [
		{
			layer: 'win',
			keys: ['win_ending'],
			duration: units('win_days'),
			measures: counted(dialect),
			where: 'win_days >= 0',
		},
	];
	if (columns.created !== undefined && columns.closed !== undefined)
		layers.push({
			layer: 'cycle',
			keys: ['kind'],
			duration: units('cycle'),
			measures: summed(dialect, 'cycle'),
			where: 'cycle >= 0',
		});
	const known = changes === null ? 1 : won;
	for (let rank = 0; rank < known; rank++) {
		const entered = enteredDay(dialect, question, rank);
		layers.push({
			layer: 'fate',
			keys: [String(rank), 'fate_ending'],
			duration: `fate_end - ${entered}`,
			measures: counted(dialect),
			where: `fate_end >= ${entered}`,
		});
	}
	if (changes === null) return layers;
	for (let rank = 0; rank < won; rank++) {
		const entered = `entered_${rank}`;
		layers.push({
			layer: 'stay',
			keys: [String(rank), `CASE WHEN now_rank = ${rank} THEN 0 ELSE 1 END`],
			duration: units(`stay_${rank}`),
			measures: summed(dialect, `stay_${rank}`),
			where: `stay_${rank} >= 0`,
		});
		layers.push({
			layer: 'pend',
			keys: [String(rank), 'furthest', 'CASE WHEN kind = 2 THEN 2 ELSE 0 END'],
			duration: units(`until - ${entered}`),
			measures: counted(dialect),
			where: `furthest < ${won} AND until - ${entered} >= 0`,
		});
		for (let target = rank + 1; target <= won; target++) {
			const length = `entered_${target} - ${entered}`;
			layers.push({
				layer: 'pass',
				keys: [String(rank), String(target)],
				duration: units(length),
				measures: counted(dialect),
				where: `furthest >= ${target} AND ${length} >= 0`,
			});
		}
	}
	return layers;
}

/** The one or two middle amounts of won, open and all deals. */
export function middleSelects(dialect: Dialect, { stages }: Question, from: string, group: string): string[] {
	const conditions = ['kind = 1', `now_rank >= 0 AND now_rank < ${stages.openCount}`, '1 = 1'];
	const middle = `CAST(FLOOR((total - 1) / 2) AS ${dialect.integer})`;
	return conditions.map(
		(
			condition,
			kind,
		) => `SELECT grp, 'middle' AS layer, ${kind} AS k1, total AS k2, upto - deals AS k3, '' AS label, 0 AS duration, deals, 0 AS valued, amount
FROM (
  SELECT grp, amount, deals, SUM(deals) OVER (PARTITION BY grp ORDER BY amount) AS upto, SUM(deals) OVER (PARTITION BY grp) AS total
  FROM (SELECT ${group} AS grp, amount, COUNT(*) AS deals FROM ${from} WHERE ${condition} AND amount IS NOT NULL GROUP BY 1, 2) AS v) AS w
WHERE upto > ${middle} AND upto - deals <= ${middle} + 1`,
	);
}
