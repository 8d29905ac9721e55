/**
 * What a text of a formula can mean where it stands: a word of the language, a stage, a column.
 * A text that could mean several things is never guessed. Not here: the order of the words and what each does
 * (words.ts).
 */

import { type Cell, isBlank, isDate } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { parseDateText } from '../cells/date-text.ts';
import { textKey } from '../cells/text-key.ts';
import type { MetricDefinition, ReservedWord } from '../metrics/metric.ts';
import { type Dimension, FIELDS } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { readPeriod } from '../statistics/period.ts';
import type { CalendarUnit } from '../time/calendar-unit.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { prefixed, type WordKind } from './spelling.ts';

/** Words that take the next argument, and "shrink". */
export const RESERVED: readonly ReservedWord[] = [
	'by',
	'period',
	'cohort',
	'within',
	'from',
	'to',
	'shrink',
	'periods',
	'against',
	'as of',
	'stages',
	'history',
];
const UNITS: readonly CalendarUnit[] = ['month', 'quarter', 'year'];

function isDay(cell: Cell): boolean {
	return isDate(cell) || (typeof cell === 'string' && parseDateText(cell) !== null);
}

export class Readings {
	private readonly headings: ReadonlyMap<string, number>;
	private readonly modes: ReadonlySet<string>;

	constructor(
		private readonly definition: MetricDefinition,
		private readonly pipeline: Pipeline,
	) {
		const { headings } = pipeline.opportunities;
		this.headings = new Map(headings.map((heading, column) => [textKey(heading), column]));
		this.modes = new Set(definition.modes.flatMap((group) => group.map(({ word }) => word)));
	}

	/**
	 * The kinds that a text without prefix can be here: none, one, or several, and then it must be spelled out.
	 * Where it could be several things, a word of the language and a stage count if what follows fits them. A column
	 * counts if it holds the value that follows, because columns are often headed like stages and words; beside a
	 * reserved word that fits it counts in any case, unless what follows is spelled out.
	 * @param next the argument after it; undefined at the end
	 */
	of(text: string, next: Cell | undefined): WordKind[] {
		const key = textKey(text);
		const column = this.columnHeaded(text);
		const kinds: WordKind[] = [];
		if (this.isWord(key)) kinds.push('word');
		if (this.isStage(text)) kinds.push('stage');
		if (column !== undefined && next !== undefined) kinds.push('column');
		if (kinds.length < 2) return kinds;
		const goesOn = next === undefined || this.isReadable(next);
		const isWordHere = this.takesNext(key) ? this.fits(key, next) : this.isWord(key) && goesOn;
		const possible = kinds.filter((kind) => {
			if (kind === 'word') return isWordHere;
			if (kind === 'stage') return goesOn;
			const isTaken =
				this.takesNext(key) && isWordHere && !(typeof next === 'string' && this.spelledOut(next) !== null);
			return isTaken || this.holds(column as number, next as Cell);
		});
		return possible.length === 0 ? kinds.slice(0, 1) : possible;
	}

	/** What a text with a prefix names; null where the prefix is part of a heading or of a stage's name. */
	spelledOut(text: string): { readonly kind: WordKind; readonly name: string } | null {
		const found = prefixed(text);
		if (found === null) return null;
		const { kind, name } = found;
		const isKnown =
			kind === 'word'
				? this.isWord(textKey(name)) || this.unit(name) !== undefined
				: kind === 'stage'
					? this.pipeline.stages.positionOf(name) >= 0
					: this.columnHeaded(name) !== undefined;
		const isWhole = this.columnHeaded(text) !== undefined || this.pipeline.stages.positionOf(text) >= 0;
		return isKnown || !isWhole ? found : null;
	}

	/** A mode, "detail" or a reserved word that this function takes. */
	isWord(key: string): boolean {
		const { reserved, unit } = this.definition;
		if (key === 'detail') return unit !== 'table';
		return this.modes.has(key) || (this.isReserved(key) && reserved.includes(key as ReservedWord));
	}

	isReserved(key: string): boolean {
		return (RESERVED as readonly string[]).includes(key);
	}

	/** The column with this heading; undefined without one. */
	columnHeaded(name: string): number | undefined {
		const key = textKey(name);
		return key === '' ? undefined : this.headings.get(key);
	}

	/**
	 * The column named so: by its heading, else by the one heading that is alike without regard to its spelling (`Sales
	 * rep`, `sales_rep`), else as a field (`owner`).
	 */
	column(name: string): Dimension | null {
		const { opportunities } = this.pipeline;
		const column = this.columnHeaded(name) ?? this.columnAlike(name);
		return column === undefined ? null : opportunities.dimension(column);
	}

	unit(name: string): CalendarUnit | undefined {
		return UNITS.find((unit) => unit === textKey(name));
	}

	/** A word, or a filter's value as the text that a column of names holds. */
	textOf(cell: Cell): string {
		return cellText(cell, this.pipeline.timeZone);
	}

	private isStage(name: string): boolean {
		return this.definition.stageNames > 0 && this.pipeline.stages.positionOf(name) >= 0;
	}

	private columnAlike(name: string): number | undefined {
		const { headings, columns } = this.pipeline.opportunities;
		const plain = plainHeading(name);
		const alike = headings.flatMap((heading, column) => (plainHeading(heading) === plain ? [column] : []));
		const field = FIELDS.find((known) => known.toLowerCase() === textKey(name));
		if (alike.length === 1) return alike[0];
		return field === undefined ? undefined : columns[field];
	}

	private holds(column: number, value: Cell): boolean {
		const key = textKey(this.textOf(value));
		return this.pipeline.opportunities.dimension(column)?.labels.some((label) => textKey(label) === key) ?? false;
	}

	/** Whether this argument can stand where a word is expected. */
	private isReadable(cell: Cell): boolean {
		if (isBlank(cell)) return true;
		if (typeof cell === 'number') return this.definition.number !== null;
		if (typeof cell !== 'string') return false;
		const key = textKey(cell);
		return (
			prefixed(cell) !== null ||
			this.isWord(key) ||
			this.isReserved(key) ||
			this.isStage(cell) ||
			this.columnHeaded(cell) !== undefined
		);
	}

	private takesNext(key: string): boolean {
		return key !== 'shrink' && this.isReserved(key) && this.isWord(key);
	}

	/** Whether a reserved word can take this argument. */
	private fits(word: string, next: Cell | undefined): boolean {
		if (next === undefined || isBlank(next)) return false;
		const text = this.textOf(next);
		const name = this.spelledOut(text)?.name ?? text;
		switch (word as ReservedWord) {
			case 'by':
				return this.unit(name) !== undefined || this.column(name) !== null;
			case 'period':
				return readPeriod(text, this.pipeline.asOfDay) !== null;
			case 'cohort':
				return ['created', 'closed'].includes(textKey(text));
			case 'against':
				return textKey(text) === 'previous';
			case 'within':
				return typeof next === 'number' && next > 0;
			case 'from':
			case 'to':
				return this.pipeline.stages.positionOf(name) >= 0;
			case 'as of':
				return isDay(next);
			default:
				// The range after "stages" and "history" was taken before the words are read (arguments.ts).
				return false;
		}
	}
}
