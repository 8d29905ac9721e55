/** TextFinder: cells whose shown text or formula contains a text. */
import { searchCells } from './cell-access.ts';
import { displayValue } from './display-value.ts';
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { service } from './service.ts';
import type { Rect } from './store.ts';

type Finder = GoogleAppsScript.Spreadsheet.TextFinder;
type Range = GoogleAppsScript.Spreadsheet.Range;

export class TextFinderImplementation
	implements
		Pick<Finder, 'findAll' | 'findNext' | 'matchCase' | 'matchEntireCell' | 'matchFormulaText' | 'useRegularExpression'>
{
	#host: Host;
	#text: string;
	#places: readonly { readonly sheetId: number; readonly rect: Rect }[];
	#isCaseKept = false;
	#isWhole = false;
	#isFormula = false;
	#isPattern = false;

	constructor(host: Host, text: string, places: readonly { readonly sheetId: number; readonly rect: Rect }[]) {
		this.#host = host;
		this.#text = text;
		this.#places = places;
	}

	static of(host: Host, text: string, places: readonly { readonly sheetId: number; readonly rect: Rect }[]): Finder {
		return service(host, 'TextFinder', new TextFinderImplementation(host, String(text), places)) as unknown as Finder;
	}

	matchCase(matchCase: boolean): Finder {
		this.#isCaseKept = matchCase;
		return this.#self();
	}
	matchEntireCell(matchEntireCell: boolean): Finder {
		this.#isWhole = matchEntireCell;
		return this.#self();
	}
	matchFormulaText(matchFormulaText: boolean): Finder {
		this.#isFormula = matchFormulaText;
		return this.#self();
	}
	useRegularExpression(useRegEx: boolean): Finder {
		this.#isPattern = useRegEx;
		return this.#self();
	}

	findAll(): Range[] {
		const found = new this.#host.realm.Array<Range>();
		const matches = this.#matcher();
		for (const { sheetId, rect } of this.#places) {
			const cells = rect.rows > 0 && rect.columns > 0 ? searchCells(this.#host, sheetId, rect) : [];
			cells.forEach((line, row) => {
				line.forEach((cell, column) => {
					const text = this.#isFormula && cell.formula !== null ? cell.formula : displayValue(cell);
					if (text === '' || !matches(text)) return;
					found.push(
						RangeImplementation.of(this.#host, sheetId, {
							row: rect.row + row,
							column: rect.column + column,
							rows: 1,
							columns: 1,
						}),
					);
				});
			});
		}
		return found;
	}

	findNext(): Range | null {
		return this.findAll()[0] ?? null;
	}

	#matcher(): (text: string) => boolean {
		if (this.#isPattern) {
			const pattern = new RegExp(this.#isWhole ? `^(?:${this.#text})$` : this.#text, this.#isCaseKept ? 'u' : 'iu');
			return (text) => pattern.test(text);
		}
		const fold = (text: string): string => (this.#isCaseKept ? text : text.toLowerCase());
		const wanted = fold(this.#text);
		return this.#isWhole ? (text) => fold(text) === wanted : (text) => fold(text).includes(wanted);
	}

	#self(): Finder {
		return service(this.#host, 'TextFinder', this) as unknown as Finder;
	}
}
