/**
 * Walks through the product that must end alike whatever Google does. Each gives what was seen, which is compared with the same walk under the
 * usual settings, and throws where a thing is wrong under any setting. Not here: which settings are played (combinations.ts).
 */
import type { Doubts } from '../../workbench/host/doubts.ts';
import type { ExceptionLanguage } from '../../workbench/host/google-text.ts';
import { FormulaCells } from '../../workbench/host/index.ts';
import { Book, type BookOptions, choiceOf, data, STAGE, sampleRows, type Value } from '../addon/book.ts';
import type { BundleSource } from '../simulation/bundle-copy.ts';
import { isOwnFormula } from '../support/own-formulas.ts';

export interface World {
	readonly code: BundleSource;
	readonly doubts: Doubts;
	/** Zone and locale of the file. */
	readonly zone: string;
	readonly locale: string;
	/** Columns that the deal sheet still has; more than the table needs where left out. */
	readonly columns?: number;
	/** Of the exceptions, where it is none of the table of doubts. */
	readonly exceptionLanguage?: ExceptionLanguage;
}

export type Seen = Readonly<Record<string, unknown>>;
export type Walk = (world: World) => Seen;

const COUNT = 60;
/** A column beside the table. */
const BESIDE = 9;
const DAY_MS = 86_400_000;
/** In Santiago the clock skips the midnight of this day: 2026-09-06, as a serial number. */
const SKIPPED_MIDNIGHT = 46_271;
const ALL = { period: null, cohort: 'created', columns: {} } as const;

function open(world: World, rows: readonly (readonly Value[])[], options: BookOptions = {}): Book {
	const { code, doubts, zone, locale, exceptionLanguage } = world;
	const said = exceptionLanguage === undefined ? {} : { exceptionLanguage };
	const book = new Book(rows, { code, doubts, timeZone: zone, locale, userLocale: 'en', ...said, ...options });
	book.now = Date.UTC(2026, 10, 23, 14, 5);
	return book;
}

function require(isTrue: boolean, what: string): void {
	if (!isTrue) throw new Error(what);
}

/** Every formula of the book is one of ours, or one that the walk put there itself. */
function requireNoForeignFormula(book: Book, own: readonly string[] = []): void {
	for (const { id, name } of book.store.sheets())
		for (const { formula } of book.store.read(id, { row: 0, column: 0, ...book.store.used(id) }).flat())
			require(formula === null || isOwnFormula(formula) || own.includes(formula), `${name} has the formula ${formula}`);
}

const sheetId = (book: Book, name: string): number | undefined =>
	book.store.sheets().find((sheet) => sheet.name === name)?.id;

/** Deal, number, from, to of each row of the log, in the order of deals and numbers. */
function logOf(book: Book): string[] {
	const id = sheetId(book, 'Stage history');
	if (id === undefined) return [];
	const rows = book.store.read(id, { row: 0, column: 0, ...book.store.used(id) }).slice(1);
	return rows
		.map((row) =>
			row
				.slice(0, 4)
				.map(({ value }) => String(value))
				.join(' | '),
		)
		.sort();
}

/** The log of each deal is one chain from its first stage to the one in the sheet, and no deal comes or goes. */
function requireTrueLog(book: Book): void {
	const cells = book.store.read(book.deals, { row: 0, column: 0, ...book.store.used(book.deals) });
	const stageOf = new Map(cells.slice(1).map((row) => [String(row[0]?.value), String(row[STAGE]?.value)]));
	const last = new Map<string, string>();
	for (const line of logOf(book)) {
		const [deal = '', , from = '', to = ''] = line.split(' | ');
		require(!/^\((?:gone|back|none)\)$/u.test(to), `the log says ${line}`);
		const before = last.get(deal);
		require(before === undefined || before === from, `the log breaks at ${line}`);
		last.set(deal, to);
	}
	for (const [deal, stage] of stageOf)
		if (deal !== '' && deal !== 'null')
			require(last.get(deal) === stage, `the log has ${deal} in ${last.get(deal)}, the sheet in ${stage}`);
}

const HOSTILE_ID = '=IMPORTDATA("x")';
const HOSTILE_STAGE = '+1';

/** A full sheet with a typed stage column and hostile texts: setup, funnel, check, fix, undo, ids, filter, settings, menus. */
export const newcomersWalk: Walk = (world) => firstUse(world).seen;

