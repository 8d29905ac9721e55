/**
 * Whose deals a formula's own range holds, so that it reads the changes of that table and of no other.
 * The formula in the cell names its sheet. Where it does not say it plainly, the range is compared with the configured
 * table.
 */
import type { LogTable } from '../../core/history/log-table.ts';
import type { Opportunities } from '../../core/model/opportunity.ts';
import { existing } from '../../core/speed/existing.ts';
import type { OpenDocument } from '../../sheet/open-document.ts';
import { tableIdOf } from '../../sheet/settings-store.ts';
import { configuredTable } from '../pipeline-source.ts';
import { firstArguments } from './first-arguments.ts';

/**
 * @param configured the deals of the configured table, asked for in doubt only; null: it cannot be read
 * @returns null when it stays unknown
 */
export function tableOfRange(
	document: OpenDocument,
	name: string,
	deals: Opportunities,
	configured: () => Opportunities | null,
): LogTable | null {
	const sheetId = sheetOfRange(document, name);
	const { stored } = document;
	if (sheetId !== null)
		return isConfigured(document, sheetId) ? configuredTable(stored) : { id: String(sheetId), hasUnnamed: false };
	const all = tableIdOf(stored) === '' ? null : configured();
	return all !== null && isPartOf(deals, all) ? configuredTable(stored) : null;
}

/**
 * The sheet that every call of this function in the cell's formula reads; null when the formula does not say it
 * plainly.
 */
function sheetOfRange({ spreadsheet }: OpenDocument, name: string): number | null {
	try {
		const cell = spreadsheet.getActiveRange();
		const ranges = cell === null ? null : firstArguments(cell.getFormula(), name);
		if (cell === null || ranges === null || ranges.length === 0) return null;
		const ids = new Set(
			ranges.map((text) => (text.includes('!') ? spreadsheet.getRange(text).getSheet() : cell.getSheet()).getSheetId()),
		);
		return ids.size === 1 ? existing([...ids][0]) : null;
	} catch {
		// The caller compares the table when the cell does not identify it.
		return null;
	}
}

/** Also a sheet that took the place of the configured one, under its name. */
function isConfigured(document: OpenDocument, sheetId: number): boolean {
	const { settings } = document.stored;
	if (settings === null) return false;
	const { dealSheetId, dealSheetName } = settings;
	return dealSheetId === sheetId || document.findSheet(dealSheetId, [dealSheetName])?.getSheetId() === sheetId;
}

/** Each deal that has an id is in the other table, in the same stage. */
function isPartOf(deals: Opportunities, all: Opportunities): boolean {
	const places = new Set(keysOf(all));
	const keys = keysOf(deals);
	return keys.length > 0 && keys.every((key) => places.has(key));
}

function keysOf(deals: Opportunities): string[] {
	const ids = deals.ids() ?? [];
	const { codes } = deals.stages();
	return Array.from(ids).flatMap((id, deal) => (id.trim() === '' ? [] : [`${existing(codes[deal])} ${id.trim()}`]));
}
