/**
 * Settings and stage list as a text that another file can take over. The text is checked like any request: it may come
 * from anywhere.
 */

import type { Settings } from '../../core/model/settings.ts';
import { parseSettings } from '../../core/model/settings-check.ts';
import { readStageTable } from '../../core/stage-list/stage-table.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { Failure } from '../../sheet/failure.ts';
import { saveSettings, settingsOf } from '../../sheet/settings-store.ts';
import { readStageCells, writeStageCells } from '../../sheet/stages-sheet.ts';
import { draftOf, stagesOf } from '../answers/stage-drafts.ts';
import { isPlainObject } from '../contract/checks.ts';
import { requireShape, type StageEdit } from '../contract/request-shape.ts';
import { SETTINGS_SHAPE } from '../contract/settings-shape.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';
import { configuredStages, formerNamesIn, stagesSheetOf } from '../pipeline-source.ts';
import { matchStageColors } from './stage-colors.ts';
import { plannedStageRows } from './stage-writing.ts';

export function exportSettings({ document }: Execution): string {
	const stages = configuredStages(document).all.map((stage) => draftOf(stage, 0));
	return JSON.stringify({ product: 'stagekeeper', settings: settingsOf(document.stored), stages }, null, '\t');
}

/**
 * Takes over settings and stages. The deal sheet of this file stays the deal sheet; the columns are looked for in it by
 * their headings.
 * @throws Failure `badImport`, `settingsNewer`; nothing is changed then
 */
export function importSettings(execution: Execution, text: string): void {
	const { document } = execution;
	const { settings, stages } = readExport(text);
	withDocumentLock(() => {
		document.forget();
		const { stored } = document;
		const before = settingsOf(stored);
		const sheet = stagesSheetOf(document);
		const cells = readStageCells(sheet);
		const list = stagesOf(stages, readStageTable(cells, formerNamesIn(document)).stages, execution.stamp);
		const changed = plannedStageRows(execution, cells, list);
		writeStageCells(sheet, cells, changed.cells, changed.columns);
		try {
			const { dealSheetId, dealSheetName } = before;
			saveSettings(stored, { ...settings, dealSheetId, dealSheetName }, stored.sheets, execution.stamp);
		} catch (thrown) {
			writeStageCells(sheet, changed.cells, cells, changed.columns);
			throw thrown;
		}
		refreshFormulas(execution);
	});
	document.forget();
	matchStageColors(execution);
}

/**
 * Whether each part that is given has its expected shape: a value that the reader of stored settings would replace by
 * a default is not a setting that someone chose.
 */
function isSound(told: unknown): boolean {
	if (!isPlainObject(told)) return false;
	const parts = (Object.keys(SETTINGS_SHAPE) as (keyof Settings)[]).filter(
		(part) => part !== 'version' && told[part] !== undefined,
	);
	return parts.every((part) => SETTINGS_SHAPE[part](told[part]));
}

function readExport(text: string): { readonly settings: Settings; readonly stages: readonly StageEdit[] } {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		throw new Failure('badImport');
	}
	if (!isPlainObject(content) || content.product !== 'stagekeeper') throw new Failure('badImport');
	const parsed = parseSettings(JSON.stringify(content.settings));
	if ('problem' in parsed) throw new Failure(parsed.problem === 'newer' ? 'settingsNewer' : 'badImport');
	const { settings } = parsed;
	if (!isSound(content.settings) || settings.columns.stage === undefined) throw new Failure('badImport');
	const request: unknown = { stages: content.stages };
	requireShape('saveStages', request);
	return { settings, stages: request.stages };
}
