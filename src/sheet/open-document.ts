/** The open document as one execution sees it: each fact asked of Google at most once, and only when it is needed. */
import { type TimeZone, timeZone } from '../core/time/time-zone.ts';
import { spreadsheetLocale } from './session-facts.ts';
import { readStored, type Stored } from './settings-store.ts';
import { findSheet } from './sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export class OpenDocument {
	readonly spreadsheet: Spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
	/** Read by a formula, to which Google may refuse what it allows to everybody else. */
	readonly isInCell: boolean;
	private knownSheets: readonly Sheet[] | null = null;
	private knownStored: Stored | null = null;
	private knownZone: TimeZone | null = null;
	private knownLocale: string | null = null;

	constructor(isInCell: boolean) {
		this.isInCell = isInCell;
	}

	get sheets(): readonly Sheet[] {
		this.knownSheets ??= this.spreadsheet.getSheets();
		return this.knownSheets;
	}

	get stored(): Stored {
		this.knownStored ??= readStored();
		return this.knownStored;
	}

	/**
	 * In an edit no date is read: the locale is not asked for, and the zone in which the log's times are written is the
	 * one of the last edit.
	 */
	readForEdit(): void {
		this.knownLocale ??= 'en-US';
		this.knownZone = this.usualZone;
	}

	/** The zone as it was last stored, which costs no call; the spreadsheet's own where none was. */
	get usualZone(): TimeZone {
		const { zone } = this.stored;
		try {
			if (this.knownZone === null && zone !== '') return timeZone(zone);
		} catch {
			// What is stored is not a zone: the spreadsheet is asked.
		}
		return this.timeZone;
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

	/** By its id, whatever its name is now; null when it is gone. A name that leads there saves listing all sheets. */
	findSheet(id: number | undefined, names: readonly string[]): Sheet | null {
		for (const name of names) {
			const named = this.sheetNamed(name);
			if (named !== null && named.getSheetId() === id) return named;
		}
		return findSheet(this.sheets, id, names);
	}

	private sheetNamed(name: string): Sheet | null {
		try {
			return this.spreadsheet.getRange(`'${name.replace(/'/gu, "''")}'!A1`).getSheet();
		} catch {
			// No sheet has this name.
			return null;
		}
	}

	/** After a write: what is asked next is asked of Google again. */
	forget(): void {
		this.knownSheets = null;
		this.knownStored = null;
	}
}
