/** A pipeline from a plain grid as the product makes it: detection, detected stages, table. For tests only. */
import type { Grid } from '../../src/core/cells/cell.ts';
import { detectStages } from '../../src/core/detection/stage-detection.ts';
import { type DetectionChoice, detectTable, type TableDetection } from '../../src/core/detection/table-detection.ts';
import type { ColumnMap, Opportunities } from '../../src/core/model/opportunity.ts';
import type { Pipeline } from '../../src/core/model/pipeline.ts';
import type { DealLines } from '../../src/core/model/settings.ts';
import { plainStage, type Stage, type StageKind, StageList } from '../../src/core/model/stage.ts';
import { readTable } from '../../src/core/table/table.ts';
import { timeZone } from '../../src/core/time/time-zone.ts';

export interface Setting {
	readonly stages?: readonly Stage[];
	readonly locale?: string;
	readonly zone?: string;
	readonly asOfDay?: number;
	readonly choice?: DetectionChoice;
	readonly dealLines?: DealLines;
}

/** 2026-11-23 */
export const TODAY = 20_780;

export function stage(name: string, kind: StageKind, probability = 0.5, aliases: readonly string[] = []): Stage {
	return plainStage(name, kind, probability, { aliases });
}

export const PLAIN_STAGES = [
	stage('Lead', 'open', 0.1),
	stage('Demo', 'open', 0.4),
	stage('Proposal', 'open', 0.7),
	stage('Won', 'won', 1),
	stage('Lost', 'lost', 0),
];

export function columnsOf(detection: TableDetection): ColumnMap {
	return Object.fromEntries([...detection.columns].map(([field, { column }]) => [field, column]));
}

/** Heading by field, for expectations that can be read. */
export function headingsOf(detection: TableDetection): Record<string, string> {
	return Object.fromEntries(
		[...detection.columns].map(([field, { column }]) => [field, detection.headings[column] as string]),
	);
}

export function pipelineOf(grid: Grid, setting: Setting = {}): Pipeline & { readonly detection: TableDetection } {
	const detection = detectTable(grid, setting.choice);
	const zone = timeZone(setting.zone ?? 'UTC');
	const detected = detectStages(grid, detection);
	const found = (): Stage[] =>
		detected.stages.flatMap(({ name, kind, probability, aliases }) =>
			kind === null ? [] : [{ ...stage(name, kind, probability, aliases), id: name }],
		);
	const stages = new StageList(setting.stages ?? found());
	const asOfDay = setting.asOfDay ?? TODAY;
	const opportunities = readTable(grid, {
		headerRow: detection.headerRow,
		columns: columnsOf(detection),
		stageDates: detection.stageDates,
		outcomes: detected.outcomes,
		outcomeStages: detected.outcomeStages,
		stages,
		timeZone: zone,
		locale: setting.locale ?? 'en_US',
		dealLines: setting.dealLines ?? 'each',
		asOfDay,
	});
	return { stages, opportunities, history: null, asOf: asOfDay + 1, asOfDay, timeZone: zone, detection };
}

/** Stage name by deal; '' without one, '?' for an unlisted one. */
export function stageNames({ opportunities, stages }: { opportunities: Opportunities; stages: StageList }): string[] {
	return Array.from(opportunities.stages().codes, (code) =>
		code === -1 ? '' : code === -2 ? '?' : (stages.all[code]?.name ?? ''),
	);
}

export function countByKind(pipeline: Pipeline): Record<string, number> {
	const counts = new Map<string, number>();
	for (const code of pipeline.opportunities.stages().codes) {
		const kind = code === -1 ? 'none' : code === -2 ? 'unknown' : (pipeline.stages.all[code]?.kind as string);
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return Object.fromEntries(counts);
}

/** Days as YYYY-MM-DD, '' without one. */
export function dayTexts(days: ArrayLike<number> | undefined): string[] {
	return Array.from(days ?? [], (day) =>
		Number.isNaN(day) ? '' : new Date(day * 86_400_000).toISOString().replace(/T00:00:00.000Z$/u, ''),
	);
}
