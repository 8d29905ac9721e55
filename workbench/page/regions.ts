/**
 * F6 leads from part to part of the page – menus, grid, sidebar, log – and Shift+F6 back: the grid keeps Tab to itself,
 * and a key pressed in the sidebar's frame never reaches the page.
 */

export interface Regions {
	/** Listens in the page's window, or in that of a frame in it. */
	listen(window: Window): void;
}

export function createRegions(parts: readonly HTMLElement[]): Regions {
	const onKey = (event: KeyboardEvent): void => {
		if (event.key !== 'F6') {
			return;
		}
		event.preventDefault();
		event.stopPropagation();
		const shown = parts.filter((part) => !part.hidden);
		const at = shown.findIndex((part) => part.contains(document.activeElement));
		const next = at + (event.shiftKey ? shown.length - 1 : 1);
		enter(shown[next % shown.length] as HTMLElement);
	};
	return { listen: (window) => window.addEventListener('keydown', onKey, { capture: true }) };
}

/**
 * The grid listens through its hidden editor, the sidebar's page has controls of its own; elsewhere the first button is
 * the way in.
 */
function enter(part: HTMLElement): void {
	const inner = part.querySelector('iframe')?.contentWindow;
	if (inner) {
		inner.focus();
		const { activeElement, body } = inner.document;
		if (activeElement === body) {
			body.querySelector<HTMLElement>('button')?.focus();
		}
	} else {
		(part.querySelector<HTMLElement>('[contenteditable="true"]') ?? part.querySelector('button'))?.focus();
	}
}
