// Which column becomes which field where several could be one, and how sure that is.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { type DetectionChoice, detectTable } from '../../../src/core/detection/table-detection.ts';

const found = (headings: Cell[], rows: Cell[][], choice: DetectionChoice = {}) =>
	Object.fromEntries(
		[...detectTable([headings, ...rows], choice).columns].map(([field, { column, confidence }]) => [
			field,
			`${column} ${confidence}`,
		]),
	);
const STAGES = ['Lead', 'Proposal', 'Won', 'Lost', 'Lead'];
/** Five rows of the given columns. */
const rows = (...columns: Cell[][]): Cell[][] =>
	STAGES.map((_, row) => columns.map((column) => column[row % column.length] as Cell));
const NAMES = ['Acme', 'Bolt', 'Cone', 'Dune', 'Etna'];
/** Not every deal has one. */
const SOME = ['2026-01-01', '', '2026-01-03', '2026-01-04', ''];
const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'];

describe('the stage column', () => {
	it('is the one that is called so, before a status', () => {
		expect(found(['Deal', 'Status', 'Stage'], rows(NAMES, ['Open', 'Won', 'Lost'], STAGES))).toEqual({
			name: '0 sure',
			status: '1 sure',
			stage: '2 sure',
		});
		expect(found(['Deal', 'Step'], rows(NAMES, STAGES))).toEqual({ name: '0 sure', stage: '1 likely' });
	});
	it('is found behind a sign in front of its heading, beside a status of the same words', () => {
		expect(found(['📌 Deal', 'Status', '▶ Fase da venda'], rows(NAMES, ['Open', 'Won', 'Lost'], STAGES))).toEqual({
			name: '0 sure',
			status: '1 sure',
			stage: '2 sure',
		});
	});
	it('of two statuses is the one with more words of stages, and no longer a status', () => {
		expect(found(['Deal', 'Status', 'State'], rows(NAMES, ['Open', 'Won', 'Ann'], STAGES))).toMatchObject({
			stage: '2 likely',
		});
		expect(found(['Deal', 'Status'], rows(NAMES, STAGES))).toEqual({ name: '0 sure', stage: '1 likely' });
		expect(found(['Deal', 'State', 'Status'], rows(NAMES, STAGES, STAGES))).toMatchObject({ stage: '1 likely' });
	});
	it('is what the user chose, whatever it is called', () => {
		expect(found(['Deal', 'Stage', 'Where'], rows(NAMES, STAGES, ['x', 'y']), { stageColumn: 2 })).toEqual({
			name: '0 sure',
			stage: '2 sure',
		});
		expect(found(['Deal', 'Stage'], rows(NAMES, STAGES), { stageColumn: null, headerRow: null })).toEqual({
			name: '0 sure',
			stage: '1 sure',
		});
	});
	it('is found by its words under any heading, also beyond the last heading', () => {
		expect(found(['Deal', 'Where'], rows(NAMES, STAGES))).toEqual({ name: '0 sure', stage: '1 unsure' });
		expect(found(['Deal', 'Amount'], rows(NAMES, [5], STAGES))).toEqual({
			name: '0 sure',
			amount: '1 sure',
			stage: '2 unsure',
		});
	});
});

describe('other columns', () => {
	it('of two equal headings the left one is taken', () => {
		expect(found(['Amount', 'Stage', 'Amount'], rows([1, 2], STAGES, [3, 4]))).toEqual({
			amount: '0 sure',
			stage: '1 sure',
		});
	});
	it('weak headings are less sure than whole ones', () => {
		expect(found(['Date', 'Stage', 'Deal'], rows(DAYS, STAGES, NAMES))).toEqual({
			created: '0 unsure',
			stage: '1 sure',
			name: '2 sure',
		});
		expect(found(['Order id', 'Stage'], rows(NAMES, STAGES))).toEqual({ id: '0 likely', stage: '1 sure' });
	});
	it('a company is the name of the deal where no id tells the rows apart, or where it does so itself', () => {
		expect(found(['Company', 'Stage'], rows(['Acme', 'Acme', 'Bolt'], STAGES))).toMatchObject({ name: '0 unsure' });
		expect(found(['Id', 'Company', 'Stage'], rows([1, 2, 3, 4, 5], NAMES, STAGES))).toEqual({
			id: '0 sure',
			name: '1 unsure',
			stage: '2 sure',
		});
		expect(found(['Id', 'Company', 'Stage'], rows([1, 2, 3, 4, 5], ['Acme', 'Acme', 'Bolt'], STAGES))).toEqual({
			id: '0 sure',
			stage: '2 sure',
		});
		expect(found(['Id', 'Deal', 'Stage'], rows([1, 2, 3, 4, 5], ['Acme', 'Acme', 'Bolt'], STAGES))).toMatchObject({
			name: '1 sure',
		});
	});
	it('content alone speaks where the stage is the only heading that says something, or none does', () => {
		expect(found(['x', 'Stage', 'y'], rows(NAMES, STAGES, DAYS))).toEqual({
			stage: '1 sure',
			name: '0 unsure',
			created: '2 unsure',
		});
		expect(found(['x', 'Stage', 'y', 'Owner'], rows(NAMES, STAGES, DAYS, ['Ann', 'Ben']))).toEqual({
			stage: '1 sure',
			owner: '3 sure',
			created: '2 unsure',
		});
	});
	it('a date that only ended deals have needs three of them to be the closing', () => {
		const find = (stages: Cell[]) =>
			found(
				['Deal', 'Stage', 'x'],
				stages.map((stage, i) => [`d${i}`, stage, stage === 'Lead' ? '' : `2026-01-0${i + 1}`]),
			);
		expect(find(['Won', 'Lost', 'Won', 'Lead', 'Lead', 'Lead'])).toMatchObject({ closed: '2 unsure' });
		expect(find(['Won', 'Passed', 'Approved', 'Lead', 'Lead', 'Lead'])).toMatchObject({ closed: '2 unsure' });
		expect(find(['Won', 'Lost', 'Lead', 'Lead', 'Lead', 'Lead'])).not.toHaveProperty('closed');
	});
	it('a sure close date that half of the open deals have is their expected date, too', () => {
		const find = (heading: string, open: Cell[]) =>
			found(
				['Deal', 'Stage', heading],
				[
					...open.map((date, i): Cell[] => [`o${i}`, 'Lead', date]),
					['w', 'Won', '2026-01-01'],
					['x', 'Won', '2026-01-02'],
				],
			);
		expect(find('Close date', ['2026-05-01', ''])).toMatchObject({ closed: '2 sure', expectedClose: '2 likely' });
		expect(find('Close date', ['2026-05-01', '', ''])).not.toHaveProperty('expectedClose');
		expect(find('Won date', ['2026-05-01', ''])).not.toHaveProperty('expectedClose');
		expect(
			found(['Deal', 'Stage', 'Close date', 'Expected close date'], rows(NAMES, STAGES, DAYS, DAYS)),
		).toMatchObject({
			closed: '2 sure',
			expectedClose: '3 sure',
		});
	});
});

