/** The functions that the sidebar calls about history, deal ids, the stage list and the transfer of settings. The types are in rpc-contract-history.ts. */
import { FIRST_STAGE_SLOT } from '../core/opportunity.ts';
import { stageListChanges } from '../core/stage-list-changes.ts';
import { fillIds } from './deal-ids.ts';
import { answer } from './errors.ts';
import { importHistory } from './history-import.ts';
import { recordedPipeline, startRecording } from './history-recording.ts';
import { historyState } from './history-state.ts';
import { openAnswer } from './open-answer.ts';
import { configuredPipeline, nowOf, stageListOf } from './pipeline-source.ts';
import { requireShape } from './request-shape.ts';
import type { StageDraft } from './rpc-contract.ts';
import type { RpcHistory, StageChange } from './rpc-contract-history.ts';
import { exportSettings, importSettings } from './settings-transfer.ts';
import { type Merges, mergeTargets, stagesOf } from './stage-drafts.ts';
import type { Visit } from './visit.ts';

export const sidebarHistory: RpcHistory['sidebarHistory'] = () => answer(historyState);

export const sidebarStartHistory: RpcHistory['sidebarStartHistory'] = () =>
	answer((visit) => {
		startRecording(visit);
		return historyState(visit);
	});

export const sidebarImportHistory: RpcHistory['sidebarImportHistory'] = (request) =>
	answer((visit) => {
		requireShape('importHistory', request);
		return importHistory(visit, request.sheetId);
	});

/** Recording begins as soon as the deals have ids. */
export const sidebarFillIds: RpcHistory['sidebarFillIds'] = () =>
	answer((visit) => {
		const filled = fillIds(visit);
		startRecording(visit);
		recordedPipeline(visit);
		return { filled };
	});

export const sidebarPreviewStages: RpcHistory['sidebarPreviewStages'] = (request) =>
	answer((visit) => {
		requireShape('previewStages', request);
		return preview(visit, request.stages, request.merges);
	});

function preview(visit: Visit, drafts: readonly StageDraft[], merges: Merges): StageChange[] {
	const { pipeline } = configuredPipeline(visit.document, nowOf(visit));
	const before = pipeline.stages.all;
	const after = stagesOf(drafts, before, visit.stamp, merges);
	stageListOf(after);
	const { counts } = pipeline.opportunities.stages();
	return stageListChanges(before, after, mergeTargets(drafts, merges)).map(({ kind, stage, to, place }) => {
		const position = pipeline.stages.positionOfId(stage.id);
		const deals = position < 0 ? 0 : (counts[position + FIRST_STAGE_SLOT] as number);
		const target = kind === 'reclassified' ? visit.say(`kind.${to?.kind ?? 'open'}`) : (to?.name ?? '');
		const text = visit.say(`stages.${kind}`, { stage: stage.name, to: target, place: place + 1, deals });
		return { kind, stage: stage.name, to: kind === 'renamed' || kind === 'merged' ? target : '', deals, text };
	});
}

export const sidebarExportSettings: RpcHistory['sidebarExportSettings'] = () => answer(exportSettings);

export const sidebarImportSettings: RpcHistory['sidebarImportSettings'] = (request) =>
	answer((visit) => {
		requireShape('importSettings', request);
		importSettings(visit, request.text);
		return openAnswer(visit, null);
	});
