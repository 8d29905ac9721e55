/** The content of the three menus: the page's own actions, the add-on's items, the workbench's switches. */
import type { MenuEntry } from '../host/menu.ts';
import type { Menu, MenuItem } from './menu-bar.ts';
import { type Switches, TIME_ZONES } from './switches.ts';
import type { PageWords } from './words.ts';

export interface MenuActions {
	openFile(): void;
	saveCsv(): void;
	saveXlsx(): void;
	openSample(id: string): void;
	reset(): void;
	runItem(functionName: string): void;
	/** Stores the switches; those that the add-on reads at its start load the page again. */
	change(part: Partial<Switches>): void;
}

export interface AddOnMenu {
	readonly caption: string;
	readonly entries: readonly MenuEntry[];
}

export function pageMenus(
	words: PageWords,
	switches: Switches,
	addOnMenus: () => readonly AddOnMenu[],
	actions: MenuActions,
): Menu[] {
	const action = (label: string, run: () => void): MenuItem => ({ kind: 'action', label, run });
	const tick = (label: string, isTicked: boolean, part: Partial<Switches>): MenuItem => ({
		kind: 'action',
		label,
		isTicked,
		run: () => actions.change(part),
	});
	const sample = (label: string, id: string): MenuItem => action(label, () => actions.openSample(id));
	const fromEntry = (entry: MenuEntry): MenuItem => {
		switch (entry.kind) {
			case 'separator':
				return { kind: 'line' };
			case 'menu':
				return { kind: 'submenu', label: entry.caption, items: entry.entries.map(fromEntry) };
			default:
				return action(entry.caption, () => actions.runItem(entry.functionName));
		}
	};
	return [
		{
			label: words.menuFile,
			items: () => [
				action(words.open, actions.openFile),
				action(words.saveCsv, actions.saveCsv),
				action(words.saveXlsx, actions.saveXlsx),
				{ kind: 'line' },
				{
					kind: 'submenu',
					label: words.samples,
					items: [
						sample(words.sampleB2b, 'b2b'),
						sample(words.sampleB2c, 'b2c'),
						sample(words.sampleDirty, 'dirty'),
						sample(words.sampleZh, 'chinese'),
					],
				},
				{ kind: 'line' },
				action(words.reset, actions.reset),
			],
		},
		{
			label: words.menuExtensions,
			items: () => {
				const menus = addOnMenus();
				return menus.length === 0
					? [{ kind: 'note', label: words.noMenu }]
					: menus.map(
							(menu) => ({ kind: 'submenu', label: menu.caption, items: menu.entries.map(fromEntry) }) as const,
						);
			},
		},
		{
			label: words.menuWorkbench,
			items: () => [
				{
					kind: 'submenu',
					label: words.language,
					items: [
						tick('English', switches.language === 'en', { language: 'en' }),
						tick('简体中文', switches.language === 'zh-CN', { language: 'zh-CN' }),
					],
				},
				{
					kind: 'submenu',
					label: words.timeZone,
					items: [...new Set([switches.timeZone, ...TIME_ZONES])].map((timeZone) =>
						tick(timeZone, timeZone === switches.timeZone, { timeZone }),
					),
				},
				{
					kind: 'submenu',
					label: words.authorization,
					items: [
						tick(words.authorized, switches.isAuthorized, { isAuthorized: true }),
						tick(words.notAuthorized, !switches.isAuthorized, { isAuthorized: false }),
					],
				},
				{ kind: 'line' },
				tick(words.readOnly, switches.isReadOnly, { isReadOnly: !switches.isReadOnly }),
				tick(words.typed, switches.hasTypedColumns, { hasTypedColumns: !switches.hasTypedColumns }),
				tick(words.slow, switches.isSlow, { isSlow: !switches.isSlow }),
				tick(words.failing, switches.isFailing, { isFailing: !switches.isFailing }),
			],
		},
	];
}
