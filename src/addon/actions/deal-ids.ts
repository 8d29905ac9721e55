/** "Fill N ids": the one action that gives deals their ids. Not here: the cells (sheet/id-column.ts). */

import { textKey } from '../../core/cells/text-key.ts';
import { nextIds } from '../../core/history/deal-id-series.ts';
import { idText } from '../../core/history/stage-log.ts';
import { markColumns } from '../../sheet/column-anchors.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { Failure } from '../../sheet/failure.ts';
import { addColumn, blankIdRows, writeTexts } from '../../sheet/id-column.ts';
import { saveRevision, saveSettings } from '../../sheet/settings-store.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';
import { configuredPipeline, nowOf } from '../pipeline-source.ts';
import { inEveryLanguage } from '../texts.ts';

/**
 * Fills the blank id cells of all deals; adds the column where there is none.
 * @returns how many ids were written
 */
export function fillIds(execution: Execution): number {
	const { document } = execution;
	const { state } = document.stored;
	if (state === 'newer' || state === 'damaged')
		throw new Failure(state === 'newer' ? 'settingsNewer' : 'settingsDamaged');
	const filled = withDocumentLock(() => {
		document.forget();
		const { stored } = document;
		const { settings, table, pipeline } = configuredPipeline(document, nowOf(execution));
		const rows = [...pipeline.opportunities.gridRows];
		const known = table.columns.id ?? ownColumn(table.grid[table.headerRow] ?? []);
		const column = known ?? addColumn(table.sheet, table.grid, table.headerRow, execution.say('heading.dealId'));
		const blank = known === undefined ? rows : blankIdRows(table.sheet, table.grid, column, rows);
		const taken =
			known === undefined ? [] : rows.map((row) => idText(table.grid[row]?.[column])).filter((id) => id !== '');
		const written = writeTexts(table.sheet, column, blank, nextIds(taken, blank.length));
		if (table.columns.id !== undefined) saveRevision(execution.stamp);
		else {
			const heading =
				known === undefined ? execution.say('heading.dealId') : String(table.grid[table.headerRow]?.[column]);
			markColumns(table.sheet, { ...table.columns, id: column });
			saveSettings(
				stored,
				{ ...settings, columns: { ...settings.columns, id: heading } },
				stored.sheets,
				execution.stamp,
			);
			refreshFormulas(execution);
		}
		return written;
	});
	document.forget();
	return filled;
}

/** A column that an earlier, interrupted filling has made. */
function ownColumn(headings: readonly unknown[]): number | undefined {
	const keys = inEveryLanguage('heading.dealId').map(textKey);
	const column = headings.findIndex((heading) => keys.includes(textKey(String(heading))));
	return column < 0 ? undefined : column;
}
