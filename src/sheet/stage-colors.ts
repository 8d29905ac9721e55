/**
 * A color for each stage in the stage column, as conditional formats. Rules of the user stay where they are and go
 * before ours.
 * Not here: when they are set and which are remembered as ours (addon/actions/stage-colors.ts).
 */
import type { Stage } from '../core/model/stage.ts';
import { mayBeFormula } from './cell-writing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Name of the stage and its color, `#rrggbb`. */
export type StageColor = readonly [string, string];

const OPEN = ['#e8f0fe', '#d2e3fc', '#c2d8fb', '#aecbfa', '#9ec0f8'] as const;
const CLOSED = { won: '#d9ead3', lost: '#f4cccc', parked: '#e8eaed' } as const;

/** Open stages grow darker on the way. A name that a rule could take for a formula gets none. */
export function stageColors(stages: readonly Stage[]): StageColor[] {
	const open = stages.filter(({ kind }) => kind === 'open');
	return stages.flatMap((stage): StageColor[] => {
		if (mayBeFormula(stage.name)) return [];
		if (stage.kind !== 'open') return [[stage.name, CLOSED[stage.kind]]];
		const shade = open.length < 2 ? 0 : Math.round((open.indexOf(stage) / (open.length - 1)) * (OPEN.length - 1));
		return [[stage.name, OPEN[shade] ?? OPEN[0]]];
	});
}

/**
 * Takes the rules of before away and sets these. @param column 0-based @param headerRow 0-based
 * @param before what was set here; a rule is ours when its stage and its color are
 */
export function paintStages(
	deals: Sheet,
	column: number,
	headerRow: number,
	before: readonly StageColor[],
	colors: readonly StageColor[],
): void {
	const cells = deals.getMaxRows() - headerRow - 1;
	const range = cells < 1 ? null : deals.getRange(headerRow + 2, column + 1, cells, 1);
	const own = colors.flatMap(([name, color]): Rule[] =>
		range === null
			? []
			: [
					SpreadsheetApp.newConditionalFormatRule()
						.whenTextEqualTo(name)
						.setBackground(color)
						.setRanges([range])
						.build(),
				],
	);
	deals.setConditionalFormatRules([...others(deals, before), ...own]);
}

/** Takes away what was set. */
export function unpaintStages(deals: Sheet, before: readonly StageColor[]): void {
	deals.setConditionalFormatRules(others(deals, before));
}

function others(deals: Sheet, before: readonly StageColor[]): Rule[] {
	return deals.getConditionalFormatRules().filter((rule) => !isOurs(rule, before));
}

function isOurs(rule: Rule, before: readonly StageColor[]): boolean {
	const condition = rule.getBooleanCondition();
	const { TEXT_EQUAL_TO } = SpreadsheetApp.BooleanCriteria;
	if (condition === null || String(condition.getCriteriaType()) !== String(TEXT_EQUAL_TO)) return false;
	// Google may put the opacity in front.
	const ground = condition.getBackground() ?? '';
	const [text] = condition.getCriteriaValues() as unknown[];
	return before.some(([name, color]) => name === text && ground.slice(-6).toLowerCase() === color.slice(1));
}
