/** Forecast, calibration and change of the known tables through the product: the built bundle over a spreadsheet in memory, cell by cell. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { plainStage, type StageKind } from '../../src/core/model/stage.ts';
import {
	KNOWN_TABLES,
	type KnownAnswers,
	type KnownPeriod,
	knownAnswers,
	TABLES,
} from '../core/forecast/known-forecast.ts';
import { sharedData } from '../support/shared-data.ts';
import { Book, data } from './book.ts';

function rowsOf(path: string): string[][] {
	return Papa.parse(readFileSync(sharedData(path) ?? '', 'utf8'), { skipEmptyLines: true }).data as string[][];
}

function listOf({ stages }: KnownAnswers): StageDraft[] {
	const draft = (name: string, kind: StageKind, probability: number): StageDraft => ({
		...plainStage(name, kind, probability, { id: '' }),
		deals: 0,
	});
	return [
		...stages.open.map((name, i) => draft(name, 'open', stages.probabilities?.[i] ?? 0.5)),
		...stages.won.map((name) => draft(name, 'won', 1)),
		...stages.lost.map((name) => draft(name, 'lost', 0)),
	];
}

/** The table and its history, set up as somebody would on the as-of day. */
function bookOf(name: string, answers: KnownAnswers): { readonly book: Book; readonly hasHistory: boolean } {
	const { deals = '', history = null } = TABLES[name] ?? {};
	const [headings = [], ...rows] = rowsOf(deals);
	const dates = [answers.columns.created, answers.columns.closed].map((heading) => headings.indexOf(heading));
	const amount = headings.indexOf(answers.columns.amount);
	const serial = (text: string): number | null =>
		text === '' ? null : Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;
	const cells = rows.map((row) =>
		row.map((text, column) =>
			dates.includes(column) ? serial(text) : column === amount ? (text === '' ? null : Number(text)) : text,
		),
	);
	const book = new Book(cells, { headings, timeZone: 'Etc/UTC' });
	book.now = Date.parse(`${answers.forecast[0]?.asOf}T12:00:00Z`);
	data(book.setUp({ stages: listOf(answers) }));
	if (history !== null) {
		const events = rowsOf(history);
		const columns = events[0]?.length ?? 0;
		const { id } = book.store.insertSheet('Events', 1, { rows: events.length + 5, columns: columns + 2 });
		book.store.write(
			id,
			{ row: 0, column: 0, rows: events.length, columns },
			events.map((row) => row.map((value) => ({ value }))),
		);
		data(book.call('sidebarImportHistory', { sheetId: id }));
	}
	return { book, hasHistory: history !== null };
}

function tableOf(book: Book, formula: string): (string | number)[][] {
	const { value } = book.evaluate(formula) as { value: unknown };
	if (!Array.isArray(value)) throw new Error(`${formula}: ${JSON.stringify(value)}`);
	return value as (string | number)[][];
}

function near(found: unknown, wanted: number, slack: number, what: string): void {
	expect(Math.abs(Number(found) - wanted), `${what}: ${found} for ${wanted}`).toBeLessThanOrEqual(slack);
}

function checkRow(row: readonly (string | number)[], known: KnownPeriod, won: number, what: string): void {
	const slack = known.p90 > known.p10 ? 0.01 * (known.p90 - known.p10) : 0.02 * Math.sqrt(known.variance);
	const [, wonSoFar, low, middle, high, fromOpen, fromNew] = row;
	near(wonSoFar, won, 1e-9 * Math.max(1, won), `${what} won so far`);
	near(low, known.p10 + won, slack, `${what} P10`);
	near(middle, known.p50 + won, slack, `${what} P50`);
	near(high, known.p90 + won, slack, `${what} P90`);
	near(fromOpen, known.expectedOpen, 1e-9 * Math.max(1, known.expectedOpen), `${what} from open`);
	near(fromNew, known.expectedNewAndBlank, 1e-9 * Math.max(1, known.expectedNewAndBlank), `${what} from new`);
}

for (const name of KNOWN_TABLES) {
	const answers = knownAnswers(name);
	describe.skipIf(answers === null)(`the cells of ${name}`, () => {
		it('show the known forecast, backtest, calibration and change', () => {
			if (answers === null) return;
			const { book, hasHistory } = bookOf(name, answers);
			const [known] = answers.forecast.filter(
				({ mode, force }) => (hasHistory ? mode === 'stage' : mode === 'age') && !force,
			);
			if (known !== undefined) {
				const unit = known.unit === 3 ? 'quarter' : 'month';
				const target = known.target / known.n;
				const [, ...lines] = tableOf(book, `=SALES_FORECAST("${unit}", "periods", ${known.n}, ${target})`);
				expect(lines).toHaveLength(known.n + 1);
				for (const [i, row] of [...known.rows, known.total].entries()) {
					const isFirst = i === 0 || i === known.rows.length;
					// Beyond the days that were seen the product shows no range.
					if (lines[i]?.[3] !== '') checkRow(lines[i] ?? [], row, isFirst ? known.wonSoFar.amount : 0, `row ${i}`);
				}
				near(lines[known.n]?.[8], known.targetChance, 0.01, 'chance of the target');
				const [, ...origins] = tableOf(book, `=SALES_FORECAST("${unit}", "periods", ${known.n}, "backtest")`);
				expect(origins.map((row) => row.slice(0, 2))).toEqual(known.backtest.map(({ asOf, to }) => [asOf, to]));
				for (const [i, row] of known.backtest.entries()) {
					near(origins[i]?.[3], row.p50, 0.01 * (row.p90 - row.p10), `origin ${i} P50`);
					near(origins[i]?.[5], row.actual, 1e-9 * Math.max(1, row.actual), `origin ${i} came`);
					if (row.inside !== null) expect(origins[i]?.[6]).toBe(row.inside ? 'yes' : 'no');
				}
				const [, ...deals] = tableOf(book, `=SALES_FORECAST("${unit}", "periods", ${known.n}, "deals")`);
				const byId = new Map(deals.map((row) => [row[0], row]));
				for (const { id, p } of known.someChances) near(byId.get(id)?.[3], p.at(-1) ?? 0, 1e-9, `chance of ${id}`);
			}
			if (answers.stageCalibration != null) {
				const [, ...rows] = tableOf(book, '=STAGE_CALIBRATION()');
				for (const [i, row] of answers.stageCalibration.entries()) {
					expect(rows[i]?.slice(5, 8)).toEqual([row.n, row.won, row.lost]);
					near(rows[i]?.[2], row.seen, 1e-9, `${row.name} seen`);
					near(rows[i]?.[3], row.low, 1e-9, `${row.name} low`);
					near(rows[i]?.[4], row.high, 1e-9, `${row.name} high`);
					near(rows[i]?.[10], Math.round(100 * row.offer) / 100, 1e-9, `${row.name} offer`);
				}
			}
			const [change] = answers.change;
			const period = change.now.period.join('..');
			const isCalendar = change.before.days === change.now.days || name === 'tiny' || name === 'pe_pipeline';
			if (!isCalendar) return;
			const word =
				name === 'tiny' ? '2026-Q2' : name === 'pe_pipeline' ? '2025' : name === 'maven_crm' ? '2017-Q4' : period;
			const [, ...levers] = tableOf(book, `=SALES_CHANGE("period", "${word}")`);
			for (const [i, key] of ['deals', 'winRate', 'size', 'change'].entries())
				near(levers[i]?.[3], change.bookings[key], 1e-9 * Math.abs(change.bookings.change), `change ${key}`);
		});
	});
}
