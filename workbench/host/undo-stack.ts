/** What one person can undo and redo: the last action first; a new action ends what could be redone. */
import type { Edit } from './edit-event.ts';

export interface Step {
	/** Restores the former content; returns the edit that Google reports for it, or null. */
	readonly back: () => Edit | null;
	readonly again: () => Edit | null;
}

export class UndoStack {
	readonly #done: Step[] = [];
	#undone: Step[] = [];

	did(step: Step): void {
		this.#done.push(step);
		this.#undone = [];
	}

	/** Undefined: nothing left. */
	undo(): Edit | null | undefined {
		const step = this.#done.pop();
		if (step === undefined) return undefined;
		this.#undone.push(step);
		return step.back();
	}

	redo(): Edit | null | undefined {
		const step = this.#undone.pop();
		if (step === undefined) return undefined;
		this.#done.push(step);
		return step.again();
	}
}
