// Words that are also stages, headings or values: each can be said, and what could be two things is asked.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { canCompare, formulaWords, NO_ARGUMENTS } from '../../../sidebar/formula-words.ts';
import type { Cell, Grid } from '../../../src/core/cells/cell.ts';
import { textKey } from '../../../src/core/cells/text-key.ts';
import { asOfIn } from '../../../src/core/formula/evaluate.ts';
import { shortestWords } from '../../../src/core/formula/shortest-words.ts';
import { spelled } from '../../../src/core/formula/spelling.ts';
import { readCall } from '../../../src/core/formula/words.ts';
import { METRICS } from '../../../src/core/metrics/index.ts';
import type { MetricDefinition } from '../../../src/core/metrics/metric.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { type Stage, StageList } from '../../../src/core/model/stage.ts';
import { readTable } from '../../../src/core/table/table.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { measure, metric, misuse, table } from '../metrics/ask.ts';
import { stage, TODAY } from '../pipeline-of.ts';

const LANGUAGE = [
	...new Set([
		...METRICS.flatMap(({ modes }) => modes.flatMap((group) => group.map(({ word }) => word))),
		...['by', 'period', 'cohort', 'as of', 'within', 'from', 'to', 'stages', 'history', 'shrink', 'detail'],
		...['month', 'quarter', 'year', 'created', 'column', 'stage', 'word'],
	]),
];

function read(grid: Grid, stages: readonly Stage[]): Pipeline {
	const created = grid[0]?.indexOf('Created') ?? -1;
	const list = new StageList(stages);
	const zone = timeZone('UTC');
	const options = { headerRow: 0, stages: list, timeZone: zone, locale: 'en_US', asOfDay: TODAY };
	const columns = { id: 0, stage: 1, ...(created < 0 ? {} : { created }) };
	const opportunities = readTable(grid, { ...options, columns });
	return { stages: list, opportunities, history: null, asOf: TODAY + 1, asOfDay: TODAY, timeZone: zone };
}

/** Nine deals in the stages Lead, `won` (won) and Lost; Lead → won is 2 of 9. */
function withWonStage(won: string, headings: readonly string[] = [], values: readonly Cell[] = []): Pipeline {
	const stages = ['Lead', 'Lead', 'Lead', 'Lead', 'Lead', won, won, 'Lost', 'Lost'];
	return read(
		[['Deal id', 'Deal stage', ...headings], ...stages.map((name, d) => [`d${d}`, name, ...values])],
		[stage('Lead', 'open', 0.1), stage(won, 'won', 1), stage('Lost', 'lost', 0)],
	);
}

describe('a stage that is called like a word of the language', () => {
	test.each(LANGUAGE)('"%s" is meant by "stage:…", and is never taken for the word without being asked', (word) => {
		const pipeline = withWonStage(word);
		const explicit = measure(pipeline, 'stageConversion', 'Lead', `stage:${word}`);
		expect(explicit.value).toBe(2 / 9);
		expect(measure(pipeline, 'stageConversion', 'stage:Lead', 'word:to', word).value).toBe(2 / 9);
		expect(measure(pipeline, 'stageConversion', 'word:from', 'Lead', 'word:to', `Stage: ${word}`).value).toBe(2 / 9);
		const bare = readCall(metric('stageConversion'), pipeline, ['Lead', word]);
		if (bare.ok) expect(bare.call.stages).toEqual([0, 1]);
		else {
			const spellings = `"word:${word}" / "stage:${word}"`;
			expect(bare.misuse).toEqual({ code: 'ambiguousWord', params: { word, spellings } });
		}
	});

	it('is the stage where only a stage makes sense', () => {
		for (const word of ['by', 'To', 'period', 'history', 'stages', 'as of'])
			expect(measure(withWonStage(word), 'stageConversion', 'Lead', word).value).toBe(2 / 9);
		expect(table(withWonStage('detail'), 'stageTasks', 'detail').rows.map((row) => row[0])).toEqual(['detail']);
		expect(measure(withWonStage('detail'), 'stageConversion', 'Lead', 'stage:detail').value).toBe(2 / 9);
	});

	it('leaves the word to functions that take no stage', () => {
		expect(measure(withWonStage('Closed'), 'winRate', 'closed').value).toBe(0.5);
		expect(misuse(withWonStage('Closed'), 'winRate', 'stage:Closed').code).toBe('notForThisFunction');
	});
});

