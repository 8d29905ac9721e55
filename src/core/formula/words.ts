/**
 * The words of a formula, read from left to right: modes, reserved words, stage names, a plain number, column headings
 * with their filter. Nothing is ignored: what is not understood is a misuse that names the nearest word, and what could
 * be two things one that names both spellings.
 * Not here: what a single text can be (readings.ts), choosing the deals (evaluate.ts).
 */

import { type Cell, isBlank } from '../cells/cell.ts';
import { nearest } from '../cells/closest-word.ts';
import { textKey } from '../cells/text-key.ts';
import type { Definitions, MetricDefinition, ModeWord, ReservedWord } from '../metrics/metric.ts';
import type { Dimension } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { DEFAULT_SETTINGS } from '../model/settings-check.ts';
import { existing } from '../speed/existing.ts';
import type { Grouping } from '../statistics/groups.ts';
import { type Period, readPeriod } from '../statistics/period.ts';
import { type Misuse, misused } from './misuse.ts';
import { Readings } from './readings.ts';
import { spelled, type WordKind } from './spelling.ts';

export interface Call {
	readonly modes: ReadonlySet<string>;
	readonly stages: readonly number[];
	readonly number: number | null;
	readonly withinDays: number | null;
	/** How many periods are forecast; null when not said. */
	readonly periods: number | null;
	readonly by: Grouping | null;
	readonly period: Period | null;
	readonly cohort: 'created' | 'closed';
	/** What follows "as of"; null without it. */
	readonly asOf: Cell | null;
	readonly filters: readonly { readonly dimension: Dimension; readonly value: string }[];
	readonly isDetailed: boolean;
	readonly isShrunk: boolean;
	/** Held against the period before. */
	readonly isAgainst: boolean;
}

export type ReadCall = { readonly ok: true; readonly call: Call } | { readonly ok: false; readonly misuse: Misuse };

const MOST_PERIODS = 12;

/** Thrown and caught inside this file only: the first misuse ends the reading. */
class Stop {
	constructor(readonly misuse: Misuse) {}
}

function stop(...misuse: Parameters<typeof misused>): never {
	throw new Stop(misused(...misuse).misuse);
}

function periodCount(cell: Cell, text: string): number {
	if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1 && cell <= MOST_PERIODS) return cell;
	return stop('badPeriods', { value: text, limit: MOST_PERIODS });
}

function ambiguous(word: string, kinds: readonly WordKind[]): never {
	stop('ambiguousWord', { word, spellings: kinds.map((kind) => `"${spelled(kind, word)}"`).join(' / ') });
}

/** Reads the words; see metrics.md §4 for the grammar. */
export function readCall(
	definition: MetricDefinition,
	pipeline: Pipeline,
	words: readonly Cell[],
	definitions: Definitions = DEFAULT_SETTINGS,
): ReadCall {
	try {
		return { ok: true, call: new Reader(definition, pipeline, words, definitions).call() };
	} catch (error) {
		if (error instanceof Stop) return { ok: false, misuse: error.misuse };
		throw error;
	}
}

class Reader {
	private at = 0;
	private readonly chosen = new Map<number, string>();
	private readonly seen = new Set<string>();
	private readonly named: number[] = [];
	private readonly filters: { dimension: Dimension; value: string }[] = [];
	private from = -1;
	private to = -1;
	private number: number | null = null;
	private withinDays: number | null = null;
	private periods: number | null = null;
	private by: Grouping | null = null;
	private period: Period | null = null;
	private cohort: 'created' | 'closed' = 'created';
	private asOf: Cell | null = null;
	private readonly readings: Readings;

	constructor(
		private readonly definition: MetricDefinition,
		private readonly pipeline: Pipeline,
		private readonly words: readonly Cell[],
		private readonly definitions: Definitions,
	) {
		this.readings = new Readings(definition, pipeline);
	}

