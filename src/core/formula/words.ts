/**
 * The words of a formula, read from left to right: modes, reserved words, stage names, a plain number, column headings with their filter.
 * Nothing is ignored: what is not understood is a misuse that names the nearest word. Not here: choosing the deals (evaluate.ts).
 */

import { type Cell, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { nearest } from '../cells/closest-word.ts';
import { textKey } from '../cells/text-key.ts';
import type { MetricDefinition, ReservedWord } from '../metrics/metric.ts';
import { type Dimension, FIELDS } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import type { Grouping } from '../statistics/groups.ts';
import { type Period, readPeriod } from '../statistics/period.ts';
import type { CalendarUnit } from '../time/calendar-unit.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { type Misuse, misused } from './misuse.ts';

export interface Call {
	readonly modes: ReadonlySet<string>;
	readonly stages: readonly number[];
	readonly number: number | null;
	readonly withinDays: number | null;
	readonly by: Grouping | null;
	readonly period: Period | null;
	readonly cohort: 'created' | 'closed';
	readonly filters: readonly { readonly dimension: Dimension; readonly value: string }[];
	readonly isDetailed: boolean;
	readonly isShrunk: boolean;
}

export type ReadCall = { readonly ok: true; readonly call: Call } | { readonly ok: false; readonly misuse: Misuse };

const RESERVED: readonly ReservedWord[] = ['by', 'period', 'cohort', 'within', 'from', 'to', 'shrink'];
const UNITS: readonly CalendarUnit[] = ['month', 'quarter', 'year'];

/** Thrown and caught inside this file only: the first misuse ends the reading. */
class Stop {
	constructor(readonly misuse: Misuse) {}
}

function stop(...misuse: Parameters<typeof misused>): never {
	throw new Stop(misused(...misuse).misuse);
}

/** Reads the words; see metrics.md §4 for the grammar. */
export function readCall(definition: MetricDefinition, pipeline: Pipeline, words: readonly Cell[]): ReadCall {
	try {
		return { ok: true, call: new Reader(definition, pipeline, words).call() };
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
	private by: Grouping | null = null;
	private period: Period | null = null;
	private cohort: 'created' | 'closed' = 'created';

	constructor(
		private readonly definition: MetricDefinition,
		private readonly pipeline: Pipeline,
		private readonly words: readonly Cell[],
	) {}

	call(): Call {
		while (this.at < this.words.length) this.read(existing(this.words[this.at++]));
		const { definition, seen } = this;
		definition.modes.forEach((group, g) => {
			if (!this.chosen.has(g)) this.chosen.set(g, existing(group[0]).word);
		});
		if (definition.number !== null && this.number === null) stop('missingNumber');
		if (seen.has('shrink') && this.by === null) stop('missingArgument', { word: 'by' });
		return {
			modes: new Set(this.chosen.values()),
			stages: this.stages(),
			number: this.number,
			withinDays: this.withinDays,
			by: this.by,
			period: this.period,
			cohort: this.cohort,
			filters: this.filters,
			isDetailed: seen.has('detail'),
			isShrunk: seen.has('shrink'),
		};
	}

	/** A word, or a filter's value as the text that a column of names holds. */
	private textOf(cell: Cell): string {
		return cellText(cell, this.pipeline.timeZone);
	}

	private read(cell: Cell): void {
		if (isBlank(cell)) return;
		if (typeof cell === 'number') {
			this.plainNumber(cell);
			return;
		}
		if (typeof cell !== 'string') stop('notAWord', { value: this.textOf(cell) });
		const word = textKey(cell);
		if (word.startsWith('column:')) {
			this.filter(cell.slice(cell.indexOf(':') + 1), cell);
			return;
		}
		if (this.isMode(word)) return;
		if (word === 'detail') this.seen.add(word);
		else if ((RESERVED as readonly string[]).includes(word)) this.reserved(word as ReservedWord);
		else if (this.definition.stageNames > 0 && this.pipeline.stages.positionOf(cell) >= 0)
			this.named.push(this.pipeline.stages.positionOf(cell));
		else if (this.heading(cell) !== null) this.filter(cell, cell);
		else stop('unknownWord', { word: cell, nearest: nearest(cell, this.vocabulary()) ?? '' });
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

	private heading(name: string): string | null {
		const key = textKey(name);
		return this.pipeline.opportunities.headings.find((heading) => key !== '' && textKey(heading) === key) ?? null;
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
		this.filters.push({ dimension, value: this.textOf(existing(this.words[this.at++])) });
	}

	private dimension(name: string): Dimension {
		const { opportunities } = this.pipeline;
		const column = this.heading(name) ?? this.columnOf(name);
		const dimension = column === undefined ? null : opportunities.dimension(column);
		if (dimension !== null) return dimension;
		return stop('unknownColumn', { word: name, nearest: nearest(name, opportunities.headings) ?? '' });
	}

	/** Where no heading reads so: the one that does without regard to its spelling (`Sales rep`, `sales_rep`), else the field's column (`owner`). */
	private columnOf(name: string): number | undefined {
		const { headings, columns } = this.pipeline.opportunities;
		const plain = plainHeading(name);
		const alike = headings.flatMap((heading, column) => (plainHeading(heading) === plain ? [column] : []));
		const field = FIELDS.find((known) => known.toLowerCase() === textKey(name));
		if (alike.length === 1) return alike[0];
		return field === undefined ? undefined : columns[field];
	}

	private reserved(word: ReservedWord): void {
		if (!this.definition.reserved.includes(word)) stop('notForThisFunction', { word });
		if (this.seen.has(word)) stop('repeatedWord', { word });
		this.seen.add(word);
		if (word === 'shrink') return;
		const cell = this.words[this.at++];
		if (cell === undefined || isBlank(cell)) stop('missingArgument', { word });
		const text = this.textOf(cell);
		if (word === 'by') {
			const name = textKey(text).startsWith('column:') ? text.slice(text.indexOf(':') + 1) : text;
			const unit = UNITS.find((known) => known === textKey(text));
			this.by = unit !== undefined && this.heading(name) === null ? { unit } : { dimension: this.dimension(name) };
		} else if (word === 'period') {
			this.period = readPeriod(text, this.pipeline.asOfDay) ?? stop('badPeriod', { value: text });
		} else if (word === 'cohort') {
			const cohort = textKey(text);
			if (cohort !== 'created' && cohort !== 'closed') stop('badCohort', { value: text });
			this.cohort = cohort;
		} else if (word === 'within') {
			if (typeof cell !== 'number' || !(cell > 0)) stop('notANumber', { word, value: text });
			this.withinDays = cell as number;
			// A rate by a day is read from the resolved curve, so that no other mode fits it.
			this.isMode('resolved');
		} else this[word as 'from' | 'to'] = this.stage(text);
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
