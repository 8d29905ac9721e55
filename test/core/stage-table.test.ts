import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGE_KINDS, type Stage, StageList } from '../../src/core/stage.ts';
import { kindOfWord, newStageId, readStageTable, stageTableRows } from '../../src/core/stage-table.ts';
import { STAGE_TEMPLATES } from '../../src/core/stage-templates.ts';
import { textKey } from '../../src/core/text-key.ts';

const brief = (rows: readonly (readonly (string | number)[])[]) => {
	const { stages, problems } = readStageTable(rows);
	return { stages: stages.map(({ name, kind, probability }) => [name, kind, probability]), problems: problems.map(({ code }) => code) };
};

describe('templates', () => {
	it('are good stage lists in both languages', () => {
		for (const { stages } of STAGE_TEMPLATES) {
			for (const language of ['en', 'zh-CN'] as const) {
				const list = new StageList(
					stages.map(({ id, name, kind, probability }) => ({
						id,
						name: name[language],
						kind,
						probability,
						aliases: [],
						usualDays: null,
						exitRule: '',
						tasks: [],
					})),
				);
				expect(list.problems()).toEqual([]);
			}
		}
	});
	it('have the guide’s six stages', () =>
		expect(STAGE_TEMPLATES[0]?.stages.map(({ probability }) => probability)).toEqual([0.1, 0.35, 0.65, 0.75, 1, 0]));
});

describe('reading', () => {
	it('goes by headings in either language, in any order', () => {
		const read = {
			stages: [
				['Lead', 'open', 0.1],
				['Won', 'won', 1],
				['Lost', 'lost', 0],
			],
			problems: [],
		};
		expect(
			brief([
				['Kind', 'Name', 'Probability'],
				['open', 'Lead', '10%'],
				['won', 'Won', ''],
				['lost', 'Lost', 50],
			]),
		).toEqual(read);
		expect(
			brief([
				['概率', '名称', '类型'],
				[10, 'Lead', '进行中'],
				['', 'Won', '赢单'],
				['', 'Lost', '输单'],
			]),
		).toEqual(read);
	});
	it('goes by position without headings', () => {
		expect(
			brief([
				['Lead', 'open', 10],
				['Hold', 'parked', 0],
				['Won', 'won', 100],
			]),
		).toEqual({
			stages: [
				['Lead', 'open', 0.1],
				['Hold', 'parked', 0],
				['Won', 'won', 1],
			],
			problems: [],
		});
	});
	it.each([[35], ['35%'], ['.35'], [0.35]])('takes %s for 35 %', (probability) => {
		expect(
			brief([
				['Name', 'Kind', 'Probability'],
				['Lead', 'open', probability],
				['Won', 'won', ''],
			]).stages[0],
		).toEqual(['Lead', 'open', 0.35]);
	});
	it('asks about a fraction beside whole numbers', () => {
		expect(
			brief([
				['Name', 'Kind', 'Probability'],
				['Lead', 'open', 0.35],
				['Demo', 'open', 50],
				['Won', 'won', ''],
			]).problems,
		).toEqual(['probabilityUnitUnclear']);
	});
	it('lists what can not be used', () => {
		expect(
			brief([
				['Name', 'Kind', 'Probability'],
				['Lead', 'open', 350],
				['lead ', 'open', 10],
				['Demo', 'maybe', 5],
			]),
		).toEqual({
			stages: [
				['Lead', 'open', 0],
				['lead', 'open', 0.1],
			],
			problems: ['badProbability', 'badKind', 'sameKey', 'noWonStage'],
		});
		expect(readStageTable([]).problems).toEqual([{ code: 'noStages' }]);
		expect(readStageTable([['Name', 'Kind']]).problems).toEqual([{ code: 'noStages' }]);
	});
	it('names both stages of one key', () => {
		expect(
			readStageTable([
				['Name', 'Kind'],
				['Won', 'won'],
				['ＷＯＮ', 'open'],
				['Lead', 'open'],
			]).problems,
		).toEqual([{ code: 'sameKey', first: 'Won', second: 'ＷＯＮ' }]);
	});
	it('takes a blank kind for open unless the name says an end', () => {
		expect(
			brief([
				['Name', 'Kind'],
				['Demo', ''],
				['Closed won', ''],
				['Won', 'won'],
			]),
		).toEqual({
			stages: [
				['Demo', 'open', 0],
				['Won', 'won', 1],
			],
			problems: ['badKind'],
		});
	});
	it('gives new stages ids of their own and keeps the old ones', () => {
		const { stages } = readStageTable([
			['Name', 'Kind', 'Id'],
			['Lead', 'open', 'k1'],
			['Demo', 'open', ''],
			['Won', 'won', 'demo'],
			['Win 2', 'won', 'k1'],
		]);
		expect(stages.map(({ id }) => id)).toEqual(['k1', 'demo-2', 'demo', 'win-2']);
		expect(newStageId('!!!', new Set())).toBe('stage');
	});
	it('knows kinds in both languages', () =>
		expect(['进行中', '赢单', '输单', '搁置', 'OPEN', 'nope', '__proto__'].map(kindOfWord)).toEqual([
			'open',
			'won',
			'lost',
			'parked',
			'open',
			null,
			null,
		]));
});