	call(): Call {
		while (this.at < this.words.length) this.read(existing(this.words[this.at++]));
		const { definition, seen } = this;
		definition.modes.forEach((group, g) => {
			if (!this.chosen.has(g)) this.chosen.set(g, this.defaultMode(group));
		});
		if (definition.number !== null && definition.isNumberOptional !== true && this.number === null)
			stop('missingNumber');
		if (seen.has('shrink') && this.by === null) stop('missingArgument', { word: 'by' });
		return {
			modes: new Set(this.chosen.values()),
			stages: this.stages(),
			number: this.number,
			withinDays: this.withinDays,
			periods: this.periods,
			by: this.by,
			period: this.period,
			cohort: this.cohort,
			asOf: this.asOf,
			filters: this.filters,
			isDetailed: seen.has('detail'),
			isShrunk: seen.has('shrink'),
			isAgainst: seen.has('against'),
		};
	}

	private defaultMode(group: readonly ModeWord[]): string {
		const defined = this.definition.defaultMode?.(this.definitions);
		return (group.find(({ word }) => word === defined) ?? existing(group[0])).word;
	}

	private read(cell: Cell): void {
		if (isBlank(cell)) return;
		if (typeof cell === 'number') {
			this.plainNumber(cell);
			return;
		}
		if (typeof cell !== 'string') stop('notAWord', { value: this.readings.textOf(cell) });
		const named = this.readings.spelledOut(cell);
		if (named !== null) {
			this.take(named.kind, named.name, cell);
			return;
		}
		const kinds = this.readings.of(cell, this.words[this.at]);
		if (kinds.length > 1) ambiguous(cell, kinds);
		this.take(kinds[0] ?? (this.readings.columnHeaded(cell) === undefined ? 'word' : 'column'), cell, cell);
	}

	/** @param word as it was written */
	private take(kind: WordKind, name: string, word: string): void {
		if (kind === 'column') this.filter(name, word);
		else if (kind === 'word') this.word(name, word);
		else if (this.definition.stageNames === 0) stop('notForThisFunction', { word });
		else this.named.push(this.stage(name));
	}

	private word(name: string, word: string): void {
		const key = textKey(name);
		if (this.isMode(key)) return;
		if (this.readings.isWord(key)) {
			if (key === 'detail') this.seen.add(key);
			else this.reserved(key as ReservedWord);
		} else if (key === 'detail' || this.readings.isReserved(key)) stop('notForThisFunction', { word: key });
		else stop('unknownWord', { word, nearest: nearest(name, this.vocabulary()) ?? '' });
	}

	/** Takes the word as a mode; two of one group exclude each other. */
	private isMode(word: string): boolean {
		const group = this.definition.modes.findIndex((modes) => modes.some((mode) => mode.word === word));
		if (group < 0) return false;
		const first = this.chosen.get(group);
		if (first !== undefined && first !== word) stop('conflictingWords', { first, second: word });
		this.chosen.set(group, word);
		return true;
	}

	private vocabulary(): string[] {
		const { definition, pipeline } = this;
		return [
			...definition.modes.flatMap((group) => group.map((mode) => mode.word)),
			...definition.reserved.filter((word) => word !== 'column'),
			'detail',
			...(definition.stageNames > 0 ? pipeline.stages.all.map((stage) => stage.name) : []),
			...pipeline.opportunities.headings.filter((heading) => heading !== ''),
		];
	}

	private plainNumber(value: number): void {
		if (this.definition.number === null || this.number !== null) stop('unexpectedNumber', { value });
		if (value < 0) stop('negativeNumber', { value });
		this.number = value;
	}

	private filter(name: string, word: string): void {
		const dimension = this.dimension(name);
		if (this.at >= this.words.length) stop('missingArgument', { word });
		if (this.filters.some((filter) => filter.dimension === dimension || filter.dimension.heading === dimension.heading))
			stop('repeatedWord', { word });
		this.filters.push({ dimension, value: this.readings.textOf(existing(this.words[this.at++])) });
	}

	private dimension(name: string): Dimension {
		const dimension = this.readings.column(name);
		if (dimension !== null) return dimension;
		return stop('unknownColumn', { word: name, nearest: nearest(name, this.pipeline.opportunities.headings) ?? '' });
	}

