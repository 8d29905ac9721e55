/**
 * Random documents through the built bundle: dirty tables, stage lists, arguments of formulas, requests of a page, stored properties.
 * Belongs here: one document from a seed, and what must hold whatever is in it. Not here: interleavings and faults (test/simulation/).
 */
import type { Answer } from '../../src/addon/contract/answer.ts';
import type { OpenAnswer } from '../../src/addon/contract/sheet-and-settings.ts';
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';
import { editEvent } from '../../workbench/host/edit-event.ts';
import type { ExecutionKind } from '../../workbench/host/execution.ts';
import { Host } from '../../workbench/host/host.ts';
import { MemoryStore } from '../../workbench/host/memory-store.ts';
import type { BundleSource, Functions } from '../simulation/bundle-copy.ts';
import { Dice } from '../simulation/dice.ts';
import { chooseFilter } from './filter-act.ts';

type Value = string | number | boolean | null;

const ZONES = ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC', 'GMT-03:30', 'Australia/Lord_Howe'];
const LOCALES = ['en_US', 'de_DE', 'zh_CN', 'fr_FR'];
const HEADINGS = [
	'Deal id',
	'Deal',
	'Stage',
	'Amount',
	'Created',
	'Close date',
	'Expected close',
	'Owner',
	'Probability',
	'Region',
];
const ODD_HEADINGS = [
	'',
	'Stage',
	'Period',
	'By',
	'Closed',
	'Total',
	'__proto__',
	'Won',
	'a;b',
	'=1+1',
	'x'.repeat(300),
];
const STAGES = ['Lead', 'Qualify', 'Quote', 'Won', 'Lost'];
const ODD_NAMES = [
	'a; b',
	'"q"; r',
	'Total',
	'Closed',
	'by',
	'Period',
	'now',
	'constructor',
	'=1',
	'+1',
	'；',
	'Won; Lost',
	'n'.repeat(200),
	'阶段',
	'\u200b',
	'stage:Won',
];
const ODD_VALUES: readonly Value[] = [
	null,
	'',
	0,
	-1,
	1e308,
	-1e308,
	1.5,
	true,
	'TBD',
	'#REF!',
	'#N/A',
	'2024-02-30',
	'2026-12-05 10:15',
	'03/04/2026',
	46_000,
	46_000.5,
	'€ 1.234,56',
	'1e308',
	'__proto__',
	'=1+1',
	'<img onerror>',
	'z'.repeat(5000),
	'Total',
	'\n',
	'10k',
	'35%',
	'NaN',
	'Infinity',
];
const WORDS: readonly Value[] = [
	'by',
	'closed',
	'value',
	'detail',
	'period',
	'month',
	'reached',
	'now',
	'as of',
	'2026-03',
	'Q1 2026',
	'last 3 months',
	'stage:Won',
	'column:By',
	'won',
	12,
	-1,
	0.5,
	true,
	'',
];
const PROPERTIES = ['', '{}', 'null', '[1]', '{"version":99}', '12', 'x', '{"version":2,"columns":{}}', 'Nowhere/Land'];

/** What is proposed can be saved. */
const REFUSALS: ReadonlySet<string> = new Set(['badRequest', 'stageTextTooLong', 'tooManyStages']);

class Document {
	readonly store = new MemoryStore();
	readonly host: Host;
	readonly call: Functions;
	readonly deals: number;
	readonly dice: Dice;
	readonly findings: string[] = [];
	readonly toasts: string[] = [];
	readonly headings: readonly Value[];
	readonly stages: readonly string[];
	now = Date.UTC(2026, 5, 15, 8);

	constructor(source: BundleSource, seed: number) {
		this.dice = new Dice(seed);
		const { dice } = this;
		this.host = new Host(this.store, {
			timeZone: dice.pick(ZONES),
			locale: dice.pick(LOCALES),
			now: () => this.now,
			htmlFile: () => '<p></p>',
			frontEnd: { toast: (message) => void this.toasts.push(message) },
		});
		this.call = source.open(this.host);
		this.headings = HEADINGS.map((heading) => (dice.isLucky(0.06) ? dice.pick(ODD_HEADINGS) : heading));
		this.stages = [...STAGES, ...(dice.isLucky(0.5) ? [dice.pick(ODD_NAMES)] : [])];
		this.deals = this.store.insertSheet(dice.pick(['Deals', 'Stages', '阶段', "It's"]), 0, {
			rows: 60,
			columns: 14,
		}).id;
		this.write(0, [this.headings, ...Array.from({ length: dice.whole(0, 24) }, (_, row) => this.row(row))]);
	}