/** The same, and then a formula fills the stages and loads for days. */
export const firstUseWalk: Walk = (world) => {
	const { book, seen } = firstUse(world);
	const formula = loadingStages(book, COUNT, logOf(book));
	book.open();
	requireTrueLog(book);
	requireNoForeignFormula(book, [formula]);
	return { ...seen, last: book.open().ready?.report, log: logOf(book) };
};

function firstUse(world: World): { readonly book: Book; readonly seen: Seen } {
	const rows = sampleRows(COUNT);
	(rows[4] as Value[])[0] = HOSTILE_ID;
	(rows[5] as Value[])[0] = null;
	(rows[10] as Value[])[0] = "'7";
	for (const at of [6, 12, 18]) (rows[at] as Value[])[STAGE] = HOSTILE_STAGE;
	(rows[8] as Value[])[STAGE] = 'Needs and solutio';
	const pages: string[] = [];
	const book = open(world, rows, {
		htmlFile: () => '<html lang="en"><div id="app"></div></html>',
		frontEnd: { sidebar: ({ content }) => void pages.push(content) },
	});
	const size = book.store.size(book.deals);
	book.store.deleteRows(book.deals, COUNT + 1, size.rows - COUNT - 1);
	if (world.columns !== undefined) book.store.deleteColumns(book.deals, world.columns, size.columns - world.columns);
	book.store.setTypedColumns(book.deals, [STAGE]);

	book.bundle.runTrigger('onOpen', {});
	book.bundle.runMenuItem('openFunnel');
	const proposal = book.open().proposal;
	if (proposal === null) throw new Error('nothing is proposed');
	const choice = choiceOf(proposal);
	const hasHostile = choice.stages.some(({ name }) => name === HOSTILE_STAGE);
	const draft = { ...(choice.stages[0] as (typeof choice.stages)[number]), id: '', name: HOSTILE_STAGE };
	data(book.call('sidebarSetUp', { ...choice, stages: hasHostile ? choice.stages : [draft, ...choice.stages] }));
	require(book.toasts.join(' ').includes('drop-down'), 'nobody says that the drop-down was refused');

	const funnel = book.open().ready;
	require(funnel?.report.rows === COUNT, `${funnel?.report.rows} rows are counted`);
	const before = book.snapshot();
	const { problems, counts } = data(book.call('sidebarCheck'));
	require(book.snapshot() === before, 'checking changes cells');
	const fixes = problems
		.filter(({ suggestion, column }) => suggestion !== null && column === STAGE)
		.map(({ row, column, value, suggestion }) => ({
			row: row as number,
			column: column as number,
			from: value,
			to: suggestion as string,
		}));
	require(fixes.length > 0, 'nothing is to be fixed');
	const isStrict = data(book.call('sidebarSaveSettings', { settings: { strictStages: true } })).settings?.strictStages;
	const fixed = data(book.call('sidebarFix', { fixes }));
	require(fixed.fixed === fixes.length, `${fixed.fixed} of ${fixes.length} cells were fixed`);
	data(book.call('sidebarUndo', { undo: fixed.undo ?? [] }));
	require(book.cell(9, STAGE).value === 'Needs and solutio', 'undo does not bring the value back');
	data(book.call('sidebarFix', { fixes }));
	const filled = data(book.call('sidebarFillIds')).filled;

	const filter = book.call('sidebarFilterSheet', { stageId: book.open().stages[0]?.id ?? '' });
	// A refusal is said in words of its own, and nothing else will do.
	const isFilterTold = filter.ok || filter.code === 'filterRefused';
	const copied = data(
		book.call('sidebarCopyDeals', {
			filter: ALL,
			stageId: book.open().stages[1]?.id ?? '',
			part: 'still',
			order: 'name',
			offset: 0,
		}),
	);
	data(book.call('sidebarReportSheet', { filter: ALL, isLive: true }));
	const exported = data(book.call('sidebarExportSettings'));
	data(book.call('sidebarImportSettings', { text: exported }));
	book.bundle.runMenuItem('checkStages');
	book.bundle.runMenuItem('refreshFunnel');
	require(!book.toasts.some((toast) => /failed|wrong/iu.test(toast)), book.toasts.join('\n'));
	require(pages.at(-1)?.includes('data-view="check"') === true, 'the sidebar does not open on Check');
	requireNoForeignFormula(book);
	requireTrueLog(book);
	const { ready, stages } = book.open();
	const seen = {
		stages: stages.map(({ name, kind }) => [name, kind]),
		first: funnel?.report,
		problems: counts.map(({ code, count }) => [code, count]),
		fixed: fixes.map(({ row, to }) => [row, to]),
		isStrict,
		filled,
		isFilterTold,
		copied: copied.rows,
		report: ready?.report,
		toasts: [...book.toasts],
		log: logOf(book),
	};
	return { book, seen };
}

