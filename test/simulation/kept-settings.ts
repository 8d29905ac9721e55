/** Which settings were saved by whom when, and whether the editor of a change was to be recorded: what is kept must agree with both. */
import type { Task } from './executions.ts';
import type { LogRow } from './log-rows.ts';

interface Save {
	readonly value: unknown;
	readonly began: number;
	readonly ended: number;
	readonly isAnswered: boolean;
}

export class KeptSettings {
	private readonly saves = new Map<string, Save[]>();
	/** Since when the editor is recorded, or not. */
	private readonly editor: { readonly at: number; readonly isOn: boolean }[] = [];
	private text = '';
	private known: { readonly version?: number; readonly [part: string]: unknown } = {};
	/** What people typed into the rule of a stage, by its id: no page that was opened before may take it back. */
	readonly rules = new Map<string, string>();

	/** To be called after each step. @param text as it is stored */
	look(at: number, text: string): void {
		if (text === this.text) return;
		this.text = text;
		this.known = JSON.parse(text === '' ? '{}' : text) as typeof this.known;
		const isOn = this.isEditorOn;
		if (this.editor.at(-1)?.isOn !== isOn) this.editor.push({ at, isOn });
	}

	/** Settings of version 1 switched it on without being asked, which counts no more. */
	get isEditorOn(): boolean {
		return this.known.version === 2 && this.known.recordEditor === true;
	}

	get(part: string): unknown {
		return this.known[part];
	}

	saved(part: string, value: unknown, task: Task, now: number): void {
		const isAnswered = (task.result as { ok?: boolean } | null)?.ok === true;
		const save = { value, began: task.beganAt, ended: now, isAnswered };
		this.saves.set(part, [...(this.saves.get(part) ?? []), save]);
	}

	/** I15: the value was not overwritten by somebody who had not seen it. */
	lost(): string {
		for (const [part, saves] of this.saves) {
			const value = this.known[part];
			const isLater = (than: number): boolean => saves.some(({ isAnswered, began }) => isAnswered && began > than);
			const isKept = saves.some((save) => save.value === value && !isLater(save.ended));
			if (!isKept && saves.some(({ isAnswered }) => isAnswered))
				return `I15 ${part} is ${JSON.stringify(value)} after ${JSON.stringify(saves.slice(-3))}`;
		}
		return '';
	}

	/** I17: who made a change stands in the log exactly while that is switched on. */
	editorBreaks({ label, beganAt, isFaulty }: Task, events: readonly LogRow[]): string[] {
		return events.flatMap(({ by, source }) => {
			if (by !== '' && !this.wasEditorEver(true, beganAt)) return [`I17 ${label} recorded ${by} with the setting off`];
			const isUnnamed = by === '' && source === 'edit' && !isFaulty;
			return isUnnamed && !this.wasEditorEver(false, beganAt)
				? [`I17 ${label} recorded nobody with the setting on`]
				: [];
		});
	}

	/** Was it ever so since then? */
	private wasEditorEver(isOn: boolean, since: number): boolean {
		return this.editor.some(
			(moment, i) => moment.isOn === isOn && (this.editor[i + 1]?.at ?? Number.POSITIVE_INFINITY) >= since,
		);
	}
}
