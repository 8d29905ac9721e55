/** Named ranges: anchors that follow inserted rows and columns. */
import type { NamedRangeRecord } from './document-records.ts';
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { service } from './service.ts';

type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange;

export class NamedRangeImplementation implements Pick<NamedRange, 'getName' | 'getRange' | 'remove'> {
	#host: Host;
	#record: NamedRangeRecord;

	constructor(host: Host, record: NamedRangeRecord) {
		this.#host = host;
		this.#record = record;
	}

	getName(): string {
		return this.#record.name;
	}
	getRange(): GoogleAppsScript.Spreadsheet.Range {
		return RangeImplementation.of(this.#host, this.#record.sheetId, this.#record.rect);
	}
	remove(): void {
		this.#host.records.namedRanges = this.#host.records.namedRanges.filter((record) => record !== this.#record);
	}
}

export function namedRangesOf(host: Host): NamedRange[] {
	const found = new host.realm.Array<NamedRange>();
	for (const record of host.records.namedRanges)
		found.push(service(host, 'NamedRange', new NamedRangeImplementation(host, record)) as unknown as NamedRange);
	return found;
}
