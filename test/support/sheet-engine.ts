/**
 * A spreadsheet's own functions, computed by the grid engine without a screen: an answer that shares no code with ours.
 * The caller stubs `Path2D` before importing this file (`vi.hoisted`).
 */
import {
	type Injector,
	type IWorkbookData,
	LocaleType,
	mergeLocales,
	Univer,
	UniverInstanceType,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import en from '@univerjs/preset-sheets-core/locales/en-US';

const OF_THE_SCREEN = /_UI_/u;

export interface Engine {
	readonly api: FUniver;
	readonly injector: Injector;
}

let opened = 0;

/** @param extra presets beside the core */
export function openEngine(
	book: IWorkbookData,
	extra: readonly ReturnType<typeof UniverSheetsCorePreset>[] = [],
): Engine {
	const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: mergeLocales(en) } });
	const core = UniverSheetsCorePreset({ formula: { initialFormulaComputing: CalculationMode.FORCED } });
	for (const preset of [core, ...extra]) {
		for (const plugin of preset.plugins) {
			const [pluginClass, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
			if (!OF_THE_SCREEN.test((pluginClass as unknown as { pluginName: string }).pluginName)) {
				univer.registerPlugin(pluginClass as never, options as never);
			}
		}
	}
	const api = FUniver.newAPI(univer);
	// The engine keeps results of a book by its id, also across engines.
	opened++;
	univer.createUnit(UniverInstanceType.UNIVER_SHEET, { ...book, id: `book-${opened}` });
	return { api, injector: univer.__getInjector() };
}
