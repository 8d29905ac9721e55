import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textKey } from '../../../src/core/cells/text-key.ts';
import { plainStage, STAGE_KINDS, type Stage, StageList } from '../../../src/core/model/stage.ts';
import { kindOfWord, newStageId, readStageTable, stageTableRows } from '../../../src/core/stage-list/stage-table.ts';
import { STAGE_TEMPLATES } from '../../../src/core/stage-list/stage-templates.ts';

const brief = (rows: readonly (readonly (string | number)[])[]) => {
	const { stages, problems } = readStageTable(rows);
	return {
		stages: stages.map(({ name, kind, probability }) => [name, kind, probability]),
		problems: problems.map(({ code }) => code),
	};
};

describe('templates', () => {
	it('are good stage lists in both languages', () => {
		for (const { stages } of STAGE_TEMPLATES) {
			for (const language of ['en', 'zh-CN'] as const) {
				const list = new StageList(
					stages.map(({ id, name, kind, probability }) => plainStage(name[language], kind, probability, { id })),
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
	it('lists what cannot be used', () => {
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

it('what is written is read back, in both languages', () => {
	const text = fc
		.string({ minLength: 1, maxLength: 20 })
		.map((value) => value.replace(/[;；\s]+/gu, ' ').trim())
		.filter((value) => textKey(value) !== '' && value === value.normalize('NFC'));
	// Whatever separates, quotes or breaks the line.
	const listed = fc
		.array(fc.oneof(fc.constantFrom(';', '；', '"', '\n', ' ', 'a', '; b', '""'), fc.string({ maxLength: 3 })), {
			maxLength: 8,
		})
		.map((parts) => parts.join('').trim())
		.filter((value) => value !== '' && value === value.normalize('NFC'));
	const stages = fc.uniqueArray(
		fc.record<Stage>({
			id: fc.uuid(),
			name: text,
			kind: fc.constantFrom(...STAGE_KINDS),
			probability: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
			aliases: fc.array(listed, { maxLength: 3 }),
			usualDays: fc.option(fc.integer({ min: 0, max: 400 })),
			exitRule: text,
			tasks: fc.array(listed, { maxLength: 3 }),
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
		{ seed: 11, numRuns: 500 },
	);
});
