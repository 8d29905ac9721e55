/** A sheet of ours that is there whole or not at all. */
import type { OpenDocument } from './open-document.ts';
import { freeName, insertedSheet } from './sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes a sheet at the end and fills it; it becomes the active one. @throws the failure of `fill`, after taking the sheet away */
export function filledSheet(document: OpenDocument, name: string, fill: (sheet: Sheet) => void): Sheet {
	const { spreadsheet, sheets } = document;
	const active = spreadsheet.getActiveSheet();
	const sheet = insertedSheet(spreadsheet, freeName(sheets, name), sheets.length);
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
