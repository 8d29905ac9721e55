// Which column of a stage-change table is which, and what each adds to the changes.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { historyColumns } from '../../../src/core/detection/history-columns.ts';
import { readHistory } from '../../../src/core/history/history-table.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { FOUR_STAGES, tinyOpportunities } from '../funnel/tiny-pipeline.ts';

const UTC = timeZone('UTC');
const roles = (...headings: Cell[]) => {
	const found = historyColumns([headings]);
	return found === null ? null : { ...Object.fromEntries(found.column), own: found.isOwnLog };
};

describe('columns of a stage-change table', () => {
	it('of our own log, which is known by its sequence and its "not before"', () => {
		expect(
			roles('Deal id', 'Sequence', 'From', 'To', 'From id', 'To id', 'Not before', 'Observed at', 'By', 'Source'),
		).toEqual({
			deal: 0,
			sequence: 1,
			from: 2,
			to: 3,
			fromId: 4,
			toId: 5,
			notBefore: 6,
			at: 7,
			by: 8,
			source: 9,
			own: true,
		});
		expect(roles('Deal id', 'Sequence', 'To', 'Observed at')).toEqual({
			deal: 0,
			sequence: 1,
			to: 2,
			at: 3,
			own: false,
		});
		expect(roles('Deal id', 'Not before', 'To', 'Observed at')).toEqual({
			deal: 0,
			notBefore: 1,
			to: 2,
			at: 3,
			own: false,
		});
	});
	it('of the field history of a CRM', () => {
		expect(roles('Opportunity ID', 'Field', 'Old Value', 'New Value', 'Edited By', 'Edit Date')).toEqual({
			deal: 0,
			field: 1,
			from: 2,
			to: 3,
			by: 4,
			at: 5,
			own: false,
		});
	});
	it('the surer word wins, a column serves one role, and of two equal headings the first is meant', () => {
		expect(roles('Stage', 'New stage', 'Deal', 'Deal id', 'Date', 'Changed at')).toMatchObject({
			to: 1,
			deal: 3,
			at: 5,
		});
		expect(roles('Deal id', 'Stage', 'Date', 'Date')).toMatchObject({ at: 2 });
		expect(roles('商机编号', '阶段', '变更时间')).toEqual({ deal: 0, to: 1, at: 2, own: false });
	});
	it.each([
		[['Oportunidade', 'Etapa anterior', 'Etapa atual', 'Data da mudança'], { deal: 0, from: 1, to: 2, at: 3 }],
		[['案件ID', '変更前フェーズ', '変更後フェーズ', '変更日時'], { deal: 0, from: 1, to: 2, at: 3 }],
		[['Geändert am', 'Nach Phase', 'Von Phase', 'Opportunity-ID'], { at: 0, to: 1, from: 2, deal: 3 }],
		[['Дата изменения', 'ID сделки', 'Стадия до', 'Новая стадия'], { at: 0, deal: 1, to: 3 }],
		[['ID', 'Giai đoạn', 'Ngày chuyển'], { deal: 0, to: 1, at: 2 }],
		[
			['ID affaire', 'Champ', 'Étape précédente', 'Nouvelle étape', 'Modifié par', 'Modifié le'],
			{ field: 1, by: 4, at: 5 },
		],
		[['Negócio', 'Etapa', 'Nova etapa', 'Alterado em'], { deal: 0, to: 2, at: 3 }],
		[['Kode peluang', 'Tahap lama', 'Tahap baru', 'Tanggal perubahan'], { deal: 0, from: 1, to: 2, at: 3 }],
		[['商機編號', '原階段', '新階段', '變更日期'], { deal: 0, from: 1, to: 2, at: 3 }],
		[['Kenmerk', 'Oude fase', 'Nieuwe fase', 'Gewijzigd op'], { deal: 0, from: 1, to: 2, at: 3 }],
	])('in other languages are known by a stage before and after, an id and a day: %j', (headings, found) => {
		expect(roles(...headings)).toMatchObject(found);
	});
	it('are not those of a deal table, whose days are its own', () => {
		expect(roles('ID', 'Etapa', 'Valor', 'Fecha de creación', 'Fecha de cierre')).toBeNull();
		expect(roles('Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Close date', 'Owner')).toBeNull();
	});
	it('are none without a deal, a stage or a time, and none below the twelfth row', () => {
		expect([roles('Stage', 'Date'), roles('Deal id', 'Date'), roles('Deal id', 'Stage')]).toEqual([null, null, null]);
		const below = (rows: number) =>
			historyColumns([...Array.from({ length: rows }, (): Cell[] => ['title']), ['Deal id', 'Stage', 'Date']]);
		expect([below(11)?.headerRow, below(12)]).toEqual([11, null]);
		expect(historyColumns([])).toBeNull();
	});
});

