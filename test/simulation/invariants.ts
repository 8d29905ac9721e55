/**
 * The invariants of the stage history, checked at rest by a reckoning of its own.
 * What must hold at every single step (user's cells, whole rows at the log's end) is watched by watched-store.ts.
 */
import type { OpenAnswer } from '../../src/addon/contract/sheet-and-settings.ts';
import type { FunnelReport } from '../../src/core/report/report.ts';
import type { DealTable } from './deal-table.ts';
import type { TrueStage } from './known-stages.ts';
import { type LogRow, logRows } from './log-rows.ts';
import { mayHead, sameKey, type TrueDeal } from './truth.ts';
import type { World } from './world.ts';

export const GONE = '(gone)';
export const BACK = '(back)';
const NONE = '(none)';
const UNKNOWN = -1;

/** What the checks remember from one rest to the next. */
export class Checks {
	private readonly seen = new Set<string>();
	private lostLogs = 0;
	/** Events that say a change of stage. */
	recorded = 0;

	/** I1 to I3. */
	log(world: World): void {
		const id = world.historyId();
		if (id === null) {
			world.breaks.push('I1 there is no history sheet at rest');
			return;
		}
		if (world.lostLogs !== this.lostLogs) {
			this.seen.clear();
			this.lostLogs = world.lostLogs;
		}
		const rows = logRows(world.cells(id, 0));
		for (const table of world.tables) {
			const isOwn = ({ table: named }: LogRow): boolean =>
				named === table.id || (Number.isNaN(named) && table === world.tables[0]);
			this.table(world, table, rows.filter(isOwn));
		}
	}

	/** Of the sheet that is not set up nothing is known since it was; what is in the log must have been so. */
	private table(world: World, table: DealTable, rows: readonly LogRow[]): void {
		const byDeal = new Map<string, LogRow[]>();
		for (const row of rows) {
			const own = byDeal.get(row.deal);
			if (own === undefined) byDeal.set(row.deal, [row]);
			else own.push(row);
		}
		const isSetUp = table === world.table;
		const unique = isSetUp ? uniqueDeals(world.trueDeals()) : new Map<string, TrueDeal | null>();
		const waiting = new Set([...waitingIds(world), ...world.aside]);
		for (const [deal, own] of byDeal) {
			own.sort((a, b) => a.sequence - b.sequence || a.observedAt - b.observedAt || a.row - b.row);
			// What was imported tells what was before the first look, whenever that was done.
			const seen = own.filter(({ source }) => source !== 'import');
			if (!world.tampered.has(deal)) {
				this.numbers(world, own);
				imports(world, deal, own);
				if (!world.aside.has(deal))
					this.chain(world, table, seen, new Set(own.filter(({ source }) => source === 'import').map(({ to }) => to)));
			}
			if (isSetUp && seen.length > 0 && !waiting.has(deal)) this.fold(world, deal, seen, unique.get(deal));
		}
		for (const [deal, truth] of unique)
			if (!byDeal.has(deal) && truth !== null && !waiting.has(deal)) world.breaks.push(`I1 ${deal} is not in the log`);
	}

	private numbers(world: World, own: readonly LogRow[]): void {
		own.forEach(({ deal, sequence, from, to }, i) => {
			if (sequence !== i + 1)
				world.breaks.push(`I2 ${deal} event ${sequence} (${from} → ${to}): number ${i + 1} expected`);
		});
	}

	private chain(world: World, table: DealTable, own: readonly LogRow[], imported: ReadonlySet<string>): void {
		own.forEach((event, i) => {
			const before = own[i - 1];
			const where = `${event.deal} event ${event.sequence} (${event.from} → ${event.to})`;
			// What was imported before the first look is what the deal comes from.
			const isAfterImport = before === undefined && imported.has(event.from);
			if (event.from !== (before?.to ?? '') && !isAfterImport)
				world.breaks.push(`I2 ${where}: after ${before?.to ?? 'nothing'}`);
			const key = `${table.id}\n${event.deal}\n${event.sequence}`;
			if (this.seen.has(key)) return;
			this.seen.add(key);
			this.time(world, table, event, before, where);
			if (event.to === GONE || event.to === BACK) return;
			if (before !== undefined) this.recorded++;
			const stage = own
				.slice(0, i)
				.filter(({ to }) => to !== GONE && to !== BACK)
				.pop();
			if (stage !== undefined && isSameStage(world, stage, event))
				world.breaks.push(`I8 ${where}: no change since ${stage.to}`);
		});
	}

