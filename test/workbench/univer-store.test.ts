/** The grid engine's store without a screen: the same plugins as on the page, except those that draw. */
import { LocaleType, mergeLocales, Univer, UniverInstanceType } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import en from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import { expect, it, vi } from 'vitest';
import { SheetIds } from '../../workbench/grid/sheet-ids.ts';
import { bookSnapshot } from '../../workbench/grid/snapshot.ts';
import { UniverStore } from '../../workbench/grid/univer-store.ts';
import type { ValidationRule } from '../../workbench/host/store.ts';
import { storeContract } from './store-contract.ts';

vi.hoisted(() => {
	// The drawing parts of the presets are loaded, not used; one of them makes its shapes at load.
	vi.stubGlobal('Path2D', class {});
});

const OF_THE_SCREEN = /_UI_/u;

function newStore(): UniverStore {
	const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: mergeLocales(en) } });
	for (const preset of [UniverSheetsCorePreset({}), UniverSheetsDataValidationPreset(), UniverSheetsFilterPreset()]) {
		for (const plugin of preset.plugins) {
			const [pluginClass, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
			if (!OF_THE_SCREEN.test((pluginClass as unknown as { pluginName: string }).pluginName)) {
				univer.registerPlugin(pluginClass as never, options as never);
			}
		}
	}
	const api = FUniver.newAPI(univer);
	univer.createUnit(UniverInstanceType.UNIVER_SHEET, bookSnapshot('Book', [{ name: 'Deals', cells: [] }]));
	return new UniverStore(api, univer.__getInjector(), new SheetIds(1));
}

storeContract('UniverStore', newStore);

it.each(['Stages', "Ann's stages"])('a drop-down from the other sheet “%s” is read back as one', (name) => {
	const store = newStore();
	const { id } = store.insertSheet(name, 1);
	const rect = { row: 1, column: 3, rows: 10, columns: 1 };
	const source = { sheetId: id, rect: { row: 1, column: 0, rows: 100, columns: 1 } };
	const rule: ValidationRule = { type: 'list-of-range', source, items: [], isStrict: true, helpText: 'Choose a stage' };
	store.setValidation(0, rect, rule);
	expect(store.validations(0, rect)).toEqual([{ rect, rule }]);
});
