/** Menus as the bundle builds them. */
import type { Host } from './host.ts';
import { service, unwrap } from './service.ts';

export type MenuEntry =
	| { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
	| { readonly kind: 'separator' }
	| { readonly kind: 'menu'; readonly caption: string; readonly entries: readonly MenuEntry[] };

type MenuMembers = Pick<GoogleAppsScript.Base.Menu, 'addItem' | 'addSeparator' | 'addSubMenu' | 'addToUi'>;
type Menu = GoogleAppsScript.Base.Menu;

export class MenuImplementation implements MenuMembers {
	#host: Host;
	#caption: string;
	#isAddon: boolean;
	#entries: MenuEntry[] = [];

	constructor(host: Host, caption: string, isAddon: boolean) {
		this.#host = host;
		this.#caption = caption;
		this.#isAddon = isAddon;
	}

	addItem(caption: string, functionName: string): Menu {
		this.#entries.push({ kind: 'item', caption: String(caption), functionName: String(functionName) });
		return this.#self();
	}

	addSeparator(): Menu {
		this.#entries.push({ kind: 'separator' });
		return this.#self();
	}

	addSubMenu(menu: Menu): Menu {
		const { caption, entries } = (unwrap(menu) as unknown as MenuImplementation).record();
		this.#entries.push({ kind: 'menu', caption, entries });
		return this.#self();
	}

	addToUi(): void {
		this.#host.frontEnd.menu({ ...this.record(), isAddon: this.#isAddon });
	}

	record(): { caption: string; entries: readonly MenuEntry[] } {
		return { caption: this.#caption, entries: [...this.#entries] };
	}

	#self(): Menu {
		return service(this.#host, 'Menu', this) as unknown as Menu;
	}
}
