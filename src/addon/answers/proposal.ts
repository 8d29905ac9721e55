/** What the setup finds in a sheet and proposes; nothing is written. */

import { type Cell, type Grid, isBlank, isDate } from '../../core/cells/cell.ts';
import { type DetectedStages, detectStages } from '../../core/detection/stage-detection.ts';
import { type DetectionChoice, detectTable, type TableDetection } from '../../core/detection/table-detection.ts';
import { FIELDS } from '../../core/model/opportunity.ts';
import { plainStage, STAGE_LIMITS, StageList } from '../../core/model/stage.ts';
import { onFirstUse } from '../../core/speed/lazy.ts';
import { withNeededKinds } from '../../core/stage-list/needed-kinds.ts';
import { readStageTable } from '../../core/stage-list/stage-table.ts';
import { STAGE_TEMPLATES } from '../../core/stage-list/stage-templates.ts';
import { processesOf } from '../../core/statistics/processes.ts';
import { readTable } from '../../core/table/table.ts';
import { dayText } from '../../core/time/calendar-day.ts';
import { timeZone } from '../../core/time/time-zone.ts';
import { readValues } from '../../sheet/deal-sheet.ts';
import { Failure } from '../../sheet/failure.ts';
import { readStageCells } from '../../sheet/stages-sheet.ts';
import type { StageDraft } from '../contract/answer.ts';
import type { SetUpProposal } from '../contract/sheet-and-settings.ts';
import type { Execution } from '../execution.ts';
import { formerNamesIn, foundStagesSheet } from '../pipeline-source.ts';
import { historySheets, sourceOf } from './history-beside.ts';
import { draftOf, draftOfDetected, draftsOfTemplate } from './stage-drafts.ts';
import { offerOf, stageOffer } from './stage-offer.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Sheets that are looked at before the user chooses one. */
const MOST_TRIED = 8;
/** A table with so many known columns is neither a list of choices nor a summary. */
const ENOUGH_COLUMNS = 4;
const EXAMPLE_ROWS = 50;

/** What is missing where a ready stage list helps. */
const STARTS: ReadonlySet<string> = new Set(['empty', 'onlyHeader', 'noStageColumn']);

interface Candidate {
	readonly sheet: Sheet;
	readonly grid: Grid;
	readonly detection: TableDetection;
}

function look(sheet: Sheet, choice?: DetectionChoice): Candidate {
	const grid = readValues(sheet);
	return { sheet, grid, detection: detectTable(grid, choice) };
}

/** How sure it is that this is the deal table: known columns, the more so beside a stage that its heading names. */
function score({ detection: { obstacle, columns } }: Candidate): number {
	// A table of deals whose stages may come from a table of changes scores higher than that table of changes.
	if (obstacle !== null) return obstacle.code === 'noStageColumn' ? -1 + columns.size / 100 : -1;
	return columns.get('stage')?.confidence === 'unsure' ? columns.size / 2 : columns.size;
}

/** The active sheet, or where it is hardly a deal table the most likely one of the others that are in view. */
function bestSheet(execution: Execution, sheets: readonly Sheet[]): Candidate {
	const active = execution.document.spreadsheet.getActiveSheet().getSheetId();
	const order = [...sheets]
		.sort((a, b) => Number(b.getSheetId() === active) - Number(a.getSheetId() === active))
		.slice(0, MOST_TRIED);
	let best: Candidate | null = null;
	const stageless: Candidate[] = [];
	for (const sheet of order) {
		if (best !== null && sheet.isSheetHidden()) continue;
		const candidate = look(sheet);
		if (candidate.detection.obstacle?.code === 'noStageColumn') stageless.push(candidate);
		if (best === null || score(candidate) > score(best)) best = candidate;
		if (score(best) >= ENOUGH_COLUMNS) break;
	}
	if (best === null) throw new Failure('dealSheetGone', { sheet: '' });
	const chosen: Candidate = best;
	return stageless.find((candidate) => areChangesOf(chosen, candidate)) ?? chosen;
}