/** The stages are filled by a formula, which shows nothing while it loads. @param log as it is and shall stay @returns the formula */
function loadingStages(book: Book, rows: number, log: readonly string[]): string {
	const rect = { row: 1, column: STAGE, rows, columns: 1 };
	const stages = book.store.read(book.deals, rect);
	const formula = '=ARRAYFORMULA(Import!C2:C)';
	const show = (value: (at: number) => string): void => {
		book.store.write(
			book.deals,
			rect,
			stages.map((_, at) => [at === 0 ? { formula, value: value(at) } : { value: value(at) }]),
		);
	};
	const stageAt = (at: number): string => String(stages[at]?.[0]?.value);
	for (const shown of ['Loading...', '#REF!', '#N/A']) {
		show(() => shown);
		book.now += DAY_MS;
		book.call('sidebarOpen', { filter: null });
		book.user.type(book.deals, 4, BESIDE, 'note');
		book.user.settle();
	}
	require(logOf(book).join('\n') === log.join('\n'), 'something was recorded while the stages loaded');
	show((at) => (at === 7 ? 'Qualifx' : stageAt(at)));
	const value = { row: 8, column: STAGE, from: 'Qualifx', to: 'Qualify' };
	const { fixed, formulaCell } = data(book.call('sidebarFix', { fixes: [value] }));
	require(fixed === 0 && formulaCell === 'Deals!C2', `a fix in a filled column: ${fixed}, ${formulaCell}`);
	show(stageAt);
	return formula;
}

/** Edits by hand, pasted blocks, a sort, deals that come, stages that a formula fills, a table that loads. */
export const logWalk: Walk = (world) => {
	const book = open(world, sampleRows(COUNT));
	data(book.setUp());
	const next = (): void => {
		book.now += DAY_MS;
		book.open();
		requireTrueLog(book);
	};
	book.now += DAY_MS;
	['Won', 'Lost', 'Won', 'Quote and contract'].forEach((stage, at) => {
		book.user.type(book.deals, at + 1, STAGE, stage);
	});
	book.user.type(book.deals, 3, 3, 77);
	book.user.settle();
	next();
	book.user.paste(book.deals, 10, STAGE, [['Won'], ['Lost'], ['Won']]);
	book.user.settle();
	book.user.sort(book.deals, { row: 1, column: 0, rows: COUNT, columns: 7 }, 3);
	next();
	book.user.paste(book.deals, COUNT + 1, 0, [['D-new', 'New', 'Qualify', 5, 46_340, null, 'Ann']]);
	book.user.settle();
	next();
	const log = logOf(book);

	const formula = loadingStages(book, COUNT + 1, log);
	next();
	requireNoForeignFormula(book, [formula]);
	return { log: logOf(book), report: book.open().ready?.report };
};

