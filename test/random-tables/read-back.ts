/** A written table read as the product reads it, and every difference from the known deals: asked, listed, or silent. */

import { textKey } from '../../src/core/cells/text-key.ts';
import { historyColumns } from '../../src/core/detection/history-columns.ts';
import { detectStages } from '../../src/core/detection/stage-detection.ts';
import { readHistory } from '../../src/core/history/history-table.ts';
import { existing } from '../../src/core/speed/existing.ts';
import { checkTable } from '../../src/core/validation/check-table.ts';
import { pipelineOf } from '../core/pipeline-of.ts';
import type { KnownDeal, WrittenField, WrittenTable } from './written-table.ts';

export type Answer = 'asked' | 'listed' | 'silent';

export interface Difference {
	/** What was read otherwise: `column amount`, `rows`, `stage`, `kind`, `amount`, `created`. */
	readonly question: string;
	readonly answer: Answer;
	readonly text: string;
}

/** Without a difference the table was read right. */
export function readBack(table: WrittenTable): readonly Difference[] {
	const { grid } = table;
	const pipeline = pipelineOf(grid, { asOfDay: 21_000 });
	const { detection, opportunities } = pipeline;
	const found: Difference[] = [];
	const add = (question: string, answer: Answer, text: string): void => {
		found.push({ question, answer, text });
	};
	if (detection.obstacle !== null) return [{ question: 'table', answer: 'asked', text: detection.obstacle.code }];
	if (detection.headerRow !== table.headerRow)
		return [{ question: 'heading row', answer: 'silent', text: `row ${detection.headerRow}` }];
	const wrong = new Set<WrittenField>();
	for (const [field, column] of Object.entries(table.columns) as [WrittenField, number][]) {
		const chosen = detection.columns.get(field);
		if (chosen?.column === column) continue;
		wrong.add(field);
		const isAsked = chosen === undefined || chosen.confidence === 'unsure' || chosen.confidence === 'none';
		const text = `${String(grid[table.headerRow]?.[column])}: ${chosen === undefined ? 'none' : detection.headings[chosen.column]}`;
		add(`column ${field}`, isAsked ? 'asked' : 'silent', text);
	}
	if (wrong.has('stage')) return found;
	const issues = checkTable(pipeline);
	const listedRows = new Set(issues.map(({ row }) => row));
	const places = new Set(issues.map(({ row, column }) => `${row ?? ''} ${column ?? ''}`));
	// Said once for all dates of a form, with their number.
	const assumed = new Set(issues.filter(({ code }) => code === 'dateOrderAssumed').map(({ column }) => column));
	const isListed = (row: number, column: number): boolean =>
		assumed.has(column) || places.has(`${row} ${column}`) || places.has(`${row} `) || places.has(` ${column}`);
	const dealAt = new Map([...opportunities.gridRows].map((row, deal) => [row, deal]));
	const known = new Set(table.rows);
	for (const row of dealAt.keys())
		if (!known.has(row)) add('rows', listedRows.has(row) ? 'listed' : 'silent', `row ${row} is no deal`);
	for (const row of known) {
		if (!dealAt.has(row)) add('rows', isListed(row, -1) ? 'listed' : 'silent', `row ${row} is left out`);
	}
	const asked = new Set(
		detectStages(grid, detection).stages.flatMap(({ name, kind }) => (kind === null ? [name] : [])),
	);
	const { codes } = opportunities.stages();
	const amounts = opportunities.amounts()?.values;
	const [created, closed] = (['created', 'closed'] as const).map((field) => opportunities.date(field)?.days);
	const differs = (one: number, other: number): boolean =>
		!(Number.isNaN(one) && Number.isNaN(other)) && !(Math.abs(one - other) < 1e-6);
	table.deals.forEach((deal: KnownDeal, i) => {
		const row = existing(table.rows[i]);
		const at = dealAt.get(row);
		if (at === undefined) return;
		const stage = pipeline.stages.all[existing(codes[at])];
		const cell = (field: WrittenField): boolean => isListed(row, existing(table.columns[field]));
		if (stage?.kind !== deal.kind) {
			const answer = asked.has(deal.stage) ? 'asked' : cell('stage') ? 'listed' : 'silent';
			add('kind', answer, `${deal.stage}: ${stage?.kind ?? 'none'}, not ${deal.kind}`);
		} else if (textKey(stage.name) !== textKey(deal.stage) && !stage.aliases.includes(deal.stage))
			add('stage', cell('stage') ? 'listed' : 'silent', `${deal.stage} read as ${stage.name}`);
		const compare = (
			field: 'amount' | 'created' | 'closed',
			read: ArrayLike<number> | undefined,
			value: number,
		): void => {
			if (table.columns[field] === undefined || wrong.has(field) || read === undefined) return;
			// A day may have a time; in UTC it is the same day.
			const got = field === 'amount' ? existing(read[at]) : Math.floor(existing(read[at]));
			if (differs(got, value)) add(field, cell(field) ? 'listed' : 'silent', `row ${row}: ${got}, not ${value}`);
		};
		compare('amount', amounts, deal.amount);
		compare('created', created, deal.created);
		compare('closed', closed, deal.closed);
	});
	return [...found, ...(wrong.has('id') ? [] : historyDifferences(table, pipeline, asked.size > 0))];
}

function historyDifferences(
	{ history }: WrittenTable,
	{ opportunities, stages, timeZone, asOf, asOfDay }: ReturnType<typeof pipelineOf>,
	hasAsked: boolean,
): Difference[] {
	if (history === null) return [];
	const columns = historyColumns(history);
	if (columns === null) return [{ question: 'history', answer: 'asked', text: history[0]?.join(' · ') ?? '' }];
	const read = readHistory(history, opportunities, stages, timeZone, 'en_US', { asOf, asOfDay });
	const moves = read?.to.length ?? 0;
	const rows = history.length - 1;
	if (moves === rows) return [];
	const isTold = hasAsked || moves + (read?.ignoredRows ?? 0) === rows;
	return [{ question: 'history', answer: isTold ? 'listed' : 'silent', text: `${moves} of ${rows} changes` }];
}