	write(row: number, rows: readonly (readonly Value[])[]): void {
		const dates = new Set(['Created', 'Close date', 'Expected close']);
		this.store.write(
			this.deals,
			{ row, column: 0, rows: rows.length, columns: this.headings.length },
			rows.map((line, at) =>
				line.map((value, column) => ({
					value,
					format:
						row + at > 0 &&
						typeof value === 'number' &&
						Math.abs(value) < 1e6 &&
						dates.has(String(this.headings[column]))
							? 'yyyy-mm-dd'
							: '',
				})),
			),
		);
	}

	row(at: number): Value[] {
		const { dice } = this;
		const day = 46_000 + dice.whole(0, 160);
		const usual: Value[] = [
			`D-${at}`,
			`Deal ${at}`,
			dice.pick(this.stages),
			dice.whole(1, 900) * 10,
			day,
			day + 20,
			day + 30,
			dice.pick(['Ann', 'Bob']),
			0.4,
			dice.pick(['N', 'S']),
		];
		return usual.map((value) => (dice.isLucky(0.08) ? dice.pick(ODD_VALUES) : value));
	}

	grid(): Value[][] {
		return this.store
			.read(this.deals, { row: 0, column: 0, ...this.store.used(this.deals) })
			.map((line) => line.map(({ value }) => value ?? ''));
	}

	run(kind: ExecutionKind, name: string, args: readonly unknown[]): unknown {
		const toasts = this.toasts.length;
		try {
			const result = this.host.execute(kind, () => this.call[name]?.(...args));
			if (this.host.locks.held.length > 0) this.findings.push(`${name} holds a lock`);
			return result;
		} catch (thrown) {
			const text = String((thrown as Error).message);
			if (kind !== 'customFunction') this.findings.push(`${name} let an exception through: ${text.slice(0, 100)}`);
			else if (!text.startsWith(`${name}: `))
				this.findings.push(`${name} throws a text without its name: ${text.slice(0, 100)}`);
			else if (text.length > 700) this.findings.push(`${name} throws ${text.length} characters`);
			else if (/Invalid time value|undefined|is not a function|Cannot read/u.test(text))
				this.findings.push(`${name} throws ${text.slice(0, 100)}`);
			return null;
		} finally {
			if (
				kind === 'trigger' &&
				this.toasts
					.slice(toasts)
					.some((text) => /zone|Invalid|unknown|Zeitzone|Nowhere|went wrong|出现问题/iu.test(text))
			)
				this.findings.push(`an edit says ${String(this.toasts.at(-1)).slice(0, 100)}`);
		}
	}

	ask<T>(name: string, request?: unknown): T | null {
		const answer = this.run('rpc', name, request === undefined ? [] : [request]) as Answer<T> | null;
		if (answer === null || answer === undefined) return null;
		if (answer.ok) {
			if (
				JSON.stringify(answer.data, (_key, value: unknown) =>
					typeof value === 'number' && !Number.isFinite(value) ? '!!' : value,
				).includes('"!!"')
			)
				this.findings.push(`${name} answers with what is no number`);
			return answer.data;
		}
		if (answer.code === 'unknown') this.findings.push(`${name} fails: ${answer.text.slice(0, 120)}`);
		return null;
	}
}

/** @returns what does not hold in the document of this seed, in short sentences */
export function fuzzDocument(source: BundleSource, seed: number): string[] {
	const document = new Document(source, seed);
	setUp(document);
	for (let step = 0; step < 6 && document.findings.length === 0; step++) {
		const act = document.dice.weighted({ formula: 6, edit: 4, open: 2, stages: 3, property: 1, check: 1, filter: 2 });
		ACTS[act](document);
		document.now += document.dice.whole(1000, 1e7);
	}
	return document.findings;
}

function setUp(document: Document): void {
	const before = JSON.stringify(document.grid());
	const proposal = document.ask<OpenAnswer>('sidebarOpen', { filter: null })?.proposal;
	if (JSON.stringify(document.grid()) !== before) document.findings.push('opening changed the deals');
	if (proposal === null || proposal === undefined || proposal.obstacle !== null) return;
	const columns = Object.fromEntries(
		proposal.columns.flatMap(({ field, column }) => (column === null ? [] : [[field, column]])),
	);
	const stages = proposal.stages.map((stage) => ({ ...stage, kind: stage.kind ?? 'open' }));
	const { sheetId, headerRow, stageDates } = proposal;
	const answer = document.run('rpc', 'sidebarSetUp', [
		{ sheetId, headerRow, columns, stageDates, stages },
	]) as Answer<OpenAnswer>;
	if (answer !== null && !answer.ok && REFUSALS.has(answer.code))
		document.findings.push('the set-up refuses its own proposal');
}