	private reserved(word: ReservedWord): void {
		if (this.seen.has(word)) stop('repeatedWord', { word });
		this.seen.add(word);
		if (word === 'shrink') return;
		// A range after one of these was taken before (arguments.ts).
		if (word === 'stages' || word === 'history') stop('notARange', { word });
		const cell = this.words[this.at++];
		if (cell === undefined || isBlank(cell)) stop('missingArgument', { word });
		this.setReserved(word, cell, this.readings.textOf(cell));
	}

	/** @param cell what stands after the word */
	private setReserved(word: Exclude<ReservedWord, 'shrink' | 'stages' | 'history'>, cell: Cell, text: string): void {
		if (word === 'by') this.by = this.grouping(text);
		else if (word === 'period')
			this.period = readPeriod(text, this.pipeline.asOfDay) ?? stop('badPeriod', { value: text });
		else if (word === 'as of') this.asOf = cell;
		else if (word === 'against') {
			if (textKey(text) !== 'previous') stop('badAgainst', { value: text });
		} else if (word === 'cohort') {
			const cohort = textKey(text);
			if (cohort !== 'created' && cohort !== 'closed') stop('badCohort', { value: text });
			this.cohort = cohort;
		} else if (word === 'within') {
			if (typeof cell !== 'number' || !(cell > 0)) stop('notANumber', { word, value: text });
			this.withinDays = cell as number;
			// A rate by a day is read from the resolved curve, so that no other mode fits it.
			this.isMode('resolved');
		} else if (word === 'periods') this.periods = periodCount(cell, text);
		else this[word as 'from' | 'to'] = this.stage(this.nameOf('stage', text));
	}

	/** The name behind a prefix of this kind, else the whole text. */
	private nameOf(kind: WordKind, text: string): string {
		const named = this.readings.spelledOut(text);
		return named?.kind === kind ? named.name : text;
	}

	private grouping(text: string): Grouping {
		const named = this.readings.spelledOut(text);
		const unit = this.readings.unit(named?.kind === 'word' ? named.name : text);
		if (unit !== undefined && named === null && this.readings.columnHeaded(text) !== undefined)
			ambiguous(text, ['word', 'column']);
		// What is about the time to come has no deals of a month of the past.
		if (unit !== undefined && !this.definition.reserved.includes('cohort')) stop('notForThisFunction', { word: text });
		return unit === undefined ? { dimension: this.dimension(this.nameOf('column', text)) } : { unit };
	}

	private stage(name: string): number {
		const position = this.pipeline.stages.positionOf(name);
		if (position >= 0) return position;
		const names = this.pipeline.stages.all.map((stage) => stage.name);
		return stop('unknownStage', { word: name, nearest: nearest(name, names) ?? '' });
	}

	/** The stages named alone or by "from" and "to"; "to" alone starts at the first stage. */
	private stages(): number[] {
		const { stages } = this.pipeline;
		const named = [...this.named];
		if (this.to >= 0 && this.from < 0 && named.length === 0) named.push(existing(stages.open[0]));
		if (this.from >= 0) named.unshift(this.from);
		if (this.to >= 0) named.push(this.to);
		const limit = this.definition.stageNames;
		const name = (position: number): string => existing(stages.all[position]).name;
		if (named.length > limit) stop('tooManyStages', { limit, word: name(existing(named[limit])) });
		if (this.definition.isFunnelOrdered) this.checkOrder(named, name);
		return named;
	}

	private checkOrder(named: readonly number[], name: (position: number) => string): void {
		const { rankOf, openCount } = this.pipeline.stages;
		const ranks = named.map((position) => existing(rankOf[position]));
		const outside = named[ranks.indexOf(-1)];
		if (outside !== undefined) stop('stageOutsideFunnel', { word: name(outside) });
		const [first, second = openCount + 1] = ranks;
		if (ranks.length === 1 && first === openCount) stop('lastStage', { word: name(existing(named[0])) });
		if (first !== undefined && first >= second)
			stop('stageOrder', { first: name(existing(named[0])), second: name(existing(named[1])) });
	}
}
