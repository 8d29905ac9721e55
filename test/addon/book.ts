/** A spreadsheet in memory with the built bundle in it, as the tests of the doors use it. */
import type { Answer } from '../../src/addon/contract/answer.ts';
import type { Rpc } from '../../src/addon/contract/rpc.ts';
import type { OpenAnswer, SetUpChoice, SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { revisionOf } from '../../src/core/formula/revision.ts';
import { Bundle } from '../../workbench/host/bundle.ts';
import { evaluateFormula } from '../../workbench/host/formula-call.ts';
import {
	createHost,
	type FormulaResult,
	type Host,
	type HostOptions,
	MemoryStore,
	UserActions,
} from '../../workbench/host/index.ts';
import { loadBundle } from '../../workbench/host/load-bundle.ts';
import type { StoredCell } from '../../workbench/host/store.ts';
import type { BundleSource } from '../simulation/bundle-copy.ts';

export type Value = string | number | null;

const STAGES = ['Qualify', 'Product introduction', 'Needs and solution', 'Quote and contract', 'Won', 'Lost'];
/** 2026-01-01 as a serial number. */
const FIRST_DAY = 46_023;

export const HEADINGS = ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Close date', 'Owner'];
export const STAGE = HEADINGS.indexOf('Stage');

/** Deals of the six-stage example; deal i is in stage i mod 6. */
export function sampleRows(count: number): Value[][] {
	return Array.from({ length: count }, (_, i) => {
		const isClosed = i % 6 > 3;
		return [
			`D-${i + 1}`,
			`Deal ${i + 1}`,
			STAGES[i % 6] as string,
			1000 + i,
			FIRST_DAY + (i % 90),
			isClosed ? FIRST_DAY + (i % 90) + 30 : null,
			['Ann', 'Bob', '王芳'][i % 3] as string,
		];
	});
}

export interface BookOptions extends Partial<HostOptions> {
	readonly sheetName?: string;
	readonly headings?: readonly string[];
	/** Another bundle than the built one. */
	readonly code?: BundleSource;
}

export class Book {
	readonly store = new MemoryStore();
	readonly host: Host;
	readonly bundle: Bundle;
	readonly user: UserActions;
	readonly deals: number;
	readonly toasts: string[] = [];
	sidebars = 0;
	now = Date.UTC(2026, 10, 23, 14, 5);

	constructor(rows: readonly (readonly Value[])[] = sampleRows(60), options: BookOptions = {}) {
		const headings = options.headings ?? HEADINGS;
		const cells = [headings, ...rows];
		this.deals = this.store.insertSheet(options.sheetName ?? 'Deals', 0, {
			rows: Math.max(1000, cells.length + 50),
			columns: Math.max(26, headings.length + 2),
		}).id;
		const dates = new Set([headings.indexOf('Created'), headings.indexOf('Close date')]);
		this.store.write(
			this.deals,
			{ row: 0, column: 0, rows: cells.length, columns: headings.length },
			cells.map((row, at) =>
				row.map((value, column) => ({ value, format: at > 0 && dates.has(column) ? 'yyyy-mm-dd' : '' })),
			),
		);
		this.host = createHost(this.store, {
			timeZone: 'Europe/Berlin',
			locale: 'en_US',
			now: () => this.now,
			htmlFile: () => '<p></p>',
			...options,
			frontEnd: {
				toast: (message) => void this.toasts.push(message),
				sidebar: () => void this.sidebars++,
				...options.frontEnd,
			},
		});
		this.bundle =
			options.code === undefined
				? loadBundle(this.host, 'dist')
				: new Bundle(this.host, { ...options.code.open(this.host) });
		this.user = new UserActions(this.host, (event) => void this.bundle.runTrigger('onEdit', event));
	}

	/** What the page gets; an exception that escaped the door fails the test. */
	call<K extends keyof Rpc>(name: K, request?: unknown): ReturnType<Rpc[K]> {
		const outcome = this.bundle.runFunction(name, request === undefined ? [] : [request]);
		if (!outcome.isOk) throw new Error(`${name} let an exception through: ${outcome.message}`);
		return outcome.value as ReturnType<Rpc[K]>;
	}

	open(): OpenAnswer {
		return data(this.call('sidebarOpen', { filter: null }));
	}

	/** Accepts what was found, as a click on "Use these columns" does. */
	setUp(change: Partial<SetUpChoice> = {}): Answer<OpenAnswer> {
		return this.call('sidebarSetUp', { ...choiceOf(this.open().proposal as SetUpProposal), ...change });
	}

	evaluate(formula: string, sheetId = this.deals): FormulaResult {
		return evaluateFormula(this.bundle, formula, sheetId);
	}

	cell(row: number, column: number, sheetId = this.deals): StoredCell {
		return this.store.read(sheetId, { row, column, rows: 1, columns: 1 })[0]?.[0] as StoredCell;
	}

	/** Every cell of a sheet as it is stored, for "byte-identical". The mark that keeps formulas fresh is none of them: it may always change. */
	snapshot(sheetId = this.deals): string {
		const cells = this.store.read(sheetId, { row: 0, column: 0, ...this.store.used(sheetId) });
		if (!cells.flat().some(isMark)) return JSON.stringify(cells);
		const rest = cells.map((line) => line.map((cell) => (isMark(cell) ? { ...cell, value: null } : cell)));
		const isBlank = ({ value, formula, format }: StoredCell): boolean =>
			value === null && formula === null && format === '';
		let width = rest[0]?.length ?? 0;
		while (width > 0 && rest.every((line) => isBlank(line[width - 1] as StoredCell))) width--;
		return JSON.stringify(rest.map((line) => line.slice(0, width)));
	}

	/** Everything that is kept: all sheets' cells, rules and properties. */
	everything(): string {
		const kept = [...this.host.properties.document].filter(([name, text]) => text !== '' && name !== 'stagekeeper.day');
		const sheets = this.store
			.sheets()
			.map((sheet) => [
				sheet,
				this.snapshot(sheet.id),
				this.store.validations(sheet.id, { row: 0, column: 0, ...this.store.size(sheet.id) }),
			]);
		return JSON.stringify([sheets, kept.sort()]);
	}

	sheetNames(): string[] {
		return this.store.sheets().map(({ name }) => name);
	}
}

function isMark({ value }: StoredCell): boolean {
	return revisionOf(value) !== null;
}

export function data<T>(answer: Answer<T>): T {
	if (!answer.ok) throw new Error(`${answer.code}: ${answer.text}`);
	return answer.data;
}

export function choiceOf(proposal: SetUpProposal): SetUpChoice {
	const { sheetId, headerRow, stageDates, stages } = proposal;
	const columns = Object.fromEntries(
		proposal.columns.filter(({ column }) => column !== null).map(({ field, column }) => [field, column]),
	);
	return { sheetId, headerRow, columns, stageDates, stages } as SetUpChoice;
}
