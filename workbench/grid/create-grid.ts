/**
 * Makes the spreadsheet engine with its plugins in a page element, and opens one book in it.
 * What the add-on sees of it is univer-store.ts; what it looks like around the grid is the page's.
 */
import {
	ICommandService,
	type Injector,
	type IWorkbookData,
	LifecycleService,
	LifecycleStages,
	LocaleType,
	mergeLocales,
	Univer,
	UniverInstanceType,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalEn from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalZh from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import coreZh from '@univerjs/preset-sheets-core/locales/zh-CN';
import {
	AddDataValidationMutation,
	RemoveDataValidationMutation,
	UniverSheetsDataValidationPreset,
	UpdateDataValidationMutation,
} from '@univerjs/preset-sheets-data-validation';
import validationEn from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationZh from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEn from '@univerjs/preset-sheets-filter/locales/en-US';
import filterZh from '@univerjs/preset-sheets-filter/locales/zh-CN';
import { UniverSheetsFindReplacePreset } from '@univerjs/preset-sheets-find-replace';
import findEn from '@univerjs/preset-sheets-find-replace/locales/en-US';
import findZh from '@univerjs/preset-sheets-find-replace/locales/zh-CN';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortEn from '@univerjs/preset-sheets-sort/locales/en-US';
import sortZh from '@univerjs/preset-sheets-sort/locales/zh-CN';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-find-replace/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';

export interface Grid {
	readonly api: FUniver;
	readonly injector: Injector;
	/**
	 * Opens the one book; services of the formula engine can be had only after it, and the first calculation comes later
	 * still.
	 */
	open(snapshot: IWorkbookData): void;
}

/** The engine without a book. */
export function createGrid(container: string, language: 'en' | 'zh-CN'): Grid {
	const univer = new Univer({
		locale: language === 'en' ? LocaleType.EN_US : LocaleType.ZH_CN,
		locales: {
			[LocaleType.EN_US]: mergeLocales(coreEn, validationEn, conditionalEn, filterEn, sortEn, findEn),
			[LocaleType.ZH_CN]: mergeLocales(coreZh, validationZh, conditionalZh, filterZh, sortZh, findZh),
		},
	});
	const presets = [
		UniverSheetsCorePreset({
			container,
			ribbonType: 'simple',
			disableAutoFocus: true,
			formula: { initialFormulaComputing: CalculationMode.FORCED },
			// The engine's half-white tracks would fade the cells below them.
			sheets: {
				scrollConfig: { trackBackgroundColor: 'rgba(255,255,255,0)', trackBorderColor: 'rgba(255,255,255,0)' },
			},
		}),
		UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
		UniverSheetsConditionalFormattingPreset(),
		UniverSheetsFilterPreset(),
		UniverSheetsSortPreset(),
		UniverSheetsFindReplacePreset(),
	];
	for (const preset of presets) {
		for (const plugin of preset.plugins) {
			const [pluginClass, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
			univer.registerPlugin(pluginClass as never, options as never);
		}
	}
	const api = FUniver.newAPI(univer);
	const injector = univer.__getInjector();
	keepRowHeights(injector);
	return {
		api,
		injector,
		open: (snapshot) => {
			univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshot);
		},
	};
}

const RULE_MUTATIONS: ReadonlySet<string> = new Set([
	AddDataValidationMutation.id,
	UpdateDataValidationMutation.id,
	RemoveDataValidationMutation.id,
]);

/**
 * A drop-down of ours changes no row's height, yet the engine would measure every row below a new one: the page would
 * stand still for seconds at 20,000 rows. It does not for rules that come along with another change.
 */
function keepRowHeights(injector: Injector): void {
	injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
		if (RULE_MUTATIONS.has(id) && params !== undefined) Object.assign(params, { source: 'patched' });
	});
}

/**
 * Resolves when the book is drawn and the keyboard works; the engine itself would wait three seconds more before it
 * listens.
 */
export function whenUsable(grid: Grid): Promise<void> {
	const lifecycle = grid.injector.get(LifecycleService);
	return lifecycle.onStage(LifecycleStages.Rendered).then(() => {
		lifecycle.stage = LifecycleStages.Steady;
	});
}
