/**
 * What a document keeps beside its cells and what the Store does not know: developer metadata, charts, named ranges,
 * protections, filters.
 */
import type { FormatRule } from './conditional-format.ts';
import { shiftRect } from './rect.ts';
import type { Rect } from './store.ts';

export interface MetadataRecord {
	readonly id: number;
	key: string;
	value: string | null;
	readonly visibility: string;
	/** null: the whole document. */
	readonly sheetId: number | null;
	/** null: the whole sheet. */
	readonly axis: 'rows' | 'columns' | null;
	rect: Rect | null;
}

export interface ChartRecord {
	readonly id: number;
	readonly sheetId: number;
	readonly type: string;
	readonly ranges: readonly { readonly sheetId: number; readonly rect: Rect }[];
	readonly options: Readonly<Record<string, unknown>>;
	readonly position: readonly [number, number, number, number];
	readonly headers: number;
}

export interface NamedRangeRecord {
	readonly name: string;
	readonly sheetId: number;
	rect: Rect;
}

export interface ProtectionRecord {
	readonly sheetId: number;
	/** null: the whole sheet. */
	readonly rect: Rect | null;
	description: string;
	isWarningOnly: boolean;
}

export interface FilterRecord {
	readonly sheetId: number;
	readonly rect: Rect;
	/** Of one column, counted from 1 inside the rect; `visible` null: all but the hidden ones. */
	criteria: {
		readonly position: number;
		readonly visible: readonly string[] | null;
		readonly hidden: readonly string[];
	} | null;
}

export class DocumentRecords {
	metadata: MetadataRecord[] = [];
	charts: ChartRecord[] = [];
	namedRanges: NamedRangeRecord[] = [];
	protections: ProtectionRecord[] = [];
	filters: FilterRecord[] = [];
	/** Conditional formats by sheet, in their order. */
	readonly formatRules = new Map<number, readonly FormatRule[]>();
	private lastId = 0;

	/** Larger than any before, also in a book that was opened again. */
	nextId(): number {
		this.lastId = Math.max(this.lastId, ...[...this.charts, ...this.metadata].map(({ id }) => id)) + 1;
		return this.lastId;
	}

	/** Rows or columns were inserted (count > 0) or deleted (count < 0): everything anchored there moves or goes. */
	shift(sheetId: number, axis: 'rows' | 'columns', at: number, count: number): void {
		const follow = <T extends { sheetId: number | null; rect: Rect | null }>(list: T[]): T[] =>
			list.filter((record) => {
				if (record.sheetId !== sheetId || record.rect === null) return true;
				record.rect = shiftRect(record.rect, axis, at, count);
				return record.rect !== null;
			});
		this.metadata = follow(this.metadata);
		this.namedRanges = follow(this.namedRanges as (NamedRangeRecord & { rect: Rect | null })[]) as NamedRangeRecord[];
	}

	forgetSheet(sheetId: number): void {
		this.metadata = this.metadata.filter((record) => record.sheetId !== sheetId);
		this.charts = this.charts.filter((record) => record.sheetId !== sheetId);
		this.namedRanges = this.namedRanges.filter((record) => record.sheetId !== sheetId);
		this.protections = this.protections.filter((record) => record.sheetId !== sheetId);
		this.filters = this.filters.filter((record) => record.sheetId !== sheetId);
		this.formatRules.delete(sheetId);
	}
}
