/**
 * Takes the sample away again and gives the settings of before back. Nothing that a person has put into its sheets is
 * deleted.
 */
import { withoutRevision } from '../../core/formula/revision.ts';
import { LOG_ROLES } from '../../core/history/stage-log.ts';
import { hasOtherDeals, isOnlySample, type SamplePart } from '../../core/samples/sample-content.ts';
import { SAMPLE_FIELDS } from '../../core/samples/sample-deals.ts';
import { STAGE_COLUMNS } from '../../core/stage-list/stage-table.ts';
import { readValues } from '../../sheet/deal-sheet.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { Failure } from '../../sheet/failure.ts';
import { forgetSample, readSample, restoreSettings, type SampleSheets } from '../../sheet/settings-stash.ts';
import { saveRevision } from '../../sheet/settings-store.ts';
import { freeName } from '../../sheet/sheets.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const WIDTHS: Readonly<Record<SamplePart, number>> = {
	deals: SAMPLE_FIELDS.length,
	stages: STAGE_COLUMNS.length,
	history: LOG_ROLES.length,
};
const PARTS = Object.keys(WIDTHS) as SamplePart[];

/**
 * @throws Failure `notSample` when there is none, when the setup leads elsewhere by now, or when deals of the user are
 * in it
 */
export function removeSample(execution: Execution): void {
	const { document } = execution;
	const kept = withDocumentLock(() => {
		document.forget();
		const sample = readSample(document.stored.properties);
		if (sample === null) throw new Failure('notSample');
		if (sample.isStashed) {
			requireSample(execution, sample);
			restoreSettings();
			document.forget();
			refreshFormulas(execution);
		}
		saveRevision(execution.stamp);
		// A removal that was interrupted goes on here, so each sheet is looked at again: meanwhile it may have got a
		// content of its own.
		const names = PARTS.flatMap((part) => removeOrKeep(execution, part, sample[part]));
		forgetSample();
		return names;
	});
	document.forget();
	if (kept.length > 0)
		document.spreadsheet.toast(execution.say('toast.kept', { sheets: kept.join(', ') }), 'Stagekeeper', 8);
}

function sheetOf({ document }: Execution, id: number): Sheet | undefined {
	return document.sheets.find((sheet) => sheet.getSheetId() === id);
}

/** @throws Failure `notSample` */
function requireSample(execution: Execution, { deals }: SampleSheets): void {
	const { state, settings } = execution.document.stored;
	// Without a setup there is nothing that the settings of before could take the place of.
	if (state !== 'none' && settings?.dealSheetId !== deals) throw new Failure('notSample');
	const sheet = sheetOf(execution, deals);
	if (sheet !== undefined && hasOtherDeals(readValues(sheet))) throw new Failure('notSample');
}

/** @returns the name of the sheet when it is kept */
function removeOrKeep(execution: Execution, part: SamplePart, id: number): string[] {
	const { document } = execution;
	const sheet = sheetOf(execution, id);
	if (sheet === undefined) return [];
	// Nobody types into a hidden sheet between the look and the deletion.
	const isHidden = hidden(sheet);
	if (isHidden && isOnlySample(part, WIDTHS[part], withoutRevision(readValues(sheet)))) {
		document.spreadsheet.deleteSheet(sheet);
		document.forget();
		return [];
	}
	const name = freeName(document.sheets, execution.say('sheet.kept', { sheet: sheet.getSheetName() }));
	sheet.setName(name);
	if (isHidden) sheet.showSheet();
	document.forget();
	return [name];
}

/** False for the only visible sheet, which can be neither hidden nor deleted. */
function hidden(sheet: Sheet): boolean {
	const spreadsheet = sheet.getParent();
	if (
		!sheet.isSheetHidden() &&
		spreadsheet.getSheets().every((other) => other.getSheetId() === sheet.getSheetId() || other.isSheetHidden())
	)
		return false;
	sheet.hideSheet();
	return true;
}
