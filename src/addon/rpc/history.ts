/**
 * The functions that the sidebar calls about history, deal ids, the stage list and the transfer of settings. The types
 * are in contract/history.ts.
 */
import { slotOf } from '../../core/model/opportunity.ts';
import { stageListChanges } from '../../core/stage-list/stage-list-changes.ts';
import { fillIds } from '../actions/deal-ids.ts';
import { importHistory } from '../actions/history-import.ts';
import { exportSettings, importSettings } from '../actions/settings-transfer.ts';
import { requireLimits } from '../actions/stage-writing.ts';
import { formerNames } from '../answers/former-names.ts';
import { historySources, historyState } from '../answers/history-state.ts';
import { openAnswer } from '../answers/open-answer.ts';
import { type Merges, mergeTargets, stagesOf } from '../answers/stage-drafts.ts';
import type { RpcHistory, StageChange } from '../contract/history.ts';
import { requireShape, type StageEdit } from '../contract/request-shape.ts';
import { answer } from '../doors.ts';
import type { Execution } from '../execution.ts';
import { configuredPipeline, nowOf, stageListOf } from '../pipeline-source.ts';
import { recordedPipeline, startRecording } from '../recording/history-recording.ts';

export const sidebarHistory: RpcHistory['sidebarHistory'] = () => answer(historyState);

export const sidebarHistorySources: RpcHistory['sidebarHistorySources'] = () => answer(historySources);

export const sidebarStartHistory: RpcHistory['sidebarStartHistory'] = () =>
	answer((execution) => {
		startRecording(execution);
		return historyState(execution);
	});

export const sidebarImportHistory: RpcHistory['sidebarImportHistory'] = (request) =>
	answer((execution) => {
		requireShape('importHistory', request);
		return importHistory(execution, request.sheetId);
	});

/** Recording begins as soon as the deals have ids. */
export const sidebarFillIds: RpcHistory['sidebarFillIds'] = () =>
	answer((execution) => {
		const filled = fillIds(execution);
		startRecording(execution);
		recordedPipeline(execution);
		return { filled };
	});

export const sidebarPreviewStages: RpcHistory['sidebarPreviewStages'] = (request) =>
	answer((execution) => {
		requireShape('previewStages', request);
		return preview(execution, request.stages, request.merges);
	});

function preview(execution: Execution, drafts: readonly StageEdit[], merges: Merges): StageChange[] {
	const { pipeline } = configuredPipeline(execution.document, nowOf(execution));
	const before = pipeline.stages.all;
	const after = stagesOf(drafts, before, execution.stamp, merges);
	requireLimits(after);
	stageListOf(after);
	const { counts } = pipeline.opportunities.stages();
	return stageListChanges(before, after, mergeTargets(drafts, merges)).map(({ kind, stage, to, place }) => {
		const position = pipeline.stages.positionOfId(stage.id);
		const deals = position < 0 ? 0 : (counts[slotOf(position)] as number);
		const target = kind === 'reclassified' ? execution.say(`kind.${to?.kind ?? 'open'}`) : (to?.name ?? '');
		const text = execution.say(`stages.${kind}`, { stage: stage.name, to: target, place: place + 1, deals });
		return { kind, stage: stage.name, to: kind === 'renamed' || kind === 'merged' ? target : '', deals, text };
	});
}

export const sidebarFormerNames: RpcHistory['sidebarFormerNames'] = (request) =>
	answer((execution) => {
		requireShape('formerNames', request);
		return formerNames(configuredPipeline(execution.document, nowOf(execution)), request.stageIds);
	});

export const sidebarExportSettings: RpcHistory['sidebarExportSettings'] = () => answer(exportSettings);

export const sidebarImportSettings: RpcHistory['sidebarImportSettings'] = (request) =>
	answer((execution) => {
		requireShape('importSettings', request);
		importSettings(execution, request.text);
		return openAnswer(execution, null);
	});
