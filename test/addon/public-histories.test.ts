/** The public histories imported through the product: the built bundle over a spreadsheet in memory. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { sharedData } from '../support/shared-data.ts';
import { Book, data, type Value } from './book.ts';

const bpi = sharedData('data/bpi2012');
const pe = sharedData('data/pe_pipeline');
const rowsOf = (path: string): string[][] =>
	Papa.parse(readFileSync(path, 'utf8'), { skipEmptyLines: true }).data as string[][];
const answersOf = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

function addSheet(book: Book, name: string, rows: readonly (readonly Value[])[]): number {
	const columns = (rows[0] as readonly Value[]).length;
	const { id } = book.store.insertSheet(name, 1, { rows: rows.length + 5, columns: columns + 2 });
	book.store.write(
		id,
		{ row: 0, column: 0, rows: rows.length, columns },
		rows.map((row) => row.map((value) => ({ value }))),
	);
	return id;
}

function listOf(...stages: readonly (readonly [string, StageDraft['kind']])[]): StageDraft[] {
	return stages.map(([name, kind]) => ({
		id: '',
		name,
		kind,
		probability: kind === 'won' ? 1 : 0,
		aliases: [],
		usualDays: null,
		exitRule: '',
		tasks: [],
		deals: 0,
	}));
}

const eventRows = (book: Book): number => {
	const id = book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;
	return book.store.used(id).rows - 1;
};

describe.skipIf(bpi === null)('the history of bpi2012', () => {
	it('gives the known answers, and a second import adds nothing', () => {
		const events = rowsOf(`${bpi}/events_A.csv`);
		const outcome = new Map<string, [string, string]>();
		for (const [id = '', , stage = '', at = ''] of events.slice(1)) {
			const isEnd = ['A_APPROVED', 'A_DECLINED', 'A_CANCELLED'].includes(stage);
			if (stage === 'A_REGISTERED' || stage === 'A_ACTIVATED') continue;
			if (isEnd || !outcome.has(id) || outcome.get(id)?.[1] === '') outcome.set(id, [stage, isEnd ? at : '']);
		}
		const [head = [], ...cases] = rowsOf(`${bpi}/cases.csv`);
		const book = new Book(
			cases.map((row) => [...row, ...(outcome.get(row[0] as string) ?? ['', ''])]),
			{ headings: [...head, 'stage', 'closed_at'], timeZone: 'Europe/Amsterdam' },
		);
		const sheetId = addSheet(book, 'events_A', events);
		const stages = listOf(
			['A_SUBMITTED', 'open'],
			['A_PARTLYSUBMITTED', 'open'],
			['A_PREACCEPTED', 'open'],
			['A_ACCEPTED', 'open'],
			['A_FINALIZED', 'open'],
			['A_APPROVED', 'won'],
			['A_DECLINED', 'lost'],
			['A_CANCELLED', 'lost'],
		);
		data(book.setUp({ stages }));
		expect(data(book.call('sidebarHistory')).sources).toEqual([{ sheetId, name: 'events_A', rows: 60_849 }]);
		const first = data(book.call('sidebarImportHistory', { sheetId }));
		expect(first.added + first.known + first.ignored).toBe(60_849);
		expect(first.known).toBe(0);
		const rows = eventRows(book);
		expect(rows).toBe(13_087 + first.added);
		expect(data(book.call('sidebarImportHistory', { sheetId }))).toEqual({
			added: 0,
			known: first.added,
			ignored: first.ignored,
		});
		expect(eventRows(book)).toBe(rows);
		const { stage_history: known, overall } = answersOf(`${bpi}/answers.json`);
		expect(first.added).toBe(known.rows);
		const { report } = book.open().ready ?? {};
		expect(report?.kinds).toMatchObject({ won: overall.won, lost: overall.lost, open: overall.open_ });
		const reached = Object.fromEntries(
			(report?.stages ?? []).filter((stage) => stage.reached !== null).map((stage) => [stage.name, stage.reached]),
		);
		expect(reached).toEqual(known.reached_at_least);
		// 60,849 rows twice through a stand-in for a spreadsheet, beside other tests.
	}, 240_000);
});

describe.skipIf(pe === null)('the history of pe_pipeline', () => {
	it('gives the known answers but for the id that two deals share, and a second import adds nothing', () => {
		const [head = [], ...deals] = rowsOf(`${pe}/pipeline_deals.csv`);
		const book = new Book(deals, { headings: head });
		const sheetId = addSheet(book, 'stage_history', rowsOf(`${pe}/stage_history.csv`));
		const stages = listOf(
			['Reviewed', 'open'],
			['Indication', 'open'],
			['Offer', 'open'],
			['Closed - Won', 'won'],
			['Closed - Lost', 'lost'],
			['Passed', 'lost'],
		);
		data(book.setUp({ stages }));
		const answers = answersOf(`${pe}/answers.json`);
		const first = data(book.call('sidebarImportHistory', { sheetId }));
		expect(first.added + first.known + first.ignored).toBe(answers.history_rows);
		expect(data(book.call('sidebarImportHistory', { sheetId }))).toEqual({
			added: 0,
			known: first.added,
			ignored: first.ignored,
		});
		const { duplicateIds } = data(book.call('sidebarHistory'));
		expect(duplicateIds.map(({ id }) => id)).toEqual(['D-0500']);
		const entered = new Map<string, number>();
		for (const [deal, stage] of rowsOf(`${pe}/stage_history.csv`).slice(1)) {
			if (deal !== 'D-0500') entered.set(stage as string, (entered.get(stage as string) ?? 0) + 1);
		}
		const log = book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;
		const imported = new Map<string, number>();
		for (const row of book.store.read(log, { row: 1, column: 0, rows: eventRows(book), columns: 7 })) {
			if (row[6]?.value === 'import')
				imported.set(String(row[3]?.value), (imported.get(String(row[3]?.value)) ?? 0) + 1);
		}
		expect(imported).toEqual(entered);
	});
});
