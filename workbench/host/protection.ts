/** Protections that a script sets: kept as a record. What the user may not edit is the Store's `protectedRects`. */
import type { ProtectionRecord } from './document-records.ts';
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { service } from './service.ts';
import type { Rect } from './store.ts';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

export function protect(host: Host, sheetId: number, rect: Rect | null): Protection {
	const record: ProtectionRecord = { sheetId, rect, description: '', isWarningOnly: false };
	host.records.protections.push(record);
	return skinOf(host, record);
}

/** @param type `SHEET` or `RANGE` */
export function protectionsOf(host: Host, sheetId: number | null, type: string): Protection[] {
	const found = new host.realm.Array<Protection>();
	for (const record of host.records.protections) {
		if ((sheetId === null || record.sheetId === sheetId) && (record.rect === null) === (type === 'SHEET'))
			found.push(skinOf(host, record));
	}
	return found;
}

function skinOf(host: Host, record: ProtectionRecord): Protection {
	return service(host, 'Protection', new ProtectionImplementation(host, record)) as unknown as Protection;
}

class ProtectionImplementation
	implements
		Pick<
			Protection,
			'getDescription' | 'getRange' | 'isWarningOnly' | 'remove' | 'setDescription' | 'setWarningOnly' | 'canEdit'
		>
{
	#host: Host;
	#record: ProtectionRecord;

	constructor(host: Host, record: ProtectionRecord) {
		this.#host = host;
		this.#record = record;
	}

	getDescription(): string {
		return this.#record.description;
	}
	getRange(): GoogleAppsScript.Spreadsheet.Range {
		const { sheetId, rect } = this.#record;
		return RangeImplementation.of(
			this.#host,
			sheetId,
			rect ?? { row: 0, column: 0, ...this.#host.store.size(sheetId) },
		);
	}
	isWarningOnly(): boolean {
		return this.#record.isWarningOnly;
	}
	canEdit(): boolean {
		return true;
	}
	setDescription(description: string): Protection {
		this.#record.description = description;
		return skinOf(this.#host, this.#record);
	}
	setWarningOnly(warningOnly: boolean): Protection {
		this.#record.isWarningOnly = warningOnly;
		return skinOf(this.#host, this.#record);
	}
	remove(): void {
		this.#host.records.protections = this.#host.records.protections.filter((record) => record !== this.#record);
	}
}
