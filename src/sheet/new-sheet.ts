/** A sheet of ours that is there whole or not at all. */
import { asFailure } from './failure.ts';
import type { OpenDocument } from './open-document.ts';
import { freeName } from './sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes a sheet at the end and fills it; it becomes the active one. @throws the failure of `fill`, after taking the sheet away */
export function filledSheet(document: OpenDocument, name: string, fill: (sheet: Sheet) => void): Sheet {
	const { spreadsheet } = document;
	const active = spreadsheet.getActiveSheet();
	const sheet = inserted(document, freeName(document.sheets, name));
	try {
		fill(sheet);
		document.forget();
		return sheet;
	} catch (thrown) {
		spreadsheet.setActiveSheet(active);
		spreadsheet.deleteSheet(sheet);
		throw thrown;
	}
}

/** A failure of the insertion may have left the sheet there: then it is the one. */
function inserted({ spreadsheet, sheets }: OpenDocument, name: string): Sheet {
	try {
		return spreadsheet.insertSheet(name, sheets.length);
	} catch (thrown) {
		const failure = asFailure(thrown);
		const made = failure.mayHaveApplied ? spreadsheet.getSheetByName(name) : null;
		if (made === null) throw failure;
		return made;
	}
}
