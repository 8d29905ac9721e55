/** A request that each function of the sidebar takes. */
import { type Book, choiceOf, data, STAGE } from './book.ts';

const filter = { period: '2026', cohort: 'created', columns: { Owner: 'Ann' } };
const fixes = [{ row: 3, column: STAGE, from: 'Needs and solution', to: 'Won' }];
const stageId = (book: Book): string => data(book.call('sidebarOpen', { filter: null })).stages[0]?.id as string;
const deals = (book: Book) => ({ filter, stageId: stageId(book), part: 'still', order: 'age', offset: 0 });
const stages = (book: Book) => data(book.call('sidebarOpen', { filter: null })).stages;

export const REQUESTS: Readonly<Record<string, (book: Book) => unknown>> = {
	sidebarOpen: () => ({ filter }),
	sidebarPropose: (book) => ({ sheetId: book.deals, headerRow: 1, stageColumn: STAGE }),
	sidebarAddStages: (book) => ({ sheetId: book.deals, headerRow: 1 }),
	sidebarSetUp: (book) =>
		choiceOf(data(book.call('sidebarPropose', { sheetId: book.deals, headerRow: null, stageColumn: null }))),
	sidebarStartTemplate: (book) => ({ sheetId: book.deals, template: 'b2b' }),
	sidebarFormerNames: (book) => ({ stageIds: [stageId(book)] }),
	sidebarReport: () => ({ filter }),
	sidebarFix: () => ({ fixes }),
	sidebarUndo: () => ({ undo: fixes }),
	sidebarIgnore: () => ({ ids: ['a|b'], isIgnored: true }),
	sidebarGoTo: () => ({ row: 3, column: 2 }),
	sidebarSaveSettings: () => ({
		settings: { theme: 'dark', ignoredIssues: ['a'], columns: { stage: 'Stage' }, currency: 'EUR' },
	}),
	sidebarSaveStages: (book) => ({ stages: stages(book), merges: { x: 'y' } }),
	sidebarPreviewStages: (book) => ({ stages: stages(book), merges: {} }),
	sidebarImportHistory: () => ({ sheetId: null }),
	sidebarImportSettings: (book) => ({ text: data(book.call('sidebarExportSettings')) }),
	sidebarDeals: deals,
	sidebarSelectRows: deals,
	sidebarCopyDeals: deals,
	sidebarDeal: () => ({ row: 5 }),
	sidebarFilterSheet: (book) => ({ stageId: stageId(book) }),
	sidebarForecast: () => ({ filter, target: 1000, unit: 'month', periods: 3 }),
	sidebarPreviewFormula: () => ({ metric: 'winRate', words: ['by', 'Owner'] }),
	sidebarInsertFormula: () => ({ metric: 'winRate', words: ['closed', 5], isReplacing: true }),
	sidebarReportSheet: () => ({ filter, isLive: false }),
};