	private time(world: World, table: DealTable, event: LogRow, before: LogRow | undefined, where: string): void {
		const { notBefore, observedAt, to, toId, deal } = event;
		if (Number.isNaN(observedAt) || observedAt > world.now)
			world.breaks.push(`I3 ${where}: observed in the future or never`);
		if (notBefore > observedAt || observedAt < (before?.observedAt ?? 0))
			world.breaks.push(`I3 ${where}: times out of order`);
		const isSo = (texts: readonly string[]): boolean => {
			if (to === GONE) return texts.length === 0;
			// Of rows that share an id nobody knows which one is the deal.
			if (texts.length !== 1) return false;
			return to === BACK || isStage(world, texts[0] as string, to, toId);
		};
		if (!table.truth.wasEver(deal, notBefore, observedAt, isSo))
			world.breaks.push(`I3 ${where}: it never was so between the two times`);
	}

	/** @param truth undefined: the id is nowhere; null: several rows have it */
	private fold(world: World, deal: string, own: readonly LogRow[], truth: TrueDeal | null | undefined): void {
		if (truth === null) return;
		const last = own[own.length - 1] as LogRow;
		if (truth === undefined) {
			if (last.to !== GONE) world.breaks.push(`I1 ${deal} is gone, the log says ${last.to}`);
			return;
		}
		const stage = own.filter(({ to }) => to !== GONE && to !== BACK).pop();
		if (last.to === GONE || stage === undefined || !isSameNow(world, truth.stage, stage))
			world.breaks.push(`I1 ${deal} is ${JSON.stringify(truth.stage)}, the log says ${JSON.stringify(last.to)}`);
	}

	/** I13: settings of whatever version mean the stages that stand in the sheet. */
	migrated(world: World, { settings, stages }: OpenAnswer): void {
		const isOn = world.kept.isEditorOn;
		if (settings?.version !== 2 || settings.recordEditor !== isOn)
			world.breaks.push(`I13 the settings are ${JSON.stringify(settings)}`);
		if (!world.known.hasIds || world.stages().some(({ id }) => id === '')) return;
		const [shown, kept] = [stages.map(({ id }) => id), world.stages().map(({ id }) => id)];
		if (shown.join() !== kept.join()) world.breaks.push(`I13 stages ${shown.join()} instead of ${kept.join()}`);
	}

	/** I15: nothing that somebody saved or typed was taken back by a page that had not seen it. */
	kept(world: World): void {
		const lost = world.kept.lost();
		if (lost !== '') world.breaks.push(lost);
		for (const { id, rule } of world.rules()) {
			const typed = world.kept.rules.get(id);
			if (typed !== undefined && typed !== rule)
				world.breaks.push(`I15 the rule of ${id} is ${JSON.stringify(rule)}, ${JSON.stringify(typed)} was typed`);
		}
	}

	/** I14: what the add-on keeps can be read, and changed, without it. */
	readable(world: World): void {
		for (const { id, name, isHidden } of world.store.sheets())
			if (isHidden || world.store.protectedRects(id).length > 0)
				world.breaks.push(`I14 the sheet ${name} is hidden or protected`);
		for (const [name, text] of world.host.properties.document)
			if (name.startsWith('stagekeeper.settings') && text !== '' && !isJson(text))
				world.breaks.push(`I14 ${name} is no text that others read`);
		const id = world.historyId();
		for (const { deal, from, to, sequence, source } of id === null ? [] : logRows(world.cells(id, 0)))
			if (!world.tampered.has(deal) && (to === '' || (sequence > 1 && from === '' && source !== 'import')))
				world.breaks.push(`I14 ${deal} event ${sequence} names no stages`);
	}

	/** I5 to I7: what the funnel shows against a count by hand. */
	funnel(world: World, report: FunnelReport, listed: ListedRows): void {
		const [id, name, stage] = [world.column('id'), world.column('name'), world.column('stage')];
		const lines = world.cells(world.deals, world.headerRow + 1);
		const deals = world.trueDeals();
		const filled = lines.filter(
			(line, at) => line.some(({ value }) => value !== null) && !(listed.arePrefilled && deals[at]?.isWaiting),
		);
		const all = byStage(world, filled);
		// Rows that may belong to another table below are counted or listed.
		const end = listed.otherTable === 0 ? lines.length : world.gapRow();
		// A stage alone in its row may head a group of deals; such a row is listed as a note.
		const isAlone = (line: (typeof lines)[number]): boolean => mayHead(line, stage);
		const sure = byStage(
			world,
			filled.filter((line) => lines.indexOf(line) < end && (listed.headings === 0 || !isAlone(line))),
		);
		const headings = Math.min(listed.headings, filled.filter(isAlone).length);
		const told = filled.filter((line) =>
			[id, name, stage].some((column) => (line[column]?.value ?? null) !== null),
		).length;
		const noDeals = listed.notes + listed.otherTable;
		// A row that waits for its deal may be listed as the name of a group as well.
		const waiting = lines.filter((line, at) => listed.arePrefilled && deals[at]?.isWaiting && isAlone(line)).length;
		const twice = report.rows + noDeals - filled.length;
		if (twice < 0 || twice > Math.min(waiting, listed.headings) || report.rows + listed.otherTable + headings < told)
			world.breaks.push(`I7 ${filled.length} rows are filled, ${report.rows} counted, ${noDeals} listed`);
		const isWithin = (shown: number, at: number): boolean =>
			shown <= (all.get(at) ?? 0) && shown >= (sure.get(at) ?? 0);
		report.stages.forEach(({ now, name: stageName }, at) => {
			if (!isWithin(now, at)) world.breaks.push(`I5 ${now} deals in ${stageName}, ${all.get(at) ?? 0} by hand`);
		});
		const sum = report.stages.reduce((total, { now }) => total + now, 0);
		if (!isWithin(report.kinds.unknown, UNKNOWN) || sum + report.kinds.unknown + report.kinds.noStage !== report.rows)
			world.breaks.push(
				`I6 ${sum} + ${report.kinds.unknown} unknown (${all.get(UNKNOWN) ?? 0}) + ${report.kinds.noStage} is not ${report.rows}`,
			);
	}
}

