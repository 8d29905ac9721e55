/** SpreadsheetApp.getUi(): menus, alerts, prompts, the sidebar. */
import type { Host } from './host.ts';
import type { HtmlOutputImplementation } from './html-service.ts';
import { MenuImplementation } from './menu.ts';
import { enumeration, service, unwrap } from './service.ts';

type UiMembers = Pick<
	GoogleAppsScript.Base.Ui,
	| 'Button'
	| 'ButtonSet'
	| 'alert'
	| 'prompt'
	| 'createAddonMenu'
	| 'createMenu'
	| 'showSidebar'
	| 'showModalDialog'
	| 'showModelessDialog'
>;
type Base = typeof GoogleAppsScript.Base;
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type ButtonSet = GoogleAppsScript.Base.ButtonSet;

class PromptResponseImplementation
	implements Pick<GoogleAppsScript.Base.PromptResponse, 'getResponseText' | 'getSelectedButton'>
{
	#answer: { readonly button: string; readonly text: string };

	constructor(answer: { readonly button: string; readonly text: string }) {
		this.#answer = answer;
	}

	getResponseText(): string {
		return this.#answer.text;
	}

	getSelectedButton(): GoogleAppsScript.Base.Button {
		return this.#answer.button as unknown as GoogleAppsScript.Base.Button;
	}
}

export class UiImplementation implements UiMembers {
	#host: Host;

	constructor(host: Host) {
		this.#host = host;
	}

	get Button(): Base['Button'] {
		return enumeration(this.#host, 'Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
	}

	get ButtonSet(): Base['ButtonSet'] {
		return enumeration(this.#host, 'Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
	}

	createAddonMenu(): GoogleAppsScript.Base.Menu {
		const caption = this.#host.options.name ?? 'Stagekeeper';
		return service(
			this.#host,
			'Menu',
			new MenuImplementation(this.#host, caption, true),
		) as unknown as GoogleAppsScript.Base.Menu;
	}

	createMenu(caption: string): GoogleAppsScript.Base.Menu {
		return service(
			this.#host,
			'Menu',
			new MenuImplementation(this.#host, String(caption), false),
		) as unknown as GoogleAppsScript.Base.Menu;
	}

	alert(...args: [string] | [string, ButtonSet] | [string, string, ButtonSet]): GoogleAppsScript.Base.Button {
		const { title, prompt, buttons } = dialogArguments(args);
		return this.#host.frontEnd.alert(title, prompt, buttons) as unknown as GoogleAppsScript.Base.Button;
	}

	prompt(...args: [string] | [string, ButtonSet] | [string, string, ButtonSet]): GoogleAppsScript.Base.PromptResponse {
		const { title, prompt, buttons } = dialogArguments(args);
		return service(
			this.#host,
			'PromptResponse',
			new PromptResponseImplementation(this.#host.frontEnd.prompt(title, prompt, buttons)),
		);
	}

	showSidebar(userInterface: HtmlOutput): void {
		this.#host.frontEnd.sidebar(pageOf(userInterface));
	}

	showModalDialog(userInterface: HtmlOutput, title: string): void {
		this.#host.frontEnd.dialog({ ...pageOf(userInterface), title }, true);
	}

	showModelessDialog(userInterface: HtmlOutput, title: string): void {
		this.#host.frontEnd.dialog({ ...pageOf(userInterface), title }, false);
	}
}

function pageOf(output: HtmlOutput): ReturnType<HtmlOutputImplementation['page']> {
	return (unwrap(output) as unknown as HtmlOutputImplementation).page();
}

function dialogArguments(args: readonly unknown[]): { title: string; prompt: string; buttons: string } {
	if (args.length === 3) return { title: String(args[0]), prompt: String(args[1]), buttons: String(args[2]) };
	return { title: '', prompt: String(args[0]), buttons: String(args[1] ?? 'OK') };
}
