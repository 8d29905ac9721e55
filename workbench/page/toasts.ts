/**
 * Short messages at the bottom right, as a spreadsheet's toast: title, text, seconds; one that is shown again starts
 * again.
 */

export class Toasts {
	constructor(
		private readonly box: HTMLElement,
		private readonly closeLabel: string,
	) {}

	/**
	 * @param seconds how long it stays; below zero: until it is closed
	 * @returns takes it away at once
	 */
	show(text: string, title = '', seconds = 5): () => void {
		const toast = document.createElement('div');
		toast.className = 'toast';
		const body = document.createElement('div');
		if (title !== '') {
			body.append(Object.assign(document.createElement('strong'), { textContent: title }));
		}
		body.append(text);
		const close = Object.assign(document.createElement('button'), {
			type: 'button',
			textContent: '×',
			ariaLabel: this.closeLabel,
		});
		close.addEventListener('click', () => toast.remove());
		toast.append(body, close);
		this.box.append(toast);
		while (this.box.childElementCount > 3) {
			this.box.firstElementChild?.remove();
		}
		if (seconds >= 0) {
			setTimeout(() => toast.remove(), seconds * 1000);
		}
		return () => toast.remove();
	}
}
