// Spellings of one stage are counted together, in detection and by the list; what may be two stages is listed.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { pipelineOf } from '../pipeline-of.ts';

const times = (count: number, value: Cell): Cell[] => Array.from({ length: count }, () => value);
const read = (...values: readonly Cell[]) => {
	const pipeline = pipelineOf([['Deal ID', 'Stage'], ...values.map((value, i): Cell[] => [`d${i}`, value])]);
	const { counts, issues } = pipeline.opportunities.stages();
	return {
		counts: Object.fromEntries(pipeline.stages.all.map(({ name }, at) => [name, counts[at + 2]])),
		listed: issues.map(({ code, value }) => `${code} ${value}`),
	};
};

describe('spellings of one stage', () => {
	it.each([
		[times(7, 'Proposal sent').concat(times(2, 'Proposal - sent'), times(3, 'Proposal: sent'), 'Won'), 'Proposal sent'],
		[times(9, '2. Qualified').concat(times(2, '2 - Qualified'), '2) Qualified', 'Won'), '2. Qualified'],
		[times(6, 'Lead').concat(times(3, '🔥 Lead'), times(3, 'Lead 🔥'), 'Won'), 'Lead'],
		[times(6, '报价').concat(times(6, '报 价'), '赢单'), '报价'],
	])('are counted together under the most used: %#', (values, name) => {
		const { counts, listed } = read(...values);
		expect([counts[name], Object.keys(counts).length, listed]).toEqual([12, 2, []]);
	});
	it('that end are counted as ends', () => {
		const { counts } = read(...times(4, 'Lead'), ...times(3, 'Won'), ...times(2, '✅ Won'), 'Lost', '❌ Lost');
		expect(counts).toEqual({ Lead: 4, Won: 5, Lost: 2 });
	});
});

describe('two stages in one cell', () => {
	it.each([
		[['Lead', 'Proposal', 'Won'], 'Lead, Proposal', 'Proposal, Won'],
		[['Neu', 'Angebot', 'Gewonnen'], 'Neu; Angebot', 'Angebot; Gewonnen'],
		[['新建', '报价', '赢单'], '新建、报价', '报价、赢单'],
		[['Lead', 'Proposal', 'Won'], 'Lead / Proposal', 'Proposal & Won'],
	])('are no stage and are listed: %s', (stages, first, second) => {
		const { counts, listed } = read(...stages.flatMap((stage) => times(5, stage)), first, ...times(2, second));
		expect(Object.keys(counts)).toEqual(stages);
		expect(listed).toEqual([`unknownStage ${first}`, ...times(2, `unknownStage ${second}`)]);
	});
	it('a name that is used more than its parts is a stage', () => {
		const { counts } = read('Proposal', 'Negotiation', ...times(6, 'Proposal/Negotiation'), 'Won');
		expect(counts['Proposal/Negotiation']).toBe(6);
	});
});