describe('a column that is headed like a word of the language', () => {
	test.each(LANGUAGE)('"%s" is meant by "column:…" as a filter and as a group', (word) => {
		const pipeline = withWonStage('Won', [word], ['x']);
		expect(measure(pipeline, 'winRate', `column:${word}`, 'x')).toMatchObject({ n: 9 });
		expect(measure(pipeline, 'winRate', `Column：${word}`, 'y')).toMatchObject({ n: 0 });
		expect(table(pipeline, 'winRate', 'word:by', `column:${word}`).rows.map((row) => row[0])).toEqual(['x']);
	});

	it('asks where a reserved word and a column both fit what follows', () => {
		const pipeline = withWonStage('Won', ['Period', 'By', 'Created'], ['2026-Q1', 'Id', '2026-01-05']);
		const asked = (...words: Cell[]) => misuse(pipeline, 'winRate', ...words);
		expect(asked('period', '2026-Q1').params.spellings).toBe('"word:period" / "column:period"');
		expect(asked('period', '2026-Q2').code).toBe('ambiguousWord');
		expect(asked('By', 'Id').params.spellings).toBe('"word:By" / "column:By"');
		expect(asked('by', 'nobody').code).toBe('unknownColumn');
		expect(measure(pipeline, 'winRate', 'word:period', '2026-Q2').n).toBe(0);
		expect(measure(pipeline, 'winRate', 'word:period', '2026-Q1').n).toBe(9);
	});

	it('is the column where only a filter makes sense, and the mode where its values say nothing of the kind', () => {
		const pipeline = withWonStage('Won', ['Closed', 'Value', 'Owner'], ['2026-01-05', 'high', 'Ann']);
		expect(measure(pipeline, 'winRate', 'Closed', '2026-01-05').n).toBe(9);
		expect(measure(pipeline, 'winRate', 'Value', 'high').n).toBe(9);
		expect(measure(pipeline, 'winRate', 'closed', 'Owner', 'Ann').n).toBe(4);
		expect(misuse(pipeline, 'winRate', 'value', 'closed').code).toBe('conflictingWords');
		expect(misuse(pipeline, 'winRate', 'Closed', '2026-01-06')).toMatchObject({ code: 'unknownWord' });
	});

	it('asks for the calendar unit or the column after "by"', () => {
		const pipeline = withWonStage('Won', ['Month', 'Created'], ['May', '2026-01-05']);
		expect(misuse(pipeline, 'winRate', 'by', 'month').params.spellings).toBe('"word:month" / "column:month"');
		expect(table(pipeline, 'winRate', 'by', 'word:month').rows[0]?.[0]).toBe('2026-01');
		expect(table(pipeline, 'winRate', 'by', 'column:month').rows[0]?.[0]).toBe('May');
	});

	it('is headed "As of": the day and the filter are told apart', () => {
		const pipeline = withWonStage('Won', ['As of'], ['2026-01-31']);
		const asked = (...words: Cell[]) => asOfIn(metric('winRate'), pipeline, words);
		expect(asked('word:as of', '2026-01-31')).toBe('2026-01-31');
		expect(asked('column:As of', '2026-01-31')).toBeNull();
		expect(misuse(pipeline, 'winRate', 'as of', '2026-01-31').code).toBe('ambiguousWord');
		expect(asOfIn(metric('winRate'), withWonStage('Won'), ['as of', '2026-01-31'])).toBe('2026-01-31');
	});
});

describe('a value that is called like a word of the language', () => {
	test.each(LANGUAGE)('"%s" after a heading is the value', (word) => {
		const pipeline = withWonStage('Won', ['Kind'], [word]);
		expect(measure(pipeline, 'winRate', 'Kind', word).n).toBe(9);
		expect(asOfIn(metric('winRate'), pipeline, ['Kind', word, 'column:Stage', 'Won'])).toBeNull();
	});
});

describe('a text that begins like a prefix', () => {
	it('is the heading or the stage where the prefix names nothing', () => {
		const pipeline = withWonStage('Stage: won', ['Column: x'], ['v']);
		expect(measure(pipeline, 'stageConversion', 'Lead', 'Stage: won').value).toBe(2 / 9);
		expect(measure(pipeline, 'winRate', 'Column: x', 'v').n).toBe(9);
		expect(measure(pipeline, 'winRate', 'column:Column: x', 'v').n).toBe(9);
		expect(misuse(pipeline, 'stageCount', 'stage:nope').code).toBe('unknownStage');
		expect(misuse(pipeline, 'winRate', 'word:closd')).toEqual({
			code: 'unknownWord',
			params: { word: 'word:closd', nearest: 'closed' },
		});
	});
});

