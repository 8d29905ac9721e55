/**
 * Compares the deals of the table with the fold of the stage log and says which events are missing; imports foreign
 * transitions the same way. Pure and idempotent: once the events are appended, the same comparison finds none. Not
 * here: locks, reading and writing sheets (sheet/).
 */

import { type Cell, type Grid, isFormulaError } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import { NO_STAGE, type Opportunities } from '../model/opportunity.ts';
import type { StageList } from '../model/stage.ts';
import type { StageHistory, TransitionSource } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import type { TimeZone } from '../time/time-zone.ts';
import {
	BACK,
	type FoldedDeal,
	GONE,
	idText,
	isMarker,
	logText,
	NO_STAGE_TEXT,
	type StageEvent,
	type StageLog,
} from './stage-log.ts';

export interface Look {
	/** Instant of this look at the table, and of the one before (NaN unknown), in milliseconds since 1970-01-01 UTC. */
	readonly observedAt: number;
	readonly lastLookAt: number;
	/** '' unless the user records who edits. */
	readonly by: string;
	readonly source: TransitionSource;
	/** The table as its events name it. */
	readonly table: string;
	/** YYYY-MM-DD on which a deal (a position) is expected to close now; '' unknown. */
	readonly expectedClose: (deal: number) => string;
}

export interface Identity {
	/** Deals that share an id, by id: counted in the funnel, left out of the history. */
	readonly duplicates: ReadonlyMap<string, readonly number[]>;
	/** Deals without an id, or with one whose formula shows none. */
	readonly missing: readonly number[];
}

export interface Reconciliation extends Identity {
	/** To be appended in this order. */
	readonly events: readonly StageEvent[];
}

/** Which deals have an id of their own. Without an id column all ids are missing. */
export function identify(opportunities: Opportunities): Identity & { readonly unique: ReadonlyMap<string, number> } {
	const ids = opportunities.ids();
	const unique = new Map<string, number>();
	const duplicates = new Map<string, number[]>();
	const missing: number[] = [];
	for (let deal = 0; deal < opportunities.count; deal++) {
		const id = ids === null ? '' : existing(ids[deal]).trim();
		const first = unique.get(id);
		const shared = duplicates.get(id);
		if (id === '' || isFormulaError(id)) missing.push(deal);
		else if (shared !== undefined) shared.push(deal);
		else if (first === undefined) unique.set(id, deal);
		else {
			unique.delete(id);
			duplicates.set(id, [first, deal]);
		}
	}
	return { unique, duplicates, missing };
}

/**
 * The events that bring the log up to the table.
 * @param grid the table's grid, for the text of stages that are not in the list
 */
export function reconcile(
	log: StageLog,
	opportunities: Opportunities,
	stages: StageList,
	grid: Grid,
	look: Look,
): Reconciliation {
	const { unique, duplicates, missing } = identify(opportunities);
	const events: StageEvent[] = [];
	if (opportunities.ids() === null) return { events, duplicates, missing };
	const { codes } = opportunities.stages();
	const column = opportunities.columns.stage ?? -1;
	const cellOf = (deal: number): Cell | undefined => grid[existing(opportunities.gridRows[deal])]?.[column];
	// At setup it is not known since when each deal is where it is.
	const firstSource = log.byDeal.size === 0 ? 'assumed' : look.source;
	for (const [dealId, deal] of unique) {
		// A formula that failed or has not finished says nothing about the deal.
		if (isFormulaError(cellOf(deal))) continue;
		const known = log.byDeal.get(dealId);
		const code = existing(codes[deal]);
		const stage = stages.all[code];
		const text = stage?.name ?? unlistedText(cellText(cellOf(deal)), code);
		const append = appender(events, dealId, known, look, deal);
		if (known === undefined) append(text, stage?.id ?? '', firstSource);
		else {
			if (known.isGone) append(BACK, '', look.source);
			if (!isSameStage(known, code, text, stages)) append(text, stage?.id ?? '', look.source);
		}
	}
	const leftOut = idsLeftOut(opportunities, grid);
	const isThere = (id: string): boolean => unique.has(id) || duplicates.has(id) || leftOut().has(id);
	for (const [dealId, known] of goneDeals(log, opportunities, isThere))
		appender(events, dealId, known, look, null)(GONE, '', look.source);
	return { events, duplicates, missing };
}

/**
 * Ids of rows that are not deals, such as those that wait for one: a deal whose id still stands in the sheet has not
 * gone.
 */
function idsLeftOut({ columns, gridRows }: Opportunities, grid: Grid): () => ReadonlySet<string> {
	return onFirstUse(() => {
		const deals = new Set(gridRows);
		const rows = columns.id === undefined ? [] : [...grid.keys()].filter((row) => !deals.has(row));
		return new Set(rows.map((row) => idText(grid[row]?.[columns.id ?? 0])).filter((id) => id !== ''));
	});
}

/** Deals of the log that the table no longer has. */
function goneDeals(
	{ byDeal }: StageLog,
	opportunities: Opportunities,
	isThere: (dealId: string) => boolean,
): [string, FoldedDeal][] {
	// A table that is empty, or whose ids are not all there, may be one that has not loaded: nothing is known to be gone.
	if (opportunities.count === 0 || opportunities.ids()?.some(isFormulaError)) return [];
	return [...byDeal].filter(([dealId, { isGone }]) => !isGone && !isThere(dealId));
}

