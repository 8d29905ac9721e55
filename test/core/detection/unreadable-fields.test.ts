/** A field that is named for certain never vanishes: its column is taken, and what cannot be read is listed. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { headingsOf, pipelineOf } from '../pipeline-of.ts';

const STAGES = ['Lead', 'Won', 'Lost', 'Demo', 'Won', 'Lead'];
const WORDS = ['soon', '??', 'week 12', 'tbc by Ann', 'next', 'see offer'];
const tableOf = (heading: string, cells: readonly Cell[], other: string, others: readonly Cell[]) =>
	pipelineOf([
		['Deal', 'Stage', other, heading],
		...cells.map((cell, i) => [`D${i}`, STAGES[i] ?? '', others[i] ?? '', cell]),
	]);
const AMOUNTS = [100, 200, 300, 400, 500, 600];
const DAYS = ['2025-01-02', '2025-01-03', '2025-01-04', '2025-01-05', '2025-01-06', '2025-01-07'];

it.each(['Created', 'Erstellt am', 'Fecha de creación', '作成日', '생성일', 'Дата создания', 'Ngày tạo'])(
	'%s with words below is the beginning, and each cell is listed',
	(heading) => {
		const pipeline = tableOf(heading, WORDS, 'Amount', AMOUNTS);
		expect(headingsOf(pipeline.detection)).toMatchObject({ created: heading });
		expect(pipeline.detection.columns.get('created')?.confidence).toBe('unsure');
		expect(checkTable(pipeline).filter(({ code, column }) => code === 'notADate' && column === 3)).toHaveLength(6);
	},
);

it.each(['Amount', 'Kwota', '金额', 'Importo', 'Bedrag', 'Kwota'])('%s with words below is the amount', (heading) => {
	const pipeline = tableOf(heading, WORDS, 'Created', DAYS);
	expect(headingsOf(pipeline.detection)).toMatchObject({ amount: heading, created: 'Created' });
	expect(checkTable(pipeline).some(({ code, column }) => code === 'notAnAmount' && column === 3)).toBe(true);
});

describe('is not taken', () => {
	it.each([
		['where another column has days', 'Start date', DAYS],
		['where its cells say yes and no', 'Amount', AMOUNTS],
	] as const)('%s', (_, other, others) => {
		const cells = other === 'Amount' ? [true, false, true, false, true, false] : WORDS;
		const { detection } = tableOf('Created', cells, other, others);
		expect(headingsOf(detection).created).toBe(other === 'Amount' ? undefined : 'Start date');
	});
});

it.each([
	'Contract start',
	'Expected start',
	'Renewal date',
	'Vertragsbeginn',
	'Verlängerung am',
	'契約開始日',
	'合同开始日期',
	'Début du contrat',
	'Inicio del contrato',
	'Data rozpoczęcia umowy',
	'Дата начала договора',
	'Tanggal mulai kontrak',
	'계약시작일',
	'Startdatum contract',
])('%s is not the beginning of a deal', (heading) => {
	const { detection } = tableOf(heading, DAYS, 'Amount', AMOUNTS);
	expect(headingsOf(detection).created).not.toBe(heading);
});
