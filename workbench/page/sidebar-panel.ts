/** The panel at the right: title bar with a close button, and a sandboxed frame with the page that the add-on shows. */

export interface SidebarPage {
	readonly title: string;
	readonly html: string;
	/** Gives the frame its `google` object before any of its scripts runs. */
	readonly prepare: (frame: Window) => void;
}

export class SidebarPanel {
	private shown: SidebarPage | null = null;

	constructor(
		private readonly box: HTMLElement,
		private readonly closeLabel: string,
	) {}

	/** Replaces the page that is shown, as a second showSidebar does. */
	show(page: SidebarPage): void {
		this.shown = page;
		const title = Object.assign(document.createElement('h2'), { textContent: page.title });
		const close = Object.assign(document.createElement('button'), {
			type: 'button',
			textContent: '×',
			ariaLabel: this.closeLabel,
		});
		close.addEventListener('click', () => this.close());
		const bar = Object.assign(document.createElement('div'), { className: 'sidebar-bar' });
		bar.append(title, close);
		const frame = Object.assign(document.createElement('iframe'), { title: page.title });
		this.box.ariaLabel = page.title;
		this.box.replaceChildren(bar, frame);
		this.box.hidden = false;
		const inner = frame.contentWindow;
		if (!inner) {
			throw new Error('sidebar: the frame has no window');
		}
		// Writing into the empty document keeps its window, so the page finds what was prepared.
		inner.document.open();
		page.prepare(inner);
		inner.document.write(page.html);
		inner.document.close();
		// As in Google Sheets: a user who opened it from the menu continues in it.
		inner.focus();
	}

	/** Another build of the page that is shown; nothing when there is none. */
	replace(html: string): void {
		if (this.shown !== null) this.show({ ...this.shown, html });
	}

	close(): void {
		this.shown = null;
		this.box.replaceChildren();
		this.box.hidden = true;
	}
}
