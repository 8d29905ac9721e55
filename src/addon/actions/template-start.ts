/**
 * Starting without deals or without a stage column: a row of headings, or one heading more, and a ready stage list. No
 * cell with content is changed.
 */
import { type Grid, isBlank } from '../../core/cells/cell.ts';
import { detectTable } from '../../core/detection/table-detection.ts';
import type { Field } from '../../core/model/opportunity.ts';
import { SAMPLE_FIELDS } from '../../core/samples/sample-deals.ts';
import { STAGE_TEMPLATES } from '../../core/stage-list/stage-templates.ts';
import { readValues } from '../../sheet/deal-sheet.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { Failure } from '../../sheet/failure.ts';
import { takeHeadingsBack, type WrittenHeadings, writeHeadings } from '../../sheet/new-headings.ts';
import { draftsOfTemplate } from '../answers/stage-drafts.ts';
import type { StageDraft } from '../contract/answer.ts';
import type { Execution } from '../execution.ts';
import { setUp } from './set-up.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** @throws Failure `sheetGone`, and those of the setup */
export function startTemplate(execution: Execution, sheetId: number, template: 'b2b' | 'b2c'): void {
	const sheet = execution.document.findSheet(sheetId, []);
	if (sheet === null) throw new Failure('sheetGone');
	let written: WrittenHeadings | null = null;
	try {
		// Two who start at once do not both write headings: the second one finds those of the first.
		const { headerRow, columns } = withDocumentLock(() => {
			const grid = readValues(sheet);
			const isEmpty = grid.every((row) => row.every(isBlank));
			const found = isEmpty ? newHeadings(execution, sheet) : withStageColumn(execution, sheet, grid);
			written = found.written;
			return found;
		});
		execution.document.forget();
		setUp(execution, { sheetId, headerRow, columns, stageDates: [], stages: templateStages(execution, template) });
	} catch (thrown) {
		execution.document.forget();
		if (execution.document.stored.settings?.dealSheetId !== sheetId) takeHeadingsBack(sheet, written);
		throw thrown;
	}
}

interface Headings {
	/** 1-based. */
	readonly headerRow: number;
	readonly columns: Partial<Record<Field, number>>;
	readonly written: WrittenHeadings | null;
}

function newHeadings(execution: Execution, sheet: Sheet): Headings {
	const headings = SAMPLE_FIELDS.map((field) => execution.say(`field.${field}`));
	const written = { row: 1, column: 1, headings };
	writeHeadings(sheet, written);
	return { headerRow: 1, columns: Object.fromEntries(SAMPLE_FIELDS.map((field, column) => [field, column])), written };
}

/** The existing stage column, or a new one to the right of the headings. */
function withStageColumn(execution: Execution, sheet: Sheet, grid: Grid): Headings {
	const detection = detectTable(grid);
	const columns: Partial<Record<Field, number>> = Object.fromEntries(
		[...detection.columns].map(([field, { column }]) => [field, column]),
	);
	const headerRow = detection.headerRow + 1;
	if (columns.stage !== undefined) return { headerRow, columns, written: null };
	// Right of everything, so that no cell of the new column holds anything.
	const column = grid.reduce(
		(width, row) => row.reduce<number>((end, cell, at) => (isBlank(cell) ? end : Math.max(end, at + 1)), width),
		0,
	);
	const written = { row: headerRow, column: column + 1, headings: [execution.say('field.stage')] };
	writeHeadings(sheet, written);
	return { headerRow, columns: { ...columns, stage: column }, written };
}

function templateStages({ language }: Execution, wanted: 'b2b' | 'b2c'): StageDraft[] {
	return STAGE_TEMPLATES.filter(({ id }) => id === wanted).flatMap((template) => draftsOfTemplate(template, language));
}
