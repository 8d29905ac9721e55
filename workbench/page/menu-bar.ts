/**
 * The menu bar: pull-down menus with submenus and ticks, by mouse and by keyboard (arrows, Enter, Escape, Home, End).
 */

export type MenuItem =
	| { readonly kind: 'action'; readonly label: string; readonly run: () => void; readonly isTicked?: boolean }
	| { readonly kind: 'submenu'; readonly label: string; readonly items: readonly MenuItem[] }
	| { readonly kind: 'note'; readonly label: string }
	| { readonly kind: 'line' };

export interface Menu {
	readonly label: string;
	/** Asked each time the menu opens, so that ticks and the add-on's own items are always those of the moment. */
	readonly items: () => readonly MenuItem[];
}

export function showMenuBar(bar: HTMLElement, menus: readonly Menu[]): void {
	bar.replaceChildren();
	bar.setAttribute('role', 'menubar');
	const buttons = menus.map((menu) => {
		const button = menuButton(menu.label, true);
		const holder = document.createElement('div');
		holder.className = 'menu';
		holder.append(button);
		bar.append(holder);
		button.addEventListener('click', () =>
			button.ariaExpanded === 'true' ? closeAll(bar) : open(button, menu.items()),
		);
		holder.addEventListener('mouseenter', () => {
			if (bar.querySelector('[aria-expanded=true]') && button.ariaExpanded !== 'true') {
				open(button, menu.items());
			}
		});
		return button;
	});
	const open = (button: HTMLButtonElement, items: readonly MenuItem[]): void => {
		closeAll(bar);
		expand(button, items, () => closeAll(bar));
	};
	bar.addEventListener('keydown', (event) => onKey(event, bar, buttons));
	document.addEventListener('pointerdown', (event) => {
		if (!bar.contains(event.target as Node)) {
			closeAll(bar);
		}
	});
}

function menuButton(label: string, hasList: boolean): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.setAttribute('role', 'menuitem');
	button.textContent = label;
	if (hasList) {
		button.ariaHasPopup = 'menu';
		button.ariaExpanded = 'false';
	}
	return button;
}

function expand(button: HTMLButtonElement, items: readonly MenuItem[], done: () => void): void {
	const list = document.createElement('div');
	list.className = 'menu-list';
	list.setAttribute('role', 'menu');
	list.ariaLabel = button.textContent;
	for (const item of items) {
		list.append(item.kind === 'line' ? document.createElement('hr') : row(item, done));
	}
	button.ariaExpanded = 'true';
	button.after(list);
	list.querySelector('button')?.focus();
}

function row(item: Exclude<MenuItem, { kind: 'line' }>, done: () => void): HTMLElement {
	const holder = document.createElement('div');
	holder.setAttribute('role', 'none');
	const button = menuButton('', item.kind === 'submenu');
	const tick = Object.assign(document.createElement('span'), { className: 'tick', textContent: '' });
	tick.ariaHidden = 'true';
	button.append(tick, Object.assign(document.createElement('span'), { className: 'label', textContent: item.label }));
	holder.append(button);
	if (item.kind === 'note') {
		button.ariaDisabled = 'true';
	} else if (item.kind === 'submenu') {
		const more = Object.assign(document.createElement('span'), { className: 'more', textContent: '▸' });
		more.ariaHidden = 'true';
		button.append(more);
		const show = (): void => {
			if (button.ariaExpanded !== 'true') {
				collapse(holder.parentElement);
				expand(button, item.items, done);
			}
		};
		button.addEventListener('click', show);
		holder.addEventListener('mouseenter', show);
	} else {
		if (item.isTicked !== undefined) {
			button.setAttribute('role', 'menuitemcheckbox');
			button.ariaChecked = String(item.isTicked);
			tick.textContent = item.isTicked ? '✓' : '';
		}
		holder.addEventListener('mouseenter', () => collapse(holder.parentElement));
		button.addEventListener('click', () => {
			done();
			item.run();
		});
	}
	return holder;
}

function collapse(list: Element | null): void {
	for (const open of list?.querySelectorAll('.menu-list') ?? []) {
		open.remove();
	}
	for (const button of list?.querySelectorAll<HTMLButtonElement>('[aria-expanded=true]') ?? []) {
		button.ariaExpanded = 'false';
	}
}

function closeAll(bar: HTMLElement): void {
	collapse(bar);
}

function onKey(event: KeyboardEvent, bar: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
	const current = document.activeElement as HTMLButtonElement;
	const list = current.closest('.menu-list');
	const top = buttons.findIndex((button) => button.parentElement?.contains(current));
	const owner = list?.previousElementSibling as HTMLButtonElement | null | undefined;
	const siblings = list ? [...list.querySelectorAll<HTMLButtonElement>(':scope > div > button')] : [...buttons];
	const at = siblings.indexOf(current);
	const step = (by: number): void => siblings[(at + by + siblings.length) % siblings.length]?.focus();
	const neighbour = (by: number): void => {
		const button = buttons[(top + by + buttons.length) % buttons.length];
		const wasOpen = list !== null;
		button?.focus();
		if (wasOpen) {
			button?.click();
		}
	};
	const keys: Record<string, () => void> = {
		ArrowDown: () => (list ? step(1) : current.click()),
		ArrowUp: () => (list ? step(-1) : current.click()),
		Home: () => siblings[0]?.focus(),
		End: () => siblings.at(-1)?.focus(),
		ArrowRight: () => (list && current.ariaHasPopup === 'menu' ? current.click() : neighbour(1)),
		ArrowLeft: () => {
			if (owner?.closest('.menu-list')) {
				collapse(owner.closest('.menu-list'));
				owner.focus();
			} else {
				neighbour(-1);
			}
		},
		Escape: () => {
			collapse(owner?.closest('.menu-list') ?? bar);
			owner?.focus();
		},
		Tab: () => closeAll(bar),
	};
	const action = keys[event.key];
	if (action) {
		if (event.key !== 'Tab') {
			event.preventDefault();
		}
		event.stopPropagation();
		action();
	}
}
