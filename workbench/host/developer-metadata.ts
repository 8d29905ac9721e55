/** Developer metadata: keys anchored to the document, a sheet, a row or a column. */
import type { MetadataRecord } from './document-records.ts';
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { overlap } from './rect.ts';
import { service } from './service.ts';
import { SheetImplementation } from './sheet.ts';
import type { Rect } from './store.ts';

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type Location = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;
type Visibility = GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;
type LocationType = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType;

const VISIBILITIES = ['DOCUMENT', 'PROJECT'];

/** `rest` is Google's overload: value, visibility or both. */
export function addMetadata(
	host: Host,
	key: string,
	rest: readonly unknown[],
	place: Pick<MetadataRecord, 'sheetId' | 'axis' | 'rect'>,
): void {
	const last = String(rest[rest.length - 1]);
	const hasVisibility = rest.length > 0 && VISIBILITIES.includes(last);
	const value = rest.length === 2 || (rest.length === 1 && !hasVisibility) ? String(rest[0]) : null;
	host.records.metadata.push({
		id: host.records.nextId(),
		key: String(key),
		value,
		visibility: hasVisibility ? last : 'DOCUMENT',
		...place,
	});
}

export function metadataOf(host: Host, isWanted: (record: MetadataRecord) => boolean): Metadata[] {
	const found = new host.realm.Array<Metadata>();
	for (const record of host.records.metadata) {
		if (isWanted(record))
			found.push(
				service(host, 'DeveloperMetadata', new DeveloperMetadataImplementation(host, record)) as unknown as Metadata,
			);
	}
	return found;
}

class DeveloperMetadataImplementation
	implements
		Pick<Metadata, 'getId' | 'getKey' | 'getValue' | 'getVisibility' | 'getLocation' | 'setKey' | 'setValue' | 'remove'>
{
	#host: Host;
	#record: MetadataRecord;

	constructor(host: Host, record: MetadataRecord) {
		this.#host = host;
		this.#record = record;
	}

	getId(): number {
		return this.#record.id;
	}
	getKey(): string {
		return this.#record.key;
	}
	getValue(): string | null {
		return this.#record.value;
	}
	getVisibility(): Visibility {
		return this.#record.visibility as unknown as Visibility;
	}
	getLocation(): Location {
		return service(
			this.#host,
			'DeveloperMetadataLocation',
			new LocationImplementation(this.#host, this.#record),
		) as unknown as Location;
	}
	setKey(key: string): Metadata {
		this.#record.key = key;
		return service(this.#host, 'DeveloperMetadata', this) as unknown as Metadata;
	}
	setValue(value: string): Metadata {
		this.#record.value = value;
		return service(this.#host, 'DeveloperMetadata', this) as unknown as Metadata;
	}
	remove(): void {
		this.#host.records.metadata = this.#host.records.metadata.filter((record) => record !== this.#record);
	}
}

class LocationImplementation implements Pick<Location, 'getColumn' | 'getRow' | 'getSheet' | 'getLocationType'> {
	#host: Host;
	#record: MetadataRecord;

	constructor(host: Host, record: MetadataRecord) {
		this.#host = host;
		this.#record = record;
	}

	getColumn(): GoogleAppsScript.Spreadsheet.Range | null {
		return this.#range('columns');
	}
	getRow(): GoogleAppsScript.Spreadsheet.Range | null {
		return this.#range('rows');
	}
	getSheet(): GoogleAppsScript.Spreadsheet.Sheet | null {
		const { sheetId, axis } = this.#record;
		return sheetId === null || axis !== null ? null : SheetImplementation.of(this.#host, sheetId);
	}
	getLocationType(): LocationType {
		return locationType(this.#record) as unknown as LocationType;
	}

	#range(axis: 'rows' | 'columns'): GoogleAppsScript.Spreadsheet.Range | null {
		const { sheetId, rect } = this.#record;
		if (this.#record.axis !== axis || sheetId === null || rect === null) return null;
		const { rows, columns } = this.#host.store.size(sheetId);
		const whole = axis === 'columns' ? { ...rect, row: 0, rows } : { ...rect, column: 0, columns };
		return RangeImplementation.of(this.#host, sheetId, whole);
	}
}

function locationType(record: MetadataRecord): string {
	if (record.sheetId === null) return 'SPREADSHEET';
	if (record.axis === null) return 'SHEET';
	return record.axis === 'columns' ? 'COLUMN' : 'ROW';
}

interface Scope {
	readonly sheetId: number | null;
	readonly rect: Rect | null;
}

export class DeveloperMetadataFinderImplementation
	implements Pick<Finder, 'find' | 'withKey' | 'withValue' | 'withId' | 'withLocationType' | 'withVisibility'>
{
	#host: Host;
	#scope: Scope;
	#tests: ((record: MetadataRecord) => boolean)[] = [];

	constructor(host: Host, scope: Scope) {
		this.#host = host;
		this.#scope = scope;
	}

	static of(host: Host, scope: Scope): Finder {
		return service(
			host,
			'DeveloperMetadataFinder',
			new DeveloperMetadataFinderImplementation(host, scope),
		) as unknown as Finder;
	}

	withKey(key: string): Finder {
		return this.#with((record) => record.key === key);
	}
	withValue(value: string): Finder {
		return this.#with((record) => record.value === value);
	}
	withId(id: number): Finder {
		return this.#with((record) => record.id === id);
	}
	withLocationType(type: LocationType): Finder {
		return this.#with((record) => locationType(record) === String(type));
	}
	withVisibility(visibility: Visibility): Finder {
		return this.#with((record) => record.visibility === String(visibility));
	}
	find(): Metadata[] {
		if (this.#host.execution.kind === 'customFunction' && this.#host.doubts.metadataInCells === 'refused')
			throw this.#host.exception(GOOGLE_TEXT.noPermission('find'));
		const { sheetId, rect } = this.#scope;
		return metadataOf(this.#host, (record) => {
			if (sheetId !== null && record.sheetId !== sheetId) return false;
			if (rect !== null && (record.rect === null || overlap(record.rect, rect) === null)) return false;
			return this.#tests.every((test) => test(record));
		});
	}

	#with(test: (record: MetadataRecord) => boolean): Finder {
		this.#tests.push(test);
		return service(this.#host, 'DeveloperMetadataFinder', this) as unknown as Finder;
	}
}