/** What looks like deals are the changes of the deals in another sheet: several rows for one of its ids. */
function areChangesOf({ sheet, grid, detection }: Candidate, deals: Candidate): boolean {
	if (deals.sheet === sheet || stageOffer(deals.grid, deals.detection, () => historySheets([sheet])) === null)
		return false;
	const id = detection.columns.get('id')?.column ?? detection.columns.get('name')?.column;
	if (id === undefined) return true;
	const ids = grid.slice(detection.headerRow + 1).flatMap((row) => (isBlank(row[id]) ? [] : [String(row[id])]));
	return new Set(ids).size < ids.length;
}

function exampleText(execution: Execution, cell: Cell): string {
	if (isDate(cell)) return dayText(execution.document.timeZone.dayOf(cell.getTime()));
	return String(cell).slice(0, 60);
}

/** Two places are left for the kinds that a funnel needs. */
const MOST_PROPOSED = STAGE_LIMITS.stages - 2;

/**
 * What could not be saved is not proposed: its deals are listed as an unknown stage. Of too many stages those with the
 * most deals stay.
 */
function withinLimits(drafts: readonly StageDraft[]): StageDraft[] {
	const fitting = drafts
		.filter(({ name }) => name.length <= STAGE_LIMITS.name)
		.map((draft) => ({ ...draft, aliases: draft.aliases.filter((alias) => alias.length <= STAGE_LIMITS.name) }));
	const kept = new Set([...fitting].sort((a, b) => b.deals - a.deals).slice(0, MOST_PROPOSED));
	return fitting.filter((draft) => kept.has(draft));
}

/** Ids of the sheets that hold no deals of the user's. */
function ourSheets({ document }: Execution, stagesSheet: Sheet | null): (number | undefined)[] {
	return [stagesSheet?.getSheetId(), document.stored.sheets.history];
}

function withoutSheets(sheets: readonly Sheet[], ids: readonly (number | undefined)[]): Sheet[] {
	return sheets.filter((sheet) => !ids.includes(sheet.getSheetId()));
}

function chosenTable(
	execution: Execution,
	stagesSheet: Sheet | null,
	sheetId: number | null,
	choice?: DetectionChoice,
): { readonly visible: readonly Sheet[]; readonly table: Candidate } {
	const { sheets } = execution.document;
	const others = withoutSheets(sheets, ourSheets(execution, stagesSheet));
	// Where nothing else is left, ours are looked at too, and found to hold no deals.
	const visible = others.length === 0 ? sheets : others;
	const chosen = visible.find((sheet) => sheet.getSheetId() === sheetId);
	if (sheetId !== null && chosen === undefined) throw new Failure('dealSheetGone', { sheet: String(sheetId) });
	return { visible, table: chosen === undefined ? bestSheet(execution, visible) : look(chosen, choice) };
}

function columnChoices(
	execution: Execution,
	{ columns, reasons }: TableDetection,
	body: Grid,
): SetUpProposal['columns'] {
	const first = body.slice(0, EXAMPLE_ROWS);
	return FIELDS.map((field) => {
		const at = columns.get(field);
		const example = at === undefined ? undefined : first.find((row) => !isBlank(row[at.column]))?.[at.column];
		return {
			field,
			column: at?.column ?? null,
			confidence: at?.confidence ?? 'none',
			reason: reasons.get(field)?.by ?? null,
			runnerUp: reasons.get(field)?.runnerUp ?? null,
			example: example === undefined ? '' : exampleText(execution, example),
		};
	});
}

