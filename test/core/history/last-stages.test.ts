// The stage now of deals that have no column for it: their last change.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { openAfterWin } from '../../../src/core/detection/stage-kind-by-history.ts';
import { lastStages } from '../../../src/core/history/last-stages.ts';

const HEADINGS = ['Deal ID', 'Stage', 'Changed at'];

describe('the last stage of each deal', () => {
	const rows: Cell[][] = [
		['1', 'Lead', '2025-01-02'],
		['2', 'Lead', '2025-01-03'],
		['1', 'Proposal', '2025-02-02'],
		['2', 'Won', '2025-03-01'],
		['9', 'Lost', '2025-03-01'],
		['2', 'Lead', 'soon'],
	];
	it.each([
		['in time', rows],
		['from the latest to the first', [...rows].reverse()],
		['in no order', [3, 0, 5, 2, 4, 1].map((at) => rows[at] ?? [])],
	])('is the latest one where the changes stand %s', (_, changes) => {
		expect(lastStages([HEADINGS, ...changes], ['1', '2', '3', ''])).toEqual(['Proposal', 'Won', '', '']);
	});
	it('is that of the highest number among changes of one moment', () => {
		const day = '2025-01-02';
		const table: Cell[][] = [
			['Case ID', 'Sequence', 'Stage', 'Entered at'],
			['1', 2, 'Proposal', day],
			['1', 3, 'Won', day],
			['1', 1, 'Lead', day],
		];
		expect(lastStages(table, ['1'])).toEqual(['Won']);
	});
	it('leaves changes of other fields out', () => {
		const table: Cell[][] = [
			['Opportunity ID', 'Field', 'Old value', 'New value', 'Edit date'],
			['1', 'Stage', 'Lead', 'Proposal', '2025-01-02'],
			['1', 'Amount', '100', '200', '2025-01-09'],
		];
		expect(lastStages(table, ['1'])).toEqual(['Proposal']);
	});
	it.each(['dealstage', 'Phase', '阶段', 'Etapa'])('reads the changes of a field called %s', (field) => {
		const table: Cell[][] = [
			['Opportunity ID', 'Field', 'Old value', 'New value', 'Edit date'],
			['1', field, 'Lead', 'Proposal', '2025-01-02'],
			['1', 'Owner', 'Ann', 'Ben', '2025-01-09'],
		];
		expect(lastStages(table, ['1'])).toEqual(['Proposal']);
	});
	it('is the upper one of a day where the changes of most deals stand latest first', () => {
		const table: Cell[][] = [
			HEADINGS,
			['1', 'Won', '2025-03-02'],
			['1', 'Proposal', '2025-03-02'],
			['1', 'Lead', '2025-01-02'],
			['2', 'Lost', '2025-06-02'],
			['2', 'Lead', '2025-05-02'],
		];
		expect(lastStages(table, ['1', '2'])).toEqual(['Won', 'Lost']);
	});
	it('is read under headings in other languages', () => {
		const german: Cell[][] = [
			['Vorgangsnummer', 'Neue Phase', 'Geändert am'],
			['1', 'Angebot', '02.01.2025'],
			['1', 'Gewonnen', '03.02.2025'],
		];
		expect(lastStages(german, ['1'])).toEqual(['Gewonnen']);
	});
	it('is unknown without a table of changes', () => {
		expect(
			lastStages(
				[
					['Name', 'Phone'],
					['A', '1'],
				],
				['1'],
			),
		).toBeNull();
	});
});

describe('a stage that is called open and follows a win', () => {
	const path = (...stages: readonly string[]) => new Map(stages.map((stage, at) => [stage.toLowerCase(), at]));
	const stages = [
		{ name: 'Lead', meaning: 'open' },
		{ name: 'Registered', meaning: 'open' },
		{ name: 'Won', meaning: 'won' },
	] as const;
	it('is asked where its deals were won before', () => {
		const paths = [...Array(6).keys()].map(() => path('Lead', 'Won', 'Registered'));
		expect([...openAfterWin(paths, stages)]).toEqual(['registered']);
	});
	it('is open where a deal or two were opened again', () => {
		const paths = [path('Lead', 'Won', 'Registered'), ...[...Array(9).keys()].map(() => path('Lead', 'Registered'))];
		expect([...openAfterWin(paths, stages)]).toEqual([]);
	});
});