/** Formulas typed, completed, inserted, refreshed, and what they show, in a file with a decimal comma and with skipped midnights. */
export const formulasWalk: Walk = (world) => {
	const rows = sampleRows(COUNT);
	// One deal was created on a day without a midnight: it stays a day, and that day.
	(rows[4] as Value[])[4] = SKIPPED_MIDNIGHT;
	(rows[4] as Value[])[5] = SKIPPED_MIDNIGHT + 10;
	const book = open(world, rows);
	data(book.setUp());
	const cells = new FormulaCells(book.bundle);
	const isPoint = new Intl.NumberFormat(world.locale.replace('_', '-')).format(0.5).includes('.');
	const separator = isPoint ? ',' : ';';
	const typed = [
		'=WIN_RATE()',
		'=WIN_RATE("closed")',
		`=WIN_RATE("Owner"${separator}"Ann")`,
		'=IF(1>0,1,2)'.replace(/,/gu, separator),
	];
	typed.forEach((formula, at) => {
		book.user.type(book.deals, 70 + at, BESIDE, formula);
		book.user.settle();
	});
	const shown = (): unknown[] => {
		cells.recalculate();
		return typed.map((_, at) => book.cell(70 + at, BESIDE).value);
	};
	const formulas = (): (string | null)[] => typed.map((_, at) => book.cell(70 + at, BESIDE).formula);
	for (const formula of formulas().slice(0, 3))
		require(formula?.includes('Deals!A1:G') === true, `${formula} was not completed`);
	const values = [shown()];
	formulas().forEach((formula, at) => {
		const found = at === 3 ? { value: 0 } : book.evaluate(formula ?? '');
		require('value' in found && typeof found.value === 'number', `${formula} shows ${JSON.stringify(found)}`);
	});

	const cycle = book.evaluate(`=SALES_CYCLE(Deals!A1:G${separator}"mean")`);

	// An edit of a deal, then changes that only the mark beside the stage list shows, and one that only Refresh tells.
	book.user.type(book.deals, 1, STAGE, 'Won');
	book.user.settle();
	values.push(shown());
	const { stages } = book.open();
	data(
		book.call('sidebarSaveStages', {
			stages: stages.map((stage) => (stage.name === 'Quote and contract' ? { ...stage, kind: 'won' } : stage)),
		}),
	);
	values.push(shown());
	require(JSON.stringify(values[2]) !== JSON.stringify(values[1]), 'the formulas do not follow the stage list');
	const kind = { row: 4, column: 1, rows: 1, columns: 1 };
	book.store.write(sheetId(book, 'Stages') as number, kind, [[{ value: 'open' }]]);
	book.bundle.runMenuItem('refreshFunnel');
	values.push(shown());
	require(JSON.stringify(values[3]) !== JSON.stringify(values[2]), 'Refresh does not compute the formulas anew');

	// A fraction, inserted from the sidebar, and a live report.
	book.store.activate(book.deals, [{ row: 80, column: BESIDE, rows: 1, columns: 1 }]);
	data(book.call('sidebarInsertFormula', { metric: 'leadsNeeded', words: [2.5], isReplacing: true }));
	cells.recalculate();
	const inserted = book.cell(80, BESIDE);
	require(typeof inserted.value === 'number', `${inserted.formula} shows ${inserted.value}`);
	data(book.call('sidebarReportSheet', { filter: { ...ALL, columns: { Owner: 'Ann' } }, isLive: true }));
	cells.recalculate();
	const report = sheetId(book, 'Funnel report') as number;
	const reported = book.store
		.read(report, { row: 0, column: 0, ...book.store.used(report) })
		.flat()
		.map(({ value }) => value);
	require(!reported.some((value) => String(value).startsWith('#')), 'a formula of the report has an error');

	// The heading of the stages is renamed: a formula still finds them by their mark, or says what it lacks.
	book.user.type(book.deals, 0, STAGE, 'Phase now');
	book.user.settle();
	const lost = book.evaluate('=WIN_RATE("closed")');
	const isTold = 'value' in lost ? typeof lost.value === 'number' : lost.error.includes('stage column “Stage”');
	requireNoForeignFormula(book, [typed[3] as string]);
	return {
		values,
		cycle,
		inserted: inserted.value,
		reported,
		isTold,
		problems: data(book.call('sidebarCheck')).counts,
	};
};

/** Where Google gives no place for settings: every door says so in words, and no cell changes. */
export const walkWithoutProperties: Walk = (world) => {
	const book = open(world, sampleRows(COUNT));
	const before = book.everything();
	const codes = [
		book.call('sidebarOpen', { filter: null }),
		book.call('sidebarCheck'),
		book.call('sidebarRevision'),
		book.call('sidebarExportSettings'),
	].map((answer) => (answer.ok ? 'ok' : answer.code));
	require(codes.every((code) => code === 'notInstalled'), `the sidebar is told ${codes.join(', ')}`);
	book.user.type(book.deals, 1, STAGE, 'Won');
	book.user.settle();
	require(!book.toasts.some((toast) => /TypeError|undefined/u.test(toast)), book.toasts.join('\n'));
	const cell = book.evaluate('=WIN_RATE("closed")');
	require('error' in cell && cell.error.includes('Stagekeeper'), `a formula shows ${JSON.stringify(cell)}`);
	book.user.undo();
	require(book.everything() === before, 'something was changed');
	return { codes };
};
