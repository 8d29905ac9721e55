/** The drawer at the bottom: what was called, what it cost in service calls and cells read, and what went wrong. */
import { fill, type PageWords } from './words.ts';

export interface CallCost {
	readonly milliseconds: number;
	readonly services: number;
	readonly cells: number;
}

const KEPT = 500;

export class LogDrawer {
	private readonly list = document.createElement('ol');
	private readonly summary = Object.assign(document.createElement('span'), { className: 'log-summary' });
	private calls = 0;
	private errors = 0;

	constructor(
		box: HTMLElement,
		private readonly words: PageWords,
	) {
		box.ariaLabel = words.log;
		this.list.className = 'log-list';
		this.list.hidden = true;
		this.list.tabIndex = 0;
		const toggle = Object.assign(document.createElement('button'), {
			type: 'button',
			className: 'log-toggle',
			textContent: `▸ ${words.log}`,
		});
		toggle.ariaExpanded = 'false';
		toggle.addEventListener('click', () => {
			this.list.hidden = !this.list.hidden;
			toggle.ariaExpanded = String(!this.list.hidden);
			toggle.textContent = `${this.list.hidden ? '▸' : '▾'} ${words.log}`;
			this.list.scrollTop = this.list.scrollHeight;
		});
		const clear = Object.assign(document.createElement('button'), { type: 'button', textContent: words.logClear });
		clear.addEventListener('click', () => this.clear());
		const bar = Object.assign(document.createElement('div'), { className: 'log-bar' });
		bar.append(toggle, this.summary, clear);
		box.replaceChildren(bar, this.list);
		this.clear();
	}

	/** One call of a function of the add-on, with its error where it threw. */
	call(text: string, cost: CallCost, error: string | null): void {
		this.calls++;
		const rounded = { ...cost, milliseconds: Math.round(cost.milliseconds) };
		this.add(error === null ? text : `${text} — ${error}`, fill(this.words.logCost, { ...rounded }), error !== null);
	}

	/** A line that the add-on itself logged, or a message of the page. */
	line(text: string, isError = false): void {
		this.add(text, '', isError);
	}

	private add(text: string, cost: string, isError: boolean): void {
		this.errors += isError ? 1 : 0;
		const item = document.createElement('li');
		item.className = isError ? 'error' : '';
		item.append(
			Object.assign(document.createElement('time'), { textContent: new Date().toTimeString().slice(0, 8) }),
			Object.assign(document.createElement('span'), { className: 'text', textContent: text }),
			Object.assign(document.createElement('span'), { className: 'cost', textContent: cost }),
		);
		this.list.append(item);
		while (this.list.childElementCount > KEPT) {
			this.list.firstElementChild?.remove();
		}
		this.list.scrollTop = this.list.scrollHeight;
		this.count();
	}

	private clear(): void {
		this.calls = 0;
		this.errors = 0;
		this.list.replaceChildren();
		this.count();
	}

	private count(): void {
		const hasNothing = this.list.childElementCount === 0;
		this.summary.textContent = hasNothing
			? this.words.logEmpty
			: fill(this.words.logSummary, { calls: this.calls, errors: this.errors });
		this.summary.classList.toggle('has-errors', this.errors > 0);
	}
}