const ACTS: Readonly<
	Record<'formula' | 'edit' | 'open' | 'stages' | 'property' | 'check' | 'filter', (document: Document) => void>
> = {
	formula(document) {
		const { dice } = document;
		const { id } = dice.pick(METRICS);
		const name = functionName(id);
		const words = Array.from({ length: dice.whole(0, 4) }, () =>
			dice.isLucky(0.6)
				? dice.pick(WORDS)
				: dice.pick<Value>([...document.headings, ...document.stages, ...ODD_VALUES]),
		);
		const grid = document.grid();
		const ask = (rows: unknown): unknown =>
			document.run('customFunction', name, [rows, ...words.map((word) => word ?? '')]);
		const cells = ask(grid);
		for (const cell of [cells].flat(2))
			if (typeof cell === 'number' ? !Number.isFinite(cell) : cell === undefined)
				document.findings.push(`${name}(${words.join()}) shows ${String(cell)}`);
	},
	edit(document) {
		const { dice } = document;
		const row = dice.whole(1, 26);
		const column = dice.whole(0, document.headings.length - 1);
		const value = dice.isLucky(0.5) ? dice.pick(ODD_VALUES) : (document.row(row)[column] as Value);
		document.store.write(document.deals, { row, column, rows: 1, columns: 1 }, [[{ value, format: '' }]]);
		const event = editEvent(document.host, {
			sheetId: document.deals,
			rect: { row, column, rows: 1, columns: 1 },
			before: null,
			after: { value, formula: null, format: '' },
		});
		document.run('trigger', 'onEdit', [event]);
	},
	open(document) {
		const before = JSON.stringify(document.grid());
		const sizes = (): string => JSON.stringify(document.store.sheets().map(({ id }) => document.store.used(id)));
		const first = document.ask<OpenAnswer>('sidebarOpen', { filter: null });
		const size = sizes();
		const second = document.ask<OpenAnswer>('sidebarOpen', { filter: null });
		if (sizes() !== size) document.findings.push('a second look at the same table writes again');
		if (JSON.stringify(first?.ready?.report) !== JSON.stringify(second?.ready?.report))
			document.findings.push('a second look shows other figures');
		if (JSON.stringify(document.grid()) !== before) document.findings.push('opening changed the deals');
	},
	stages(document) {
		const { dice } = document;
		const open = document.ask<OpenAnswer>('sidebarOpen', { filter: null });
		if (open === null || open.stages.length === 0) return;
		const at = dice.whole(0, open.stages.length - 1);
		const name = dice.pick([...ODD_NAMES, 'Plain']);
		const tasks = [dice.pick(ODD_NAMES), dice.pick(ODD_NAMES)]
			.map((text) => text.trim())
			.filter((text) => /\S/u.test(text.replace(/\u200b/gu, '')));
		const stages = open.stages.map((stage, i) => (i === at ? { ...stage, name, tasks } : stage));
		const answer = document.run('rpc', 'sidebarSaveStages', [
			{ stages, before: open.stages },
		]) as Answer<OpenAnswer> | null;
		if (answer?.ok === false && (answer.code === 'badRequest' || answer.code === 'stageNotKept'))
			document.findings.push(`the list is refused as a request: ${answer.text}`);
		if (answer?.ok !== true) return;
		const saved = answer.data.stages.find(({ id }) => id === open.stages[at]?.id);
		if (JSON.stringify(saved?.tasks) !== JSON.stringify(tasks))
			document.findings.push(
				`tasks ${JSON.stringify(tasks).slice(0, 80)} come back as ${JSON.stringify(saved?.tasks).slice(0, 80)}`,
			);
		if (document.ask('sidebarOpen', { filter: null }) === null)
			document.findings.push(`nothing opens after a stage was called ${JSON.stringify(name)}`);
	},
	property(document) {
		const { dice } = document;
		const names = [...document.host.properties.document.keys()];
		if (names.length > 0)
			document.host.properties.document.set(dice.pick([...names, 'stagekeeper.zone']), dice.pick(PROPERTIES));
	},
	check(document) {
		document.ask('sidebarCheck');
		document.ask('sidebarHistory');
	},
	filter(document) {
		const texts = document.grid().flat().map(String);
		const odd = [...ODD_HEADINGS, ...ODD_NAMES];
		chooseFilter(document, [...document.headings.map(String), ...odd], [...texts, ...odd]);
	},
};