/** There are deals, and each shows its stage and its id: no formula has failed or is still working. */
export function isLoaded(opportunities: Opportunities, grid: Grid): boolean {
	const columns = [opportunities.columns.stage, opportunities.columns.id];
	const isShown = (row: number): boolean =>
		columns.every((column) => column === undefined || !isFormulaError(grid[row]?.[column]));
	return opportunities.count > 0 && opportunities.gridRows.every(isShown);
}

/** A user's own text that reads like one of the log's marks is distinguished by its quotes. */
function unlistedText(cell: string, code: number): string {
	const text = logText(cell);
	if (code === NO_STAGE || text === '') return NO_STAGE_TEXT;
	return isMarker(text) ? `"${text}"` : text;
}

function isSameStage(known: FoldedDeal, code: number, text: string, stages: StageList): boolean {
	if (code < 0) return textKey(text) === textKey(known.stage);
	return stages.positionOfLogged(known.stageId, () => stages.positionOf(known.stage)) === code;
}

function appender(
	events: StageEvent[],
	dealId: string,
	known: FoldedDeal | undefined,
	look: Look,
	deal: number | null,
): (to: string, toId: string, source: TransitionSource) => void {
	let sequence = known?.nextSequence ?? 1;
	let from = known?.last ?? '';
	let fromId = known?.lastId ?? '';
	const seen = known?.lastSeenAt ?? Number.NaN;
	const earliest = seen > look.lastLookAt || Number.isNaN(look.lastLookAt) ? seen : look.lastLookAt;
	const notBefore = earliest > look.observedAt ? look.observedAt : earliest;
	return (to, toId, source) => {
		events.push({
			dealId,
			sequence,
			from,
			to,
			fromId,
			toId,
			notBefore,
			observedAt: look.observedAt,
			by: look.by,
			source,
			table: look.table,
			expectedClose: deal === null ? '' : look.expectedClose(deal),
		});
		sequence++;
		from = to;
		fromId = toId;
	};
}

export interface Import extends Identity {
	readonly events: readonly StageEvent[];
	/**
	 * Transitions that the log has already, or that are later than its first own look at the deal and so known better.
	 */
	readonly known: number;
}

/**
 * Events for transitions that another source knows (a CRM's export, per-stage date columns). A second import of the
 * same adds nothing.
 * @param history as read for these opportunities
 * @param table as its events name it
 */
export function importEvents(
	log: StageLog,
	history: StageHistory,
	opportunities: Opportunities,
	stages: StageList,
	timeZone: TimeZone,
	table: string,
): Import {
	const { unique, duplicates, missing } = identify(opportunities);
	const imported = new Set<string>();
	// Where the ids were taken away, from the log or from the list, the names tell.
	const idOf = ({ to, toId }: StageEvent): string =>
		stages.all[stages.positionOfLogged(toId, () => stages.positionOf(to))]?.id ?? toId;
	for (const event of log.events)
		if (event.source === 'import') imported.add(importKey(event.dealId, idOf(event), event.observedAt));
	const isImported = (dealId: string, stageId: string, at: number): boolean =>
		imported.has(importKey(dealId, stageId, at - ROUNDING_MS)) ||
		imported.has(importKey(dealId, stageId, at + ROUNDING_MS));
	const events: StageEvent[] = [];
	let known = 0;
	for (const [dealId, deal] of unique) {
		const fold = log.byDeal.get(dealId);
		let sequence = fold?.nextSequence ?? 1;
		for (let i = existing(history.start[deal]); i < existing(history.start[deal + 1]); i++) {
			const to = stages.all[existing(history.to[i])];
			if (to === undefined) continue;
			const observedAt = instantOf(existing(history.at[i]), history.hasTime, timeZone);
			if (isImported(dealId, to.id, observedAt) || observedAt >= (fold?.firstSeenAt ?? Number.POSITIVE_INFINITY)) {
				known++;
				continue;
			}
			const from = stages.all[existing(history.from[i])];
			const notBefore = instantOf(existing(history.notBefore[i]), history.hasTime, timeZone);
			events.push({
				dealId,
				sequence,
				from: from?.name ?? '',
				to: to.name,
				fromId: from?.id ?? '',
				toId: to.id,
				notBefore,
				observedAt,
				by: '',
				source: 'import',
				table,
				// What was expected back then is not known.
				expectedClose: '',
			});
			sequence++;
		}
	}
	return { events, duplicates, missing, known };
}

/** A sheet that makes a date cell of the time may give it back a millisecond off. */
const ROUNDING_MS = 5;

function importKey(dealId: string, stageId: string, observedAt: number): string {
	return `${dealId}\n${stageId}\n${Math.round(observedAt / 1000)}`;
}

function instantOf(days: number, hasTime: boolean, timeZone: TimeZone): number {
	const ms = Math.round(days * DAY_MS);
	return hasTime || Number.isNaN(ms) ? ms : timeZone.instantOf(ms);
}