/** What the funnel of this proposal would find; only the columns of the stages and of few values are read. */
function pipelinesIn(grid: Grid, detection: TableDetection, { stages }: DetectedStages): SetUpProposal['pipelines'] {
	const column = detection.columns.get('stage')?.column;
	if (column === undefined || detection.obstacle !== null) return null;
	const list = new StageList(
		stages.map(({ name, kind, probability, aliases }) => plainStage(name, kind ?? 'open', probability, { aliases })),
	);
	const opportunities = readTable(grid, {
		headerRow: detection.headerRow,
		columns: Object.fromEntries([...detection.columns].map(([field, found]) => [field, found.column])),
		stages: list,
		timeZone: timeZone('UTC'),
		locale: '',
		asOfDay: 0,
	});
	const found = processesOf({ opportunities, stages: list });
	return found === null ? null : { heading: found.heading, names: found.names };
}

/** Lists of ours, then the one found in the sheet. */
function templates(execution: Execution, found: readonly StageDraft[]): SetUpProposal['templates'] {
	const { language } = execution;
	const fixed = STAGE_TEMPLATES.map((template) => ({
		id: template.id,
		name: template.name[language],
		stages: draftsOfTemplate(template, language),
	}));
	return found.length === 0
		? fixed
		: [...fixed, { id: 'sheet', name: execution.say('template.sheet'), stages: [...found] }];
}

/**
 * @param sheetId null: the sheet that fits best
 * @throws Failure `dealSheetGone`
 */
export function proposal(execution: Execution, sheetId: number | null, choice?: DetectionChoice): SetUpProposal {
	const { document } = execution;
	const stagesSheet = foundStagesSheet(document);
	const { visible, table } = chosenTable(execution, stagesSheet, sheetId, choice);
	const { sheet, grid, detection } = table;
	const stored =
		stagesSheet === null ? [] : readStageTable(readStageCells(stagesSheet), formerNamesIn(document)).stages;
	const isStored = stored.length > 0;
	const words = { won: execution.say('stage.won'), lost: execution.say('stage.lost') };
	// Who sets up again has imported it, or finds it under Check.
	const isFirst = document.stored.state === 'none';
	const beside = withoutSheets(document.sheets, [sheet.getSheetId(), ...ourSheets(execution, stagesSheet)]);
	const histories = onFirstUse(() => historySheets(beside));
	const history = isFirst || !isStored ? (histories()[0] ?? null) : null;
	const changes = isStored || history === null ? null : history.grid;
	const detected = detectStages(grid, detection, words, changes);
	const found = withNeededKinds(withinLimits(detected.stages.map(draftOfDetected)), (kind, probability) =>
		draftOfDetected({ name: execution.say(`stage.${kind}`), kind, probability, aliases: [], deals: 0 }),
	);
	const dealsOf = new Map(found.map((stage) => [stage.name, stage.deals]));
	const stages = isStored ? stored.map((stage) => draftOf(stage, dealsOf.get(stage.name) ?? 0)) : found;
	const body = grid.slice(detection.headerRow + 1);
	const { obstacle } = detection;
	return {
		sheets: visible.map((other) => ({ id: other.getSheetId(), name: other.getSheetName() })),
		sheetId: sheet.getSheetId(),
		sheetName: sheet.getSheetName(),
		rows: body.filter((row) => row.some((cell) => !isBlank(cell))).length,
		deals: detected.deals,
		headerRow: detection.headerRow + 1,
		headings: [...detection.headings],
		columns: columnChoices(execution, detection, body),
		stageDates: [...detection.stageDates],
		outcomes: [...detected.outcomes],
		outcomeStages: detected.outcomeStages,
		stages,
		pipelines: pipelinesIn(grid, detection, detected),
		orderDoubts: isStored ? [] : detected.doubts,
		templates: templates(execution, found),
		obstacle:
			obstacle === null
				? null
				: execution.say(`setUp.${obstacle.code}`, { sheet: sheet.getSheetName(), ...obstacle.params }),
		history: history === null || !isFirst || !detection.columns.has('id') ? null : sourceOf(history),
		stageOffer: offerOf(stageOffer(grid, detection, histories)),
		canStartEmpty: obstacle !== null && STARTS.has(obstacle.code),
		stagesFromSheet: isStored,
	};
}
