/** What a change of the stage list changes in its cells: what the user changed, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/core/cells/cell.ts';
import type { Stage } from '../../../src/core/model/stage.ts';
import { changedStageRows } from '../../../src/core/stage-list/stage-rows.ts';
import { readStageTable, stageTableRows } from '../../../src/core/stage-list/stage-table.ts';

const HEADINGS = ['Name', 'Kind', 'Probability', 'Usual days', 'Exit rule', 'Tasks', 'Aliases', 'Id'];
const FORMER: Cell[][] = [
	HEADINGS,
	['Lead', 'active', 0.1, 14, '', 'Call；Mail', 'Anfrage', 'lead'],
	['Demo', 'opne', '40 %', 'soon', 'shown', '', '', 'demo'],
	['', '', '', '', '', '', '', ''],
	['Quote', '', 'high', 'weeks', '', '', '', ''],
	['', 'open', 0.3, '', '', '', '', ''],
	['Won', 'closed won', '', '', '', '', '', 'won'],
	['', '', '', '', '', '', '', ''],
];
const read = readStageTable(FORMER).stages;
const rows = (stages: readonly Stage[], former: Grid = FORMER) => changedStageRows(former, stages, 'en').cells;
const stage = (id: string): Stage => read.find((other) => other.id === id) as Stage;

describe('the cells of the stage list after a change', () => {
	it('are the same when nothing changed, down to words, blanks and cells that could not be read', () => {
		expect(read.map(({ id }) => id)).toEqual(['lead', 'quote', 'won']);
		// The id that a stage lacked is the one thing that is written.
		const expected = FORMER.map((row) => [...row]);
		(expected[4] as Cell[])[7] = 'quote';
		expect(rows(read)).toEqual(expected);
	});

	it('change in the one place that the user changed', () => {
		const changed = rows(read.map((other) => (other.id === 'lead' ? { ...other, usualDays: 7 } : other)));
		expect(changed[1]).toEqual(['Lead', 'active', 0.1, 7, '', 'Call；Mail', 'Anfrage', 'lead']);
		expect(changed[2]).toEqual(FORMER[2]);
	});

	it('keep an unread row behind the stage above it when the order changes, and at the top when all above it are gone', () => {
		const names = (grid: readonly (readonly Cell[])[]) => grid.map((row) => row[0]);
		expect(names(rows([stage('quote'), stage('lead'), stage('won')]))).toEqual([
			'Name',
			'Quote',
			'Lead',
			'',
			'Demo',
			'',
			'Won',
			'',
		]);
		const without = rows([stage('quote'), stage('won')]);
		expect(names(without)).toEqual(['Name', 'Demo', 'Quote', '', 'Won', '', '', '']);
		expect(without[1]).toEqual(FORMER[2]);
	});

	it('never put a new stage over a row that holds something', () => {
		const former = [
			...FORMER.slice(0, 7),
			['', 'note of ours', '', '', '', '', '', ''],
			['', '', '', '', '', '', '', ''],
		];
		const added = { ...stage('lead'), id: 's-1', name: 'Pilot' };
		const changed = rows([...read, added], former);
		expect(changed[7]).toEqual(former[7]);
		expect(changed[8]?.[0]).toBe('Pilot');
	});

	it('stand in the columns where the user has moved them, beside columns of the user', () => {
		const former = [
			['Our stages', '', '', ''],
			['Id', 'Note', 'Name', 'Kind'],
			['lead', 'keep', 'Lead', 'open'],
			['won', 'me', 'Won', 'won'],
		];
		const { stages } = readStageTable(former);
		expect(rows(stages, former)).toEqual(former);
		const changed = rows([{ ...(stages[0] as Stage), probability: 0.4 }, stages[1] as Stage], former);
		expect(changed).toEqual([
			['Our stages', '', '', ''],
			['Id', 'Note', 'Name', 'Kind', 'Probability'],
			['lead', 'keep', 'Lead', 'open', 0.4],
			['won', 'me', 'Won', 'won', 1],
		]);
	});

	it('get headings where the list has none', () => {
		const former = [
			['Lead', 'open'],
			['Won', 'won'],
		];
		const changed = rows(readStageTable(former).stages, former);
		expect(changed.map((row) => row.slice(0, 2))).toEqual([['Name', 'Kind'], ...former]);
	});

	it('are read back as the very list that was saved, whatever the list was', () => {
		const stages = fc.uniqueArray(
			fc.record({
				id: fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', 'c', '1') }),
				name: fc.constantFrom('Lead', 'Demo2', 'Pilot', 'Offer', 'Talk'),
				usualDays: fc.option(fc.nat({ max: 90 }), { nil: null }),
				probability: fc.constantFrom(0, 0.2, 0.5),
			}),
			{ selector: ({ id }) => id, maxLength: 5 },
		);
		const whole = stages.map((drafts) => [
			...drafts.map((draft, i): Stage => {
				const name = `${draft.name} ${i}`;
				return { ...draft, name, kind: 'open', aliases: [], exitRule: '', tasks: [] };
			}),
			stage('won'),
		]);
		fc.assert(
			fc.property(whole, whole, (first, second) => {
				const saved = rows(first, stageTableRows(second, 'zh-CN'));
				expect(readStageTable(saved).stages).toEqual(first);
				expect(readStageTable(rows(second, saved)).stages).toEqual(second);
				// The unread row and the one without a name are in every save.
				const kept = rows(first);
				expect(kept).toContainEqual(FORMER[2]);
				expect(kept).toContainEqual(FORMER[5]);
			}),
			{ numRuns: 300 },
		);
	});
});
