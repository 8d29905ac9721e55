/**
 * A sheet's filter with the criteria "visible values" and "hidden values" on one column, kept in the document's
 * records.
 */
import { displayValue } from './display-value.ts';
import type { FilterRecord } from './document-records.ts';
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { service, unwrap } from './service.ts';
import type { Rect } from './store.ts';

type Filter = GoogleAppsScript.Spreadsheet.Filter;
type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria;
type Builder = GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder;
type Values = Pick<NonNullable<FilterRecord['criteria']>, 'visible' | 'hidden'>;

export class FilterCriteriaImplementation
	implements Pick<Builder, 'build' | 'setVisibleValues' | 'setHiddenValues' | 'getVisibleValues' | 'getHiddenValues'>
{
	#host: Host;
	#values: Values;

	constructor(host: Host, values: Values = { visible: null, hidden: [] }) {
		this.#host = host;
		this.#values = values;
	}

	setVisibleValues(values: string[]): Builder {
		this.#values = { ...this.#values, visible: Array.from(values, String) };
		return this.#self();
	}
	setHiddenValues(values: string[]): Builder {
		this.#values = { ...this.#values, hidden: Array.from(values, String) };
		return this.#self();
	}
	getVisibleValues(): string[] {
		return this.#host.realm.Array.from(this.#values.visible ?? []);
	}
	getHiddenValues(): string[] {
		return this.#host.realm.Array.from(this.#values.hidden);
	}
	build(): Criteria {
		return this.#self() as unknown as Criteria;
	}

	static valuesOf(criteria: Criteria): Values {
		return (unwrap(criteria) as unknown as FilterCriteriaImplementation).#values;
	}

	#self(): Builder {
		return service(this.#host, 'FilterCriteriaBuilder', this) as unknown as Builder;
	}
}

export function filterOf(host: Host, sheetId: number): Filter | null {
	const record = host.records.filters.find((filter) => filter.sheetId === sheetId);
	return record === undefined
		? null
		: (service(host, 'Filter', new FilterImplementation(host, record)) as unknown as Filter);
}

export function createFilter(host: Host, sheetId: number, rect: Rect): Filter {
	if (filterOf(host, sheetId) !== null) throw host.exception(GOOGLE_TEXT.filterExists);
	if (host.doubts.filterOnTable === 'refused' && host.store.typedColumns(sheetId).length > 0)
		throw host.exception(GOOGLE_TEXT.filterOnTable);
	host.records.filters.push({ sheetId, rect, criteria: null });
	return filterOf(host, sheetId) as Filter;
}

export class FilterImplementation
	implements
		Pick<
			Filter,
			'getRange' | 'remove' | 'setColumnFilterCriteria' | 'removeColumnFilterCriteria' | 'getColumnFilterCriteria'
		>
{
	#host: Host;
	#record: FilterRecord;

	constructor(host: Host, record: FilterRecord) {
		this.#host = host;
		this.#record = record;
	}

	static rectOf(filter: Filter): Rect {
		return (unwrap(filter) as unknown as FilterImplementation).#record.rect;
	}

	getRange(): GoogleAppsScript.Spreadsheet.Range {
		return RangeImplementation.of(this.#host, this.#record.sheetId, this.#record.rect);
	}
	getColumnFilterCriteria(columnPosition: number): Criteria | null {
		const { criteria } = this.#record;
		return criteria?.position === columnPosition
			? new FilterCriteriaImplementation(this.#host, criteria).build()
			: null;
	}
	/** One column only: a second criterion takes the place of the first. */
	setColumnFilterCriteria(columnPosition: number, filterCriteria: Criteria | null): Filter {
		const { sheetId, rect } = this.#record;
		const values = filterCriteria === null ? null : FilterCriteriaImplementation.valuesOf(filterCriteria);
		this.#record.criteria = values === null ? null : { position: columnPosition, ...values };
		if (values === null) this.#host.store.setFilter(sheetId, null);
		else {
			const column = rect.column + columnPosition - 1;
			const cells = this.#host.store.read(sheetId, {
				row: rect.row + 1,
				column,
				rows: Math.max(1, rect.rows - 1),
				columns: 1,
			});
			const hidden = new Set(values.hidden);
			const shown =
				values.visible ?? [...new Set(cells.flat().map(displayValue))].filter((value) => !hidden.has(value));
			this.#host.store.setFilter(sheetId, { rect, column, visible: shown });
		}
		return service(this.#host, 'Filter', this) as unknown as Filter;
	}
	removeColumnFilterCriteria(columnPosition: number): Filter {
		return this.setColumnFilterCriteria(columnPosition, null);
	}
	remove(): void {
		this.#host.store.setFilter(this.#record.sheetId, null);
		this.#host.records.filters = this.#host.records.filters.filter((record) => record !== this.#record);
	}
}
