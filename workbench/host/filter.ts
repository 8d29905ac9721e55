/** A sheet's filter with the criteria "visible values" and "hidden values" on one column. */
import { displayValue } from './display-value.ts';
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { service, unwrap } from './service.ts';
import type { Rect } from './store.ts';

type Filter = GoogleAppsScript.Spreadsheet.Filter;
type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria;
type Builder = GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder;

export class FilterCriteriaImplementation
	implements Pick<Builder, 'build' | 'setVisibleValues' | 'setHiddenValues' | 'getVisibleValues' | 'getHiddenValues'>
{
	#host: Host;
	#visible: readonly string[] | null = null;
	#hidden: readonly string[] = [];

	constructor(host: Host) {
		this.#host = host;
	}

	setVisibleValues(values: string[]): Builder {
		this.#visible = Array.from(values, String);
		return this.#self();
	}
	setHiddenValues(values: string[]): Builder {
		this.#hidden = Array.from(values, String);
		return this.#self();
	}
	getVisibleValues(): string[] {
		return this.#host.realm.Array.from(this.#visible ?? []);
	}
	getHiddenValues(): string[] {
		return this.#host.realm.Array.from(this.#hidden);
	}
	build(): Criteria {
		return this.#self() as unknown as Criteria;
	}

	/** The values of a column that stay visible. */
	static visibleOf(criteria: Criteria, values: readonly string[]): string[] {
		const implementation = unwrap(criteria) as unknown as FilterCriteriaImplementation;
		const hidden = new Set(implementation.#hidden);
		return implementation.#visible === null ? values.filter((value) => !hidden.has(value)) : [...implementation.#visible];
	}

	#self(): Builder {
		return service(this.#host, 'FilterCriteriaBuilder', this) as unknown as Builder;
	}
}

const filters = new WeakMap<Host, Map<number, Filter>>();

function filtersOf(host: Host): Map<number, Filter> {
	const known = filters.get(host) ?? new Map<number, Filter>();
	filters.set(host, known);
	return known;
}

export function filterOf(host: Host, sheetId: number): Filter | null {
	return filtersOf(host).get(sheetId) ?? null;
}

export function createFilter(host: Host, sheetId: number, rect: Rect): Filter {
	if (filterOf(host, sheetId) !== null) throw host.exception(GOOGLE_TEXT.filterExists);
	const filter = service(host, 'Filter', new FilterImplementation(host, sheetId, rect)) as unknown as Filter;
	filtersOf(host).set(sheetId, filter);
	return filter;
}

export class FilterImplementation
	implements Pick<Filter, 'getRange' | 'remove' | 'setColumnFilterCriteria' | 'removeColumnFilterCriteria' | 'getColumnFilterCriteria'>
{
	#host: Host;
	#sheetId: number;
	#rect: Rect;
	#criteria = new Map<number, Criteria>();

	constructor(host: Host, sheetId: number, rect: Rect) {
		this.#host = host;
		this.#sheetId = sheetId;
		this.#rect = rect;
	}

	static rectOf(filter: Filter): Rect {
		return (unwrap(filter) as unknown as FilterImplementation).#rect;
	}

	getRange(): GoogleAppsScript.Spreadsheet.Range {
		return RangeImplementation.of(this.#host, this.#sheetId, this.#rect);
	}
	getColumnFilterCriteria(columnPosition: number): Criteria | null {
		return this.#criteria.get(columnPosition) ?? null;
	}
	/** One column only: a second criterion takes the place of the first. */
	setColumnFilterCriteria(columnPosition: number, filterCriteria: Criteria | null): Filter {
		this.#criteria.clear();
		if (filterCriteria === null) this.#host.store.setFilter(this.#sheetId, null);
		else {
			this.#criteria.set(columnPosition, filterCriteria);
			const column = this.#rect.column + columnPosition - 1;
			const cells = this.#host.store.read(this.#sheetId, {
				row: this.#rect.row + 1,
				column,
				rows: Math.max(1, this.#rect.rows - 1),
				columns: 1,
			});
			const values = [...new Set(cells.flat().map(displayValue))];
			this.#host.store.setFilter(this.#sheetId, {
				rect: this.#rect,
				column,
				visible: FilterCriteriaImplementation.visibleOf(filterCriteria, values),
			});
		}
		return service(this.#host, 'Filter', this) as unknown as Filter;
	}
	removeColumnFilterCriteria(columnPosition: number): Filter {
		return this.setColumnFilterCriteria(columnPosition, null);
	}
	remove(): void {
		this.#host.store.setFilter(this.#sheetId, null);
		filtersOf(this.#host).delete(this.#sheetId);
	}
}
