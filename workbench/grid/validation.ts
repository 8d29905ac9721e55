/** Drop-down and checkbox rules: the store's form to the grid engine's and back. */
import { DataValidationRenderMode, DataValidationType } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FRange, FWorksheet } from '@univerjs/sheets/facade';
import { parseA1, rectOf } from '../host/a1.ts';
import type { Rect, SheetInfo, ValidationRule } from '../host/store.ts';

/** Adds a rule over a range that has none; the engine shows an arrow and lets a typed value be committed first. */
export function addRule(
	api: FUniver,
	range: FRange,
	rule: ValidationRule,
	rangeOf: (sheetId: number, rect: Rect) => FRange,
): void {
	const builder = api.newDataValidation();
	if (rule.type === 'checkbox') {
		builder.requireCheckbox();
	} else if (rule.source) {
		builder.requireValueInRange(rangeOf(rule.source.sheetId, rule.source.rect), false, true);
	} else {
		builder.requireValueInList([...rule.items], false, true);
	}
	builder.setAllowInvalid(!rule.isStrict);
	builder.setOptions({
		renderMode: DataValidationRenderMode.ARROW,
		error: rule.helpText,
		showErrorMessage: rule.helpText !== '',
	});
	range.setDataValidation(builder.build());
}

/** Every rule of a sheet that the store knows of, one entry for each rect that it covers, in grid order. */
export function rulesOf(sheet: FWorksheet, sheets: readonly SheetInfo[]): { rect: Rect; rule: ValidationRule }[] {
	const found: { rect: Rect; rule: ValidationRule }[] = [];
	for (const validation of sheet.getDataValidations()) {
		const type = validation.getCriteriaType();
		if (type !== DataValidationType.LIST && type !== DataValidationType.CHECKBOX) {
			continue;
		}
		const criterion = String(validation.getCriteriaValues()[1] ?? validation.rule.formula1 ?? '');
		const source = criterion.startsWith('=') ? sourceOf(criterion.slice(1), sheets) : null;
		const rule: ValidationRule = {
			type: type === DataValidationType.CHECKBOX ? 'checkbox' : source ? 'list-of-range' : 'list-of-items',
			source,
			items: source || type === DataValidationType.CHECKBOX ? [] : listItems(criterion),
			isStrict: !validation.getAllowInvalid(),
			helpText: validation.getHelpText() ?? '',
		};
		for (const range of validation.getRanges()) {
			found.push({
				rect: { row: range.getRow(), column: range.getColumn(), rows: range.getHeight(), columns: range.getWidth() },
				rule,
			});
		}
	}
	return found.sort((a, b) => a.rect.row - b.rect.row || a.rect.column - b.rect.column);
}

/** The engine keeps a list as JSON when a script made it, with commas when the user did. */
function listItems(criterion: string): string[] {
	return criterion.startsWith('[') ? (JSON.parse(criterion) as string[]) : criterion.split(',');
}

/** The engine writes the book's own id before the sheet when the source is in another sheet: `[book]Stages!A2:A101`. */
function sourceOf(text: string, sheets: readonly SheetInfo[]): ValidationRule['source'] {
	const reference = parseA1(text.replace(/^('?)\[[^\]]*\]/u, '$1'));
	const sheet = sheets.find((candidate) => candidate.name === reference?.sheet);
	return sheet && reference ? { sheetId: sheet.id, rect: rectOf(reference, { rows: 1000, columns: 26 }) } : null;
}
