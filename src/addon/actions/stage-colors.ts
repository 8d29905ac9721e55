/** Stage colors as the settings want them: set, renewed with the stage list, removed with the settings. */
import { readDealTable } from '../../sheet/deal-sheet.ts';
import { asFailure } from '../../sheet/failure.ts';
import { readSample } from '../../sheet/settings-stash.ts';
import { saveColors } from '../../sheet/settings-store.ts';
import { paintStages, stageColors, unpaintStages } from '../../sheet/stage-colors.ts';
import type { Execution } from '../execution.ts';
import { configuredStages } from '../pipeline-source.ts';

/** A color that cannot be set or removed stops nothing else: the user sees it in the sheet. */
function harmless(work: () => void): void {
	try {
		work();
	} catch (thrown) {
		console.error(`stage colors: ${asFailure(thrown).code}`);
	}
}

/**
 * Sets them again where the settings say so, else takes them away. While a sample is tried, those of the user's own
 * sheet stay.
 */
export function matchStageColors(execution: Execution): void {
	const { document } = execution;
	const { settings, colors, properties } = document.stored;
	if (settings === null || (!settings.stageColors && colors === null)) return;
	harmless(() => {
		const isElsewhere = colors !== null && colors.sheetId !== settings.dealSheetId;
		if (isElsewhere && readSample(properties) !== null) return;
		if (isElsewhere || !settings.stageColors) removeStageColors(execution);
		if (!settings.stageColors) return;
		const { sheet, columns, headerRow } = readDealTable(document, settings);
		const wanted = stageColors(configuredStages(document).all);
		// Before they are set: what is remembered and not there is harmless, what is there and not remembered would stay
		// for ever.
		const before = isElsewhere ? [] : (colors?.colors ?? []);
		saveColors({ sheetId: settings.dealSheetId, colors: [...before, ...wanted] });
		paintStages(sheet, columns.stage ?? 0, headerRow, before, wanted);
		saveColors({ sheetId: settings.dealSheetId, colors: wanted });
	});
	document.forget();
}

/** Takes away what was set, wherever that was. */
export function removeStageColors({ document }: Execution): void {
	const { colors } = document.stored;
	if (colors === null) return;
	harmless(() => {
		const sheet = document.findSheet(colors.sheetId, []);
		if (sheet !== null) unpaintStages(sheet, colors.colors);
		saveColors(null);
	});
}
