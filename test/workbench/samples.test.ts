import { describe, expect, it } from 'vitest';
import type { HistorySource } from '../../src/addon/contract/answer.ts';
import type { OpenAnswer, SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { createHost, MemoryStore } from '../../workbench/host/index.ts';
import { loadBundle } from '../../workbench/host/load-bundle.ts';
import { loadBook } from '../../workbench/io/book-data.ts';
import { SAMPLE_IDS, sampleBook } from '../../workbench/samples/index.ts';
import { choiceOf } from '../addon/book.ts';

const column = (id: string, heading: string) => {
	const cells = sampleBook(id).sheets[0]?.cells ?? [];
	const header = cells.findIndex((row) => row.some((cell) => cell.value === heading));
	const at = cells[header]?.findIndex((cell) => cell.value === heading) ?? -1;
	return cells.slice(header + 1).map((row) => row[at]?.value);
};
const share = (values: readonly unknown[], wanted: unknown) =>
	values.filter((value) => value === wanted).length / values.length;

describe('sample books', () => {
	it.each(SAMPLE_IDS)('%s is the same for the same seed and another one for another seed', (id) => {
		expect(sampleBook(id)).toEqual(sampleBook(id));
		expect(sampleBook(id, '2026-11-23', 1)).not.toEqual(sampleBook(id, '2026-11-23', 2));
	});

	it('b2b has 1,500 deals with ids of their own, a win rate between 10 and 30 % and its history beside it', () => {
		const ids = column('b2b', 'Deal ID');
		expect(new Set(ids).size).toBe(1500);
		const won = share(column('b2b', 'Stage'), 'Won');
		expect(won).toBeGreaterThan(0.1);
		expect(won).toBeLessThan(0.3);
		const [, changes] = sampleBook('b2b').sheets;
		expect(new Set(changes?.cells.slice(1).map((row) => row[0]?.value))).toEqual(new Set(ids));
	});

	it.each([
		['b2b', 'Stage changes', 'Overdue', 'Stuck'],
		['chinese', '阶段变更', '逾期', '停滞'],
	] as const)(
		'%s shows a history on offer, and overdue and stuck deals once it is imported',
		(id, history, overdue, stuck) => {
			const store = new MemoryStore();
			const [deals] = loadBook(store, sampleBook(id));
			store.activate(deals as number, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
			const now = Date.UTC(2026, 10, 23, 12);
			const locales = id === 'b2b' ? { locale: 'en_US', userLocale: 'en' } : { locale: 'zh_CN', userLocale: 'zh-CN' };
			const host = createHost(store, { timeZone: 'UTC', now: () => now, ...locales });
			const bundle = loadBundle(host, 'dist');
			const ask = (name: string, ...request: unknown[]): never => {
				const outcome = bundle.runFunction(name, request);
				if (!outcome.isOk) throw new Error(outcome.message);
				return (outcome.value as { data: never }).data;
			};
			const { proposal }: OpenAnswer = ask('sidebarOpen', { filter: null });
			ask('sidebarSetUp', choiceOf(proposal as SetUpProposal));
			const sources: readonly HistorySource[] = ask('sidebarHistorySources');
			const found = sources.find(({ name }) => name === history);
			expect(found?.rows).toBeGreaterThan(400);
			ask('sidebarImportHistory', { sheetId: found?.sheetId });
			const [headings, ...rows] = bundle.runCustomFunction('PIPELINE', []) as unknown[][];
			for (const heading of [overdue, stuck]) {
				const at = headings?.indexOf(heading) ?? -1;
				expect(
					rows.reduce((sum, row) => sum + Number(row[at]), 0),
					heading,
				).toBeGreaterThan(3);
			}
		},
	);

	it('b2b has no date after its as-of date but an expected close', () => {
		const asOf = Date.UTC(2026, 10, 23) / 86_400_000 + 25_569;
		for (const heading of ['Created', 'Closed']) {
			expect(Math.max(...column('b2b', heading).map((value) => Number(value ?? 0)))).toBeLessThanOrEqual(asOf);
		}
	});

	it('dirty keeps every hostile text as text', () => {
		expect(
			sampleBook('dirty')
				.sheets.flatMap((sheet) => sheet.cells.flat())
				.every((cell) => cell.formula === undefined),
		).toBe(true);
		expect(column('dirty', 'Stage')).toEqual(
			expect.arrayContaining(['=1+1', '__proto__', '<img src=x onerror=alert(1)>', '#REF!']),
		);
	});

	it('names the samples that there are when an id is unknown', () => {
		expect(() => sampleBook('nope')).toThrow('There is no sample "nope"; there are b2b, b2c, dirty, chinese.');
	});
});