describe('what the form writes', () => {
	const name = fc.oneof(
		fc.constantFrom(...LANGUAGE),
		fc.constantFrom(
			...LANGUAGE.flatMap((word) => [spelled('stage', word), spelled('column', word), word.toUpperCase()]),
		),
		fc.constantFrom('Owner', 'Region', 'Stage: x', '2026-Q1', 'Lead', 'a;b', '"', '负责人', '__proto__', '=1+1', ' '),
		fc.string({ maxLength: 6 }),
	);
	const names = fc.uniqueArray(
		name.filter((text) => textKey(text) !== ''),
		{ minLength: 2, maxLength: 5, selector: textKey },
	);
	const tables = fc.record({
		stages: names,
		headings: names,
		values: fc.array(fc.array(name, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
	});
	const definitions = METRICS.filter(({ isExplanation }) => !isExplanation);
	const choices = fc.record({
		metric: fc.constantFrom(...definitions),
		modes: fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }),
		stages: fc.array(fc.nat(10), { minLength: 2, maxLength: 2 }),
		column: fc.nat(10),
		row: fc.nat(10),
		by: fc.nat(10),
		period: fc.constantFrom('', 'last 90 days', '2026-Q1', '2026'),
	});

	function help({ id, modes, stageNames, number, reserved }: MetricDefinition) {
		const worded = modes.map((group) => group.map(({ word }) => ({ word, meaning: '' })));
		const texts = { id, name: '', label: '', summary: '', formula: '', denominator: '', unit: '', definedMode: '' };
		return { ...texts, modes: worded, stageNames, number: number?.en ?? null, reserved };
	}

	it('is read back as what was chosen, spelled out and shortened, for any headings, stages and values', () => {
		let shortened = 0;
		fc.assert(
			fc.property(tables, choices, ({ stages, headings, values }, chosen) => {
				const definition = { ...chosen.metric, isFunnelOrdered: false };
				const grid = [
					['Deal id', 'Deal stage', ...headings],
					...values.map((row, d) => [`d${d}`, stages[0] as string, ...row.slice(0, headings.length)]),
				];
				const list = stages.map((text, at) => stage(text, at === 0 ? 'open' : 'won'));
				const pipeline = read(grid, list);
				const { headings: known } = pipeline.opportunities;
				fc.pre(known.length > 2);
				const column = 2 + (chosen.column % (known.length - 2));
				const labels = pipeline.opportunities.dimension(column)?.labels ?? [];
				fc.pre((known[column] ?? '') !== '' && labels.length > 0);
				const value = labels[chosen.row % labels.length] as string;
				const units = ['word:month', 'word:quarter', 'word:year'];
				const groups = [
					'',
					...known.filter((heading) => heading !== '').map((heading) => spelled('column', heading)),
					...(definition.reserved.includes('cohort') ? units : []),
				];
				const by = definition.reserved.includes('by') ? (groups[chosen.by % groups.length] as string) : '';
				const modes = definition.modes.map((group, g) => group[(chosen.modes[g] ?? 0) % group.length]?.word as string);
				const named = chosen.stages.map((at) => stages[at % stages.length] as string);
				const args = {
					...{ ...NO_ARGUMENTS, modes, stages: named, number: '5', column: known[column] as string },
					...{ value, by, period: chosen.period, isAgainst: chosen.row % 2 === 0 },
				};
				const words = formulaWords(help(definition), args, stages);
				const shortest = shortestWords(definition, pipeline, words);
				if (shortest.join() !== words.join()) shortened++;
				for (const written of [words, shortest]) {
					const again = readCall(definition, pipeline, written);
					if (!again.ok) throw new Error(`${JSON.stringify(written)}: ${JSON.stringify(again.misuse)}`);
					const { call } = again;
					expect([...call.modes].sort()).toEqual([...modes].sort());
					expect(call.stages).toEqual(named.slice(0, definition.stageNames).map((text) => stages.indexOf(text)));
					expect(call.filters).toEqual([{ dimension: pipeline.opportunities.dimension(column), value }]);
					const grouped = call.by === null ? '' : 'unit' in call.by ? `word:${call.by.unit}` : call.by.dimension;
					expect(grouped).toBe(by.startsWith('column:') ? pipeline.opportunities.dimension(by.slice(7)) : by);
					expect(call.isAgainst).toBe(args.isAgainst && canCompare(help(definition), args));
					expect(call.period === null).toBe(chosen.period === '' || !definition.reserved.includes('period'));
				}
			}),
			{ numRuns: 1500, seed: 20_261_129 },
		);
		expect(shortened).toBeGreaterThan(500);
	});
});
