/** Lists the problems of the configured table in the user's language, and sets the drop-down that prevents them. */
import { cellName, columnLetters } from '../../core/cells/cell-name.ts';
import type { Issue } from '../../core/cells/issue.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import { checkTable } from '../../core/validation/check-table.ts';
import { withRecordedClosings } from '../../core/validation/recorded-closing.ts';
import { shownCurrencies } from '../../core/validation/shown-currencies.ts';
import { readNumberFormats } from '../../sheet/amount-formats.ts';
import { dealSheet, readDealTable } from '../../sheet/deal-sheet.ts';
import { applyDropDown } from '../../sheet/drop-down.ts';
import { settingsOf } from '../../sheet/settings-store.ts';
import { readStageCells, stageNameCells } from '../../sheet/stages-sheet.ts';
import type { CheckAnswer, Problem } from '../contract/sheet-and-settings.ts';
import type { Execution } from '../execution.ts';
import { quotedSheet } from '../formulas/live-formula.ts';
import { type Configured, configuredPipeline, nowOf, stagesSheetOf } from '../pipeline-source.ts';
import { holdsIgnored } from './ignored-problems.ts';

/** The limit for problems with a fix, and again for those without: more would slow the page. Counts cover all. */
const MOST_LISTED = 500;

interface OpenIssue {
	readonly issue: Issue;
	readonly id: string;
	/** The cell is in the stage list, not in the deal table. */
	readonly isInStages: boolean;
}

export interface Problems {
	/** Problems that are not ignored: those of the stage list first, then those of the deals by row and column. */
	readonly open: readonly OpenIssue[];
	readonly ignored: number;
	/** Share of rows without a problem, 0..1; null when there are no rows. */
	readonly quality: number | null;
	readonly rows: number;
}

/** An id that stays the same while the deal (its id, else its row), the column and the value do. */
function problemId(issue: Issue, deal: string): string {
	const place = issue.column === null ? '' : columnLetters(issue.column);
	return [
		issue.code,
		deal === '' && issue.row !== null ? `${issue.row + 1}` : deal,
		place,
		issue.value.slice(0, 60),
	].join('|');
}

/** @param formats number formats of the amounts by 0-based row; formulas cannot see them */
export function listProblems(
	pipeline: Pipeline,
	stageIssues: readonly Issue[],
	ignoredIds: readonly string[],
	formats: ReadonlyMap<number, string> = new Map(),
): Problems {
	const { opportunities } = pipeline;
	const ids = opportunities.ids();
	const dealByRow = new Map<number, number>();
	opportunities.gridRows.forEach((row, deal) => {
		dealByRow.set(row, deal);
	});
	const ignored = new Set(ignoredIds);
	const open: OpenIssue[] = [];
	const badRows = new Set<number>();
	let ignoredCount = 0;
	for (const issue of stageIssues) {
		const id = problemId(issue, String(issue.params.stage));
		if (holdsIgnored(ignored, id)) ignoredCount++;
		else open.push({ issue, id, isInStages: true });
	}
	for (const issue of [...checkTable(pipeline), ...shownCurrencies(opportunities, formats)]) {
		const deal = issue.row === null ? undefined : dealByRow.get(issue.row);
		const id = problemId(issue, deal === undefined || issue.code === 'duplicateId' ? '' : (ids?.[deal] ?? ''));
		if (holdsIgnored(ignored, id)) ignoredCount++;
		else {
			open.push({ issue, id, isInStages: false });
			if (issue.row !== null && deal !== undefined) badRows.add(issue.row);
		}
	}
	const rows = opportunities.count;
	return { open, ignored: ignoredCount, quality: rows === 0 ? null : 1 - badRows.size / rows, rows };
}

/** Reads the table and lists its problems. */
export function problemsOf(
	execution: Execution,
	configured: Configured = configuredPipeline(execution.document, nowOf(execution)),
): Problems {
	const { pipeline, stageIssues, settings } = configured;
	return listProblems(pipeline, stageIssues, settings.ignoredIssues);
}

/** Sets the stage column's drop-down again. */
export function reapplyDropDown(execution: Execution): ReturnType<typeof applyDropDown> {
	const { document } = execution;
	const settings = settingsOf(document.stored);
	const stages = stagesSheetOf(document);
	const names = stageNameCells(stages, readStageCells(stages));
	const { columns, headerRow } = readDealTable(document, settings);
	const help = execution.say('dropDown.help', { sheet: stages.getSheetName() });
	return applyDropDown(
		dealSheet(document, settings),
		names,
		columns.stage as number,
		headerRow,
		settings.strictStages,
		help,
	);
}

export function checkAnswer(execution: Execution, configured: Configured): CheckAnswer {
	const { pipeline, stageIssues, settings, table } = configured;
	const { amount } = table.columns;
	// Costs one more read of the sheet, so it is done here and not when the sidebar opens.
	const formats =
		amount === undefined ? undefined : readNumberFormats(table.sheet, amount, table.headerRow + 1, table.grid);
	const { open: listed, ignored, quality, rows } = listProblems(pipeline, stageIssues, settings.ignoredIssues, formats);
	const issues = withRecordedClosings(
		pipeline,
		listed.map(({ issue }) => issue),
	);
	const open = listed.map((problem, at) => ({ ...problem, issue: issues[at] ?? problem.issue }));
	const deals = quotedSheet(configured.table.sheet.getSheetName());
	const stages =
		configured.stageIssues.length === 0 ? '' : quotedSheet(stagesSheetOf(execution.document).getSheetName());
	const counts = new Map<string, { code: string; title: string; severity: string; count: number; safe: number }>();
	for (const { issue } of open) {
		let count = counts.get(issue.code);
		if (count === undefined) {
			count = {
				code: issue.code,
				title: execution.say(`title.${issue.code}`),
				severity: issue.severity,
				count: 0,
				safe: 0,
			};
			counts.set(issue.code, count);
		}
		count.count++;
		if (issue.suggestion !== null) count.safe++;
	}
	return {
		problems: [true, false].flatMap((isSafe) =>
			open
				.filter(({ issue }) => (issue.suggestion !== null) === isSafe)
				.slice(0, MOST_LISTED)
				.map((problem) => problemOf(execution, problem.isInStages ? stages : deals, problem)),
		),
		counts: [...counts.values()],
		ignored,
		quality,
		rows,
	};
}

function problemOf(execution: Execution, sheet: string, { issue, id, isInStages }: OpenIssue): Problem {
	const { code, severity, row, column, value, suggestion } = issue;
	const cell = row === null ? '' : `${sheet}!${cellName(row, column ?? 0)}`;
	const text = execution.say(`issue.${code}`, { ...issue.params, value, cell });
	const words = suggestion === null ? text : `${text} ${execution.say('problem.suggestion', { suggestion })}`;
	return { id, code, severity, text: words, cell, row, column, value, suggestion, isInStages };
}