describe('obstacles', () => {
	it('name the row of the headings as people count it', () => {
		expect(detectTable([['title'], ['Name', 'Stage', 'Amount']])).toMatchObject({
			headerRow: 1,
			obstacle: { code: 'onlyHeader', params: { headerRow: 2 } },
		});
		expect(
			detectTable([
				['Name', 'Amount'],
				['Acme', 5],
			]),
		).toMatchObject({ obstacle: { code: 'noStageColumn', params: { headerRow: 1 } } });
		expect(
			detectTable([
				['Name', 'Stage'],
				['', ''],
				['', 'Lead'],
			]).obstacle,
		).toBeNull();
		expect(detectTable([['Name', 'Stage']], { headerRow: 1 })).toEqual({
			headerRow: 0,
			headings: [],
			outcomes: [],
			columns: new Map(),
			reasons: new Map(),
			stageDates: [],
			obstacle: { code: 'empty', params: {} },
		});
		expect(
			detectTable(
				[
					['Name', 'Stage'],
					['a', 'Lead'],
				],
				{ headerRow: 1 },
			).headings,
		).toEqual(['a', 'Lead']);
	});
});

describe('dates of stages', () => {
	const dates = (headings: string[], ...columns: Cell[][]) => detectTable([headings, ...rows(...columns)]).stageDates;
	it('go by the names of the stages and of the statuses', () => {
		expect(dates(['Deal', 'Stage', 'Proposal date', 'Gizmo date'], NAMES, STAGES, DAYS, DAYS)).toEqual([
			{ stage: 'Proposal', column: 2 },
		]);
		expect(dates(['Deal', 'Stage', 'Status', 'Frozen date'], NAMES, STAGES, ['Frozen', 'Won', 'Lost'], SOME)).toEqual([
			{ stage: 'Frozen', column: 3 },
		]);
	});
	it('of won and lost go to the stage that means it, in whatever words', () => {
		expect(
			dates(['Deal', 'Stage', 'Won date', 'Lost date'], NAMES, ['Lead', 'Gewonnen', 'Verloren'], SOME, SOME),
		).toEqual([
			{ stage: 'Gewonnen', column: 2 },
			{ stage: 'Verloren', column: 3 },
		]);
		expect(dates(['Deal', 'Stage', 'Lost date'], NAMES, ['Lead', 'Demo'], SOME)).toEqual([
			{ stage: 'lost', column: 2 },
		]);
		expect(dates(['Deal', 'Stage', 'Won date', 'Close date'], NAMES, STAGES, DAYS, DAYS)).toEqual([
			{ stage: 'Won', column: 2 },
		]);
	});
	it('are no column that is surely something else, that holds no dates, or that names a stage a second time', () => {
		expect(dates(['Deal', 'Stage', 'Close date'], NAMES, ['Lead', 'Close'], DAYS)).toEqual([]);
		expect(dates(['Deal', 'Stage', 'Proposal date'], NAMES, STAGES, NAMES)).toEqual([]);
		expect(dates(['Deal', 'Stage', 'Proposal date', 'Date entered Proposal'], NAMES, STAGES, DAYS, DAYS)).toEqual([
			{ stage: 'Proposal', column: 2 },
		]);
		expect(dates(['Deal', 'Stage', ''], NAMES, STAGES, DAYS)).toEqual([]);
	});
	it('are not named by a column of more than sixty values', () => {
		const many = Array.from({ length: 70 }, (_, i): Cell[] => [
			`d${i}`,
			`Gizmo ${'abcdefghij'[i % 10]}${'klmnopq'[Math.floor(i / 10)]}`,
			i % 2 === 0 ? '2026-01-01' : '',
		]);
		expect(detectTable([['Deal', 'Stage', 'Gizmo ak date'], ...many], { stageColumn: 1 }).stageDates).toEqual([]);
		expect(
			detectTable([['Deal', 'Stage', 'Gizmo ak date'], ...many.slice(0, 60)], { stageColumn: 1 }).stageDates,
		).toEqual([{ stage: 'Gizmo ak', column: 2 }]);
	});
});
