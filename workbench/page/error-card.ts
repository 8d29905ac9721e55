/**
 * The card beside a selected cell that shows an error: the text that the function threw, as a spreadsheet's hover card.
 */

export class ErrorCard {
	constructor(
		private readonly box: HTMLElement,
		private readonly title: string,
	) {}

	/** @param cell where the cell is on the screen */
	show(text: string, cell: { readonly left: number; readonly bottom: number; readonly right: number }): void {
		this.box.replaceChildren(Object.assign(document.createElement('strong'), { textContent: this.title }), text);
		this.box.hidden = false;
		const width = this.box.offsetWidth;
		this.box.style.left = `${Math.max(8, Math.min(cell.left, innerWidth - width - 320))}px`;
		this.box.style.top = `${Math.min(cell.bottom + 4, innerHeight - this.box.offsetHeight - 8)}px`;
	}

	hide(): void {
		this.box.hidden = true;
	}
}