describe('changes', () => {
	const deals = tinyOpportunities({ stages: FOUR_STAGES, now: [1, 2, 0, 0], ids: ['a', 'b', 'b', ''] });
	const read = (...rows: Cell[][]) => readHistory(rows, deals, FOUR_STAGES, UTC);
	const brief = (history: ReturnType<typeof read>) => [[...history.start], [...history.to], history.ignoredRows];

	it('of a shared id go to the first of its deals, a blank id is nobody’s', () => {
		expect(
			brief(
				read(
					['Deal id', 'Stage', 'Date'],
					['b', '1', '2026-01-01'],
					['', '1', '2026-01-01'],
					['', '2', '2026-01-02'],
					['a', '1', '2026-01-02'],
				),
			),
		).toEqual([[0, 1, 2, 2, 2], [0, 0], 2]);
	});
	it('in our own log belong to no deal whose id is shared, and keep stages that are not in the list', () => {
		const own = ['Deal id', 'Sequence', 'To', 'To id', 'Not before', 'Observed at', 'Source'];
		const history = read(
			own,
			['b', 1, '1', '', '2026-01-01', '2026-01-02', 'edit'],
			['a', 1, 'gone', 'id-2', '2026-01-01', '2026-01-02', 'assumed'],
			['a', 2, 'Elsewhere', 'id-x', '', '2026-01-04', 'edit'],
			['a', 3, '3', '', '2026-01-05', '2026-01-06', 'edit'],
		);
		expect(brief(history)).toEqual([[0, 3, 3, 3, 3], [1, -2, 2], 1]);
		expect([...history.assumed]).toEqual([1, 0, 0]);
		expect([...history.notBefore]).toEqual([20_454, Number.NaN, 20_458]);
		expect(brief(read(['Deal id', 'Stage', 'Date'], ['a', 'Elsewhere', '2026-01-01']))).toEqual([
			[0, 0, 0, 0, 0],
			[],
			1,
		]);
	});
	it('say where they came from, by id before name; an unlisted or blank origin is none', () => {
		const history = read(
			['Deal id', 'From', 'From id', 'To', 'To id', 'Date'],
			['a', '4', 'id-1', '1', 'id-2', '2026-01-01'],
			['b', 'Elsewhere', '', '2', '', '2026-01-01'],
		);
		expect([[...history.to], [...history.from]]).toEqual([
			[1, 1],
			[0, -1],
		]);
	});
	it('of another field are passed over, wherever its column stands', () => {
		expect(
			brief(
				read(
					['Field', 'Deal id', 'New value', 'Date'],
					['Amount', 'a', '1', '2026-01-01'],
					['StageName', 'a', '2', '2026-01-02'],
					['阶段', 'a', '3', '2026-01-03'],
				),
			),
		).toEqual([[0, 2, 2, 2, 2], [1, 2], 1]);
	});
	it('of a day stand in the order of the sequence, and only rows that are filled are counted', () => {
		const history = read(
			['Seq', 'Deal id', 'Stage', 'Date'],
			[3, 'a', '1', '2026-01-01'],
			[1, 'a', '3', '2026-01-01'],
			[2, 'a', '2', '2026-01-01'],
			['', '', '', ''],
			[4, '', '', ''],
		);
		expect(brief(history)).toEqual([[0, 3, 3, 3, 3], [2, 1, 0], 1]);
	});
	it('are none in a table that is no stage-change table; its rows are counted', () => {
		expect(brief(read(['x', 'y'], ['a', 'b'], ['', '']))).toEqual([[0, 0, 0, 0, 0], [], 2]);
		expect(brief(read())).toEqual([[0, 0, 0, 0, 0], [], 0]);
	});
	it('found by a number of the id and by a date that is a cell', () => {
		const numbered = tinyOpportunities({ stages: FOUR_STAGES, now: [0, 1], ids: ['7', '8'] });
		const history = readHistory(
			[
				['Deal id', 'Stage', 'Date'],
				[8, 1, new Date(Date.UTC(2026, 0, 2))],
				[8, '2', '2026-01-03'],
				[7, '1', '2026-01-01'],
			],
			numbered,
			FOUR_STAGES,
			UTC,
		);
		expect([[...history.start], [...history.to], [...history.at]]).toEqual([
			[0, 1, 3],
			[0, 0, 1],
			[20_454, 20_455, 20_456],
		]);
	});
});
