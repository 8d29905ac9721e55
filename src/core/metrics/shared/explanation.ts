/**
 * What a figure means and is based on: definition, value, and the rows behind it with the part that each plays.
 * Not here: which metric is asked about (evaluate.ts).
 */

import { reachedStages } from '../../funnel/reached.ts';
import type { Measure, MeasureTable, MetricResult, TableCell } from '../../model/metric-result.ts';
import { existing } from '../../speed/existing.ts';
import { forEachDeal } from '../../statistics/selection.ts';
import { currentStages } from '../../statistics/stage-counts.ts';
import { type AskedDeals, functionName, type MetricDefinition, type MetricRequest, words } from '../metric.ts';
import { ASSUMED_MARK, HEADINGS, PARTS } from './table-words.ts';

const WIDTH = 5;
const DEFINITION = words('Definition', '定义');
const FORMULA = words('Formula', '公式');
const BASED_ON = words('Based on', '依据');
const SOURCE = words('Source', '出处');
const LATER = words('History rows in the future, left out', '时间晚于当前、未计入的历史行');
const MODE = words('Mode', '模式');
const ROW_HEADINGS = [
	words('Row', '行'),
	words('Deal', '商机'),
	words('Stage', '阶段'),
	words('Part', '作用'),
	words('Estimated', '估算'),
];
const MEASURE_KEYS = ['value', 'low', 'high', 'n', 'numerator', 'denominator', 'excluded', 'assumed'] as const;
const RESOLVED_KEYS = ['unresolved', 'supportedUntil'] as const;

const wide = (...cells: TableCell[]): TableCell[] => [...cells, ...new Array<null>(WIDTH - cells.length).fill(null)];

/** A value and what it is based on, as names and values. */
export function figureRows({ headings }: MetricDefinition, measure: Measure): TableCell[][] {
	const keys = [...MEASURE_KEYS, ...RESOLVED_KEYS].filter((key) => measure[key] !== undefined);
	return keys.map((key) => [headings[key] ?? HEADINGS[key] ?? key, existing(measure[key])]);
}

/** @param result what the metric answers to the request */
export function explanation(
	definition: MetricDefinition,
	request: MetricRequest,
	deals: AskedDeals,
	result: MetricResult,
): MeasureTable {
	const { label, formula, denominator, source, modes } = definition;
	const named = modes.flat().filter(({ word }) => request.modes.has(word));
	// What the definition says of itself holds for its defaults; another mode says what it means.
	const isDefault = modes.every(([first]) => first !== undefined && request.modes.has(first.word));
	const meanings = words(
		named.map(({ meaning }) => meaning.en).join('; '),
		named.map(({ meaning }) => meaning['zh-CN']).join('；'),
	);
	const later = deals.pipeline.history?.laterRows.length ?? 0;
	const about = [
		wide(DEFINITION, label, functionName(definition.id)),
		...named.map(({ word, meaning }) => wide(MODE, word, meaning)),
		wide(FORMULA, isDefault ? formula : meanings),
		...(isDefault ? [wide(BASED_ON, denominator)] : []),
		wide(SOURCE, source),
		...(later === 0 ? [] : [wide(LATER, later)]),
	];
	const figures = result.kind === 'table' ? [] : figureRows(definition, result).map((row) => wide(...row));
	const rows = result.kind === 'table' ? [] : dealRows(definition, request, deals);
	return {
		kind: 'table',
		isHeaderless: true,
		columns: Array.from({ length: WIDTH }, (_, c) => ({ key: String(c), unit: 'text' as const })),
		rows: [...about, ...figures, ...(rows.length === 0 ? [] : [ROW_HEADINGS, ...rows])],
	};
}

function dealRows({ partOf }: MetricDefinition, request: MetricRequest, deals: AskedDeals): TableCell[][] {
	if (partOf === undefined) return [];
	const { pipeline, selection } = deals;
	const { opportunities, stages } = pipeline;
	const part = partOf(request, deals);
	const { assumed } = reachedStages(pipeline);
	const codes = currentStages(pipeline);
	const rows: TableCell[][] = [];
	forEachDeal(selection, (deal) => {
		const role = part(deal);
		if (role === null) return;
		const stage = stages.all[existing(codes[deal])]?.name ?? null;
		rows.push([
			existing(opportunities.gridRows[deal]) + 1,
			opportunities.label(deal),
			stage,
			PARTS[role],
			assumed[deal] === 1 ? ASSUMED_MARK : null,
		]);
	});
	return rows;
}
