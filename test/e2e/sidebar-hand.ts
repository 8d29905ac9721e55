/** The sidebar as a user drives it, in one of the two languages: by mouse, or by keys alone. */
import type { FrameLocator, Locator } from 'playwright-core';
import { createWords } from '../../sidebar/words.ts';
import type { SidebarKey } from '../../src/messages/sidebar.words.ts';
import type { Language, WorkbenchPage } from './workbench.ts';

/** What the sidebar shows may change between two looks. */
const MOST_TRIES = 5;

export class SidebarHand {
	readonly words;

	constructor(
		readonly workbench: WorkbenchPage,
		readonly language: Language,
		private readonly hasMouse: boolean,
	) {
		this.words = createWords(language, language === 'en' ? 'en-US' : 'zh-CN');
	}

	get frame(): FrameLocator {
		return this.workbench.sidebar();
	}

	/** A text of the sidebar in the language that is tried. */
	say(key: SidebarKey, params: Readonly<Record<string, string | number>> = {}): string {
		return this.words.t(key, params);
	}

	/** A button by its whole label. */
	button(key: SidebarKey, params: Readonly<Record<string, string | number>> = {}): Locator {
		return this.frame.getByRole('button', { name: this.say(key, params), exact: true });
	}

	async press(target: Locator | SidebarKey, params: Readonly<Record<string, string | number>> = {}): Promise<void> {
		const control = typeof target === 'string' ? this.button(target, params) : target;
		await control.waitFor();
		if (this.hasMouse) {
			await control.click();
		} else {
			await this.reach(control);
			await this.workbench.page.keyboard.press('Enter');
		}
	}

	/** Chooses an option of a list by its value, with keys by its first letters. */
	async choose(list: Locator, value: string): Promise<void> {
		if (this.hasMouse) {
			await list.selectOption(value);
			return;
		}
		await this.reach(list);
		const { from, to } = await list.evaluate((element, wanted) => {
			const { options, selectedIndex } = element as HTMLSelectElement;
			return { from: selectedIndex, to: [...options].findIndex((option) => option.value === wanted) };
		}, value);
		for (let at = from; at !== to; at += Math.sign(to - from)) {
			await this.workbench.page.keyboard.press(to > from ? 'ArrowDown' : 'ArrowUp');
		}
	}

	/** Chooses the last of several radio buttons: Tab leads to the one that is checked, an arrow key to its neighbour. */
	async chooseLast(radios: Locator): Promise<void> {
		if (this.hasMouse) {
			await radios.last().click();
			return;
		}
		await this.reach(radios.and(this.frame.locator(':checked')));
		await this.workbench.page.keyboard.press('ArrowUp');
	}

	/** Writes into an empty field. */
	async write(field: Locator, text: string): Promise<void> {
		if (this.hasMouse) await field.click();
		else await this.reach(field);
		await this.workbench.page.keyboard.type(text);
	}

	/** Writes in the place of what is in a field. */
	async rewrite(field: Locator, text: string): Promise<void> {
		if (this.hasMouse) await field.click();
		else await this.reach(field);
		await this.workbench.page.keyboard.press('Control+A');
		await this.workbench.page.keyboard.type(text);
	}

	/** Presses Tab, or Shift+Tab where that is the way, until a control of the sidebar has the focus. */
	async reach(control: Locator): Promise<void> {
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			await this.workbench.enter('#sidebar');
			if (await control.evaluate(({ ownerDocument }) => ownerDocument.activeElement === ownerDocument.body)) {
				// The control that had the focus has gone: once round the page leads to the first one.
				await this.workbench.page.keyboard.press('F6');
				await this.workbench.enter('#sidebar');
			}
			const steps = await control.evaluate((target) => {
				const { activeElement, body } = target.ownerDocument;
				if (activeElement === target) return 0;
				const stops = [...body.querySelectorAll<HTMLElement>('button, select, input, textarea, summary')].filter(
					(stop) => stop.checkVisibility() && !stop.matches(':disabled, [type="radio"]:not(:checked)'),
				);
				const at = stops.indexOf(activeElement as HTMLElement);
				const next = stops.findIndex(
					(stop) => activeElement?.compareDocumentPosition(stop) === Node.DOCUMENT_POSITION_FOLLOWING,
				);
				// From between two stops, the one before is a step back.
				return stops.indexOf(target as HTMLElement) - (at >= 0 ? at : next - 1) || -1;
			});
			if (steps === 0) return;
			for (let step = 0; step < Math.abs(steps); step++)
				await this.workbench.page.keyboard.press(steps > 0 ? 'Tab' : 'Shift+Tab');
		}
		throw new Error(`Tab does not lead to ${control}`);
	}

	/** Until the sidebar says this in its status line. */
	async heard(key: SidebarKey, params: Readonly<Record<string, string | number>> = {}): Promise<void> {
		await this.frame.getByText(this.say(key, params), { exact: true }).first().waitFor();
	}
}
