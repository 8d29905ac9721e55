/** What the services show to a person: the page draws it, a test answers it. Every member has a silent default. */
import type { MenuEntry } from './menu.ts';

export interface Page {
	readonly title: string;
	readonly content: string;
	readonly width: number | null;
	readonly height: number | null;
}

export interface FrontEnd {
	/** A menu was added to the Extensions menu (add-on) or to the bar. */
	menu(menu: { readonly caption: string; readonly isAddon: boolean; readonly entries: readonly MenuEntry[] }): void;
	sidebar(page: Page): void;
	dialog(page: Page, isModal: boolean): void;
	toast(message: string, title: string, seconds: number): void;
	/** Name of the pressed button: `OK`, `CANCEL`, `YES`, `NO`, `CLOSE`. */
	alert(title: string, prompt: string, buttons: string): string;
	prompt(title: string, prompt: string, buttons: string): { readonly button: string; readonly text: string };
}

export const SILENT_FRONT_END: FrontEnd = {
	menu() {},
	sidebar() {},
	dialog() {},
	toast() {},
	alert: (_title, _prompt, buttons) => (buttons.startsWith('YES') ? 'YES' : 'OK'),
	prompt: () => ({ button: 'CANCEL', text: '' }),
};
