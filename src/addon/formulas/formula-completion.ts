/** Makes our formulas read the deal table: the one just typed, and all others in the document. */
import { METRICS } from '../../core/metrics/index.ts';
import { functionName } from '../../core/metrics/metric.ts';
import { formatWhereAutomatic } from '../../sheet/automatic-format.ts';
import { OwnFormula, writeFormula } from '../../sheet/cell-writing.ts';
import { dealSheet, type OpenRange, openTableRange } from '../../sheet/deal-sheet.ts';
import { findFormulas } from '../../sheet/formula-cells.ts';
import { revisionAddress } from '../../sheet/revision-cell.ts';
import { settingsOf } from '../../sheet/settings-store.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';
import { foundStagesSheet } from '../pipeline-source.ts';
import { separatorOf } from './formula-text.ts';
import { completedFormula, type Definition, quotedSheet, withRevision } from './live-formula.ts';
import { numberFormat } from './number-formats.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const FUNCTION_NAMES: readonly string[] = METRICS.map(({ id }) => functionName(id));
const NAMES: ReadonlySet<string> = new Set(FUNCTION_NAMES);

/** The deal table as formulas name it, and the test whether a cell would read itself. */
export interface LiveRange {
	readonly text: string;
	contains(cells: Range): boolean;
}

/** One read. @throws Failure `notSetUp`, `dealSheetGone` */
export function liveRange(execution: Execution): LiveRange {
	const { document } = execution;
	const settings = settingsOf(document.stored);
	const sheet = dealSheet(document, settings);
	return liveRangeIn(sheet, settings.headerRow, openTableRange(sheet, settings));
}

/** @param headerRow 1-based */
export function liveRangeIn(
	sheet: GoogleAppsScript.Spreadsheet.Sheet,
	headerRow: number,
	{ text, lastColumn }: OpenRange,
): LiveRange {
	return {
		text: `${quotedSheet(sheet.getSheetName())}!${text}`,
		contains: (cells) =>
			cells.getSheet().getSheetId() === sheet.getSheetId() &&
			cells.getColumn() <= lastColumn + 1 &&
			cells.getLastRow() >= headerRow,
	};
}

/** The first of our functions in a formula that still lacks its range; null means nothing to complete. */
export function incompleteFunction(formula: string): string | null {
	if (!formula.startsWith('=') || completedFormula(formula, NAMES, 'A:A', ',') === null) return null;
	return FUNCTION_NAMES.find((name) => formula.toUpperCase().includes(`${name}(`)) ?? null;
}

/** The functions that the settings define, so that what is written keeps its meaning when they change. */
function definitionsOf({ document }: Execution): ReadonlyMap<string, Definition> {
	const settings = settingsOf(document.stored);
	return new Map(
		METRICS.flatMap(({ id, modes, defaultMode }) =>
			defaultMode === undefined
				? []
				: [[functionName(id), { word: defaultMode(settings), others: modes.flat().map(({ word }) => word) }] as const],
		),
	);
}

/** Completes one cell's formula and says so, or says why it cannot be. */
export function completeCell(execution: Execution, cell: Range, formula: string, name: string): void {
	const range = liveRange(execution);
	const isInside = range.contains(cell);
	const definitions = definitionsOf(execution);
	const separator = separatorOf(execution.document.locale);
	const completed = isInside ? null : completedFormula(formula, NAMES, range.text, separator, definitions);
	if (completed !== null) {
		writeFormula(cell, new OwnFormula(withRevisions(completed, revisionReference(execution), separator)));
		if (isRate(completed, name)) formatWhereAutomatic(cell, numberFormat('ratio', ''));
	}
	execution.document.spreadsheet.toast(
		execution.say(isInside ? 'toast.insideTable' : 'toast.live', { name, range: range.text }),
		'Stagekeeper',
		8,
	);
}

/** A cell that is one rate and nothing else: a share such as 0.26 is read as a percentage. */
function isRate(formula: string, name: string): boolean {
	const metric = METRICS.find(({ id }) => functionName(id) === name);
	const isWhole = new RegExp(`^=\\s*${name}\\s*\\([^()]*\\)\\s*$`, 'iu').test(formula);
	return metric?.unit === 'ratio' && isWhole && !/"(?:word:)?(?:by|detail|against)"/iu.test(formula);
}

/**
 * Completes each of our formulas in the document that lacks its range.
 * @param isComputingAll makes Google recalculate them, by an argument of theirs that changes
 * @returns how many were completed
 */
export function completeAll(execution: Execution, isComputingAll: boolean): number {
	const range = liveRange(execution);
	const definitions = definitionsOf(execution);
	const separator = separatorOf(execution.document.locale);
	const isRaised = isComputingAll && refreshFormulas(execution);
	const revision = revisionReference(execution);
	let count = 0;
	for (const { range: cell, formula } of findFormulas(execution.document.spreadsheet, FUNCTION_NAMES)) {
		const completed = range.contains(cell)
			? null
			: completedFormula(formula, NAMES, range.text, separator, definitions);
		const written = withRevisions(completed ?? formula, revision, separator);
		if (written !== formula) count++;
		// Where the revision could not be raised the same text is written again: sources differ on whether that has an
		// effect.
		if (written !== formula || (isComputingAll && !isRaised)) writeFormula(cell, new OwnFormula(written));
	}
	return count;
}

function withRevisions(formula: string, references: readonly string[], separator: ',' | ';'): string {
	return references.reduce((text, reference) => withRevision(text, NAMES, reference, separator), formula);
}

/** The revision as formulas name it, created if it does not exist yet; none when that fails. */
export function revisionReference(execution: Execution): readonly string[] {
	const sheet = foundStagesSheet(execution.document);
	if (sheet === null) return [];
	const { text, isThere } = revisionAddress(sheet);
	return isThere || refreshFormulas(execution) ? [`${quotedSheet(sheet.getSheetName())}!${text}`] : [];
}
