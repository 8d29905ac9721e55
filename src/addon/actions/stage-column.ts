/**
 * "Add a stage column": the last stage of each deal from a table of changes, written to the right of the deals. Not
 * here: which stage (answers/stage-offer.ts).
 */
import { detectTable } from '../../core/detection/table-detection.ts';
import { readValues } from '../../sheet/deal-sheet.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { Failure } from '../../sheet/failure.ts';
import { addColumn, writeTexts } from '../../sheet/id-column.ts';
import { historySheets } from '../answers/history-beside.ts';
import { stageOffer } from '../answers/stage-offer.ts';
import type { Execution } from '../execution.ts';

/** Writes into a new column only. @throws Failure `dealSheetGone`, `badHistory` */
export function addStageColumn(execution: Execution, sheetId: number, headerRow: number): void {
	const { document } = execution;
	const sheet = document.findSheet(sheetId, []);
	if (sheet === null) throw new Failure('dealSheetGone', { sheet: String(sheetId) });
	withDocumentLock(() => {
		const grid = readValues(sheet);
		const detection = detectTable(grid, { headerRow: headerRow - 1 });
		const others = document.sheets.filter((one) => one !== sheet);
		const offer = stageOffer(grid, detection, () => historySheets(others));
		if (offer === null) throw new Failure('badHistory', { sheet: sheet.getSheetName() });
		const column = addColumn(sheet, grid, detection.headerRow, execution.say('field.stage'));
		const known = offer.rows.flatMap((row, i) =>
			offer.stages[i] === '' ? [] : [{ row, stage: offer.stages[i] ?? '' }],
		);
		writeTexts(
			sheet,
			column,
			known.map(({ row }) => row),
			known.map(({ stage }) => stage),
		);
	});
	document.forget();
}
