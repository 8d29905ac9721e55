/** RangeList: one operation on several ranges of a sheet. */
import type { Host } from './host.ts';
import { service, unwrap } from './service.ts';

type List = GoogleAppsScript.Spreadsheet.RangeList;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Members =
	| 'getRanges'
	| 'activate'
	| 'setValue'
	| 'clearContent'
	| 'setBackground'
	| 'setFontWeight'
	| 'setFontColor'
	| 'setFontSize'
	| 'setWrap'
	| 'setHorizontalAlignment'
	| 'setNumberFormat'
	| 'clearDataValidations';

export class RangeListImplementation implements Pick<List, Members> {
	#host: Host;
	#ranges: readonly Range[];
	#activate: () => void;

	constructor(host: Host, ranges: readonly Range[], activate: () => void) {
		this.#host = host;
		this.#ranges = ranges;
		this.#activate = activate;
	}

	getRanges(): Range[] {
		return this.#host.realm.Array.from(this.#ranges);
	}
	activate(): List {
		this.#activate();
		return service(this.#host, 'RangeList', this) as unknown as List;
	}
	setValue(value: unknown): List {
		return this.#each((range) => range.setValue(value));
	}
	clearContent(): List {
		return this.#each((range) => range.clearContent());
	}
	setBackground(color: string | null): List {
		return this.#each((range) => range.setBackground(color));
	}
	setFontWeight(fontWeight: 'bold' | 'normal' | null): List {
		return this.#each((range) => range.setFontWeight(fontWeight));
	}
	setFontColor(color: string | null): List {
		return this.#each((range) => range.setFontColor(color));
	}
	setFontSize(size: number): List {
		return this.#each((range) => range.setFontSize(size));
	}
	setWrap(isWrapEnabled: boolean): List {
		return this.#each((range) => range.setWrap(isWrapEnabled));
	}
	setHorizontalAlignment(alignment: 'left' | 'center' | 'normal' | 'right' | null): List {
		return this.#each((range) => range.setHorizontalAlignment(alignment));
	}
	setNumberFormat(numberFormat: string): List {
		return this.#each((range) => range.setNumberFormat(numberFormat));
	}
	clearDataValidations(): List {
		return this.#each((range) => range.clearDataValidations());
	}

	/** One round trip for the list in Google Sheets; here its parts go to the implementations behind the ranges. */
	#each(change: (range: Range) => unknown): List {
		for (const range of this.#ranges) change(unwrap(range));
		return service(this.#host, 'RangeList', this) as unknown as List;
	}
}