describe('the whole table', () => {
	const full = [
		['Stages of 2026'],
		['Name', 'Kind', 'Probability', 'Usual days', 'Exit rule', 'Tasks', 'Aliases', 'Id', 'Name'],
		[' New  lead ', 'open', '10%', 14, ' Budget known ', 'Call; Mail;; ', 'Lead；首次接触', ' k1 ', 'not this one'],
		['', 'open', '', '', '', '', '', 'k9', ''],
		['Won', 'won', '', '', '', '', '', '', ''],
	];
	it('is read below a title, each cell in its column', () => {
		expect(readStageTable(full).stages).toEqual([
			{
				id: 'k1',
				name: 'New lead',
				kind: 'open',
				probability: 0.1,
				usualDays: 14,
				exitRule: 'Budget known',
				tasks: ['Call', 'Mail'],
				aliases: ['Lead', '首次接触'],
			},
			{ id: 'won', name: 'Won', kind: 'won', probability: 1, usualDays: null, exitRule: '', tasks: [], aliases: [] },
		]);
	});
	it('is written with its headings, lists joined by semicolons, what is not set left blank', () => {
		expect(stageTableRows(readStageTable(full).stages, 'en')).toEqual([
			['Name', 'Kind', 'Probability', 'Usual days', 'Exit rule', 'Tasks', 'Aliases', 'Id'],
			['New lead', 'open', 0.1, 14, 'Budget known', 'Call; Mail', 'Lead; 首次接触', 'k1'],
			['Won', 'won', 1, '', '', '', '', 'won'],
		]);
		expect(stageTableRows([], 'zh-CN')).toEqual([['名称', '类型', '概率', '通常天数', '推进条件', '任务', '别名', '编号']]);
	});
	it('usual days are a number from 0 to under 100,000; anything else is named with its cell and left unset', () => {
		const days = (...values: (string | number)[]) =>
			readStageTable([['Name', 'Kind', 'Days'], ...values.map((value, i) => [`S${i}`, 'open', value]), ['Won', 'won', '']]);
		const read = days(0, 99_999, 100_000, -1, 'two weeks', '');
		expect(read.stages.map(({ usualDays }) => usualDays)).toEqual([0, 99_999, null, null, null, null, null]);
		expect(read.problems).toEqual([
			{ code: 'badDays', row: 3, stage: 'S2', value: '100000' },
			{ code: 'badDays', row: 4, stage: 'S3', value: '-1' },
			{ code: 'badDays', row: 5, stage: 'S4', value: 'two weeks' },
		]);
	});
	it('problems name the row, the stage and at most 200 characters of the cell', () => {
		const { problems } = readStageTable([
			['Name', 'Kind', 'Probability'],
			['Lead', 'x'.repeat(300), ''],
			['Demo', 'open', 400],
			['Win', '', ''],
			['Proposal', 'open', 0.5],
			['Talk', 'open', 20],
			['Won', 'won', ''],
		]);
		expect(problems).toEqual([
			{ code: 'badKind', row: 1, stage: 'Lead', value: 'x'.repeat(200) },
			{ code: 'badProbability', row: 2, stage: 'Demo', value: '400' },
			{ code: 'badKind', row: 3, stage: 'Win', value: '' },
			{ code: 'probabilityUnitUnclear', row: 4, stage: 'Proposal', value: '0.5' },
		]);
	});
	it('a fraction is taken for a share where no other cell is a whole number of percents', () => {
		const problems = (...values: (string | number)[]) =>
			readStageTable([['Name', 'Kind', 'Probability'], ...values.map((value, i) => [`S${i}`, 'open', value]), ['Won', 'won', '']]).problems;
		expect(problems(0.2, 0.5, '40%')).toEqual([]);
		expect(problems(0.2, 1)).toEqual([]);
	});
	it('a heading alone above single cells is one, a single word among cells is not', () => {
		expect(readStageTable([['Stage'], ['Lead'], ['Won']]).stages.map(({ name }) => name)).toEqual(['Lead']);
		expect(
			readStageTable([
				['Stage', 'open', 10],
				['Won', 'won', ''],
			]).stages.map(({ name }) => name),
		).toEqual(['Stage', 'Won']);
	});
	it('an id is made of the letters and digits of the name, forty at most, and told apart by a number', () => {
		expect(newStageId(' (Closed) – won! ', new Set())).toBe('closed-won');
		expect(newStageId('–'.repeat(3) + 'a'.repeat(60), new Set())).toBe('a'.repeat(40));
		expect(newStageId('Demo', new Set(['demo', 'demo-2', 'demo-3']))).toBe('demo-4');
	});
});

it('what is written is read back, in both languages', () => {
	const text = fc
		.string({ minLength: 1, maxLength: 20 })
		.map((value) => value.replace(/[;；\s]+/gu, ' ').trim())
		.filter((value) => textKey(value) !== '' && value === value.normalize('NFC'));
	const stages = fc.uniqueArray(
		fc.record<Stage>({
			id: fc.uuid(),
			name: text,
			kind: fc.constantFrom(...STAGE_KINDS),
			probability: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
			aliases: fc.array(text, { maxLength: 2 }),
			usualDays: fc.option(fc.integer({ min: 0, max: 400 })),
			exitRule: text,
			tasks: fc.array(text, { maxLength: 2 }),
		}),
		{ minLength: 1, maxLength: 6, selector: ({ name }) => textKey(name) },
	);
	fc.assert(
		fc.property(stages, fc.constantFrom('en' as const, 'zh-CN' as const), (list, language) => {
			const expected = list.map((stage) => ({
				...stage,
				probability: stage.kind === 'won' ? 1 : stage.kind === 'lost' ? 0 : stage.probability,
			}));
			expect(readStageTable(stageTableRows(list, language)).stages).toEqual(expected);
		}),
		{ seed: 11, numRuns: 200 },
	);
});
