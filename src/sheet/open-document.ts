/** The open document as one execution sees it: each fact asked of Google at most once, and only when it is needed. */
import { type TimeZone, timeZone } from '../core/time-zone.ts';
import { spreadsheetLocale } from './session-facts.ts';
import { readStored, type Stored } from './settings-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export class OpenDocument {
	readonly spreadsheet: Spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
	private knownSheets: readonly Sheet[] | null = null;
	private knownStored: Stored | null = null;
	private knownZone: TimeZone | null = null;
	private knownLocale: string | null = null;

	get sheets(): readonly Sheet[] {
		this.knownSheets ??= this.spreadsheet.getSheets();
		return this.knownSheets;
	}

	get stored(): Stored {
		this.knownStored ??= readStored();
		return this.knownStored;
	}

	/** The spreadsheet's zone, never the script's. */
	get timeZone(): TimeZone {
		this.knownZone ??= timeZone(this.spreadsheet.getSpreadsheetTimeZone());
		return this.knownZone;
	}

	/** The spreadsheet's locale as a language tag. */
	get locale(): string {
		this.knownLocale ??= spreadsheetLocale(this.spreadsheet);
		return this.knownLocale;
	}

	/** After a write: what is asked next is asked of Google again. */
	forget(): void {
		this.knownSheets = null;
		this.knownStored = null;
	}
}