/** What Check says of rows that are not deals. */
export interface ListedRows {
	/** Totals and notes: they hold neither id, nor name, nor stage. */
	readonly notes: number;
	/** Those of them that may be the name of a group above its deals, which may be a stage. */
	readonly headings: number;
	/** Rows of another table below, which may hold words in any column. */
	readonly otherTable: number;
	/** Rows that hold a stage, and at most a number as id, are told to be no deals. */
	readonly arePrefilled: boolean;
}

/** How many rows each stage of the list has, and UNKNOWN those that name another one. */
function byStage(world: World, lines: ReturnType<World['cells']>): ReadonlyMap<number, number> {
	const stage = world.column('stage');
	const counts = new Map<number, number>();
	for (const line of lines) {
		const text = String(line[stage]?.value ?? '');
		const at = sameKey(text) === '' ? Number.NaN : world.stageOf(text);
		counts.set(at, (counts.get(at) ?? 0) + 1);
	}
	return counts;
}

/** Nothing is said of deals of rows that may wait for one while the table lists them. */
function waitingIds(world: World): ReadonlySet<string> {
	return new Set(world.trueDeals().flatMap(({ id, isWaiting }) => (isWaiting ? [id] : [])));
}

/** An import says what the export says, each change once. */
function imports(world: World, deal: string, own: readonly LogRow[]): void {
	const known = new Set<string>();
	for (const { source, to, observedAt } of own) {
		if (source !== 'import') continue;
		const key = `${to} ${observedAt}`;
		if (known.has(key)) world.breaks.push(`I8 ${deal} was imported twice: ${key}`);
		known.add(key);
		if (!world.crm.changes.get(deal)?.some(({ at }) => at === observedAt))
			world.breaks.push(`I3 ${deal} ${key}: the export does not say so`);
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Deals by id; null where several rows share it. */
function uniqueDeals(deals: readonly TrueDeal[]): Map<string, TrueDeal | null> {
	const unique = new Map<string, TrueDeal | null>();
	for (const deal of deals) if (deal.id !== '') unique.set(deal.id, unique.has(deal.id) ? null : deal);
	return unique;
}

/** An id that was made of a name, where the list shows none, says no more than names do. */
function isSameStage({ known }: World, before: LogRow, { to, toId }: LogRow): boolean {
	if (toId === '') return sameKey(before.to) === sameKey(to);
	return before.toId === toId && (sameKey(before.to) === sameKey(to) || known.wereEverOne(before.to, to, toId));
}

/** Did this cell mean the logged stage under any name that the stage ever had? */
export function isStage(world: World, text: string, to: string, toId: string): boolean {
	const key = sameKey(text);
	if (key === '') return to === NONE;
	return key === sameKey(to) || `"${text}"` === to || world.known.wereEverOne(text, to, toId);
}

/** Does this cell mean the logged stage under the list as it is now? */
function isSameNow(world: World, text: string, { to, toId }: LogRow): boolean {
	const now = world.stageOf(text);
	if (now < 0) return sameKey(text) === '' ? to === NONE : sameKey(text) === sameKey(to) || `"${text}"` === to;
	// Of a stage that no deal was ever in nobody knows whether it or its copy had the id.
	if (sameKey(text) === sameKey(to)) return true;
	const positionOf = (isIt: (stage: TrueStage) => boolean): number =>
		toId === '' ? -1 : world.stages().findIndex(isIt);
	const byId = positionOf(({ id }) => id === toId);
	const named = byId >= 0 ? byId : world.stageOf(to);
	// Of a stage that the list shows without an id the log has its name as one, which still tells where `to` was typed over.
	const byKey = (): number => positionOf(({ isKnownByName, names }) => isKnownByName && names[0] === toId);
	return (named >= 0 ? named : byKey()) === now;
}
