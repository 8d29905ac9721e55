/**
 * A stage of the sales process and the ordered list of them.
 * Belongs here: the type, the look-up by key, the rank in the funnel. Not here: guessing a list from data
 * (stage-detection.ts), templates (stage-templates.ts).
 */

import { textKey } from '../cells/text-key.ts';
import { existing } from '../speed/existing.ts';

/** `parked` is open but outside the order, its clock stopped. Never inferred from the probability. */
export type StageKind = 'open' | 'won' | 'lost' | 'parked';
export const STAGE_KINDS: readonly StageKind[] = ['open', 'won', 'lost', 'parked'];

/** The same for what is proposed, what is asked for and what is saved. */
export const STAGE_LIMITS = {
	stages: 100,
	/** Characters: of a name or alias, of a task, of the exit rule, of all aliases or tasks in their cell. */
	name: 200,
	task: 500,
	exitRule: 2000,
	cell: 50_000,
} as const;

/** Won and lost deals have ended; open and parked ones have not, and a deal without a known stage may be either. */
export function isEnded(kind: StageKind | 'unknown' | 'noStage' | null | undefined): kind is 'won' | 'lost' {
	return kind === 'won' || kind === 'lost';
}

export interface Stage {
	/** Stable through a rename; what the history stores. */
	readonly id: string;
	readonly name: string;
	readonly kind: StageKind;
	/** 0..1 */
	readonly probability: number;
	readonly aliases: readonly string[];
	/** Days that a deal usually spends here; null when not set. */
	readonly usualDays: number | null;
	readonly exitRule: string;
	readonly tasks: readonly string[];
}

/** What a stage without an id of its own is known by, unless another one has that already. */
export function idOfName(name: string): string {
	const key = textKey(name).replace(/[^\p{L}\p{N}]+/gu, '-');
	return key.replace(/^-+|-+$/gu, '').slice(0, 40) || 'stage';
}

/** Was the id made of this name, be it numbered because another stage had it? */
function isIdOfName(id: string, name: string): boolean {
	const made = idOfName(name);
	return id.startsWith(made) && /^(?:-\d+)?$/u.test(id.slice(made.length));
}

/** A stage of which no more is known than these; its id is its name unless another one is given. */
export function plainStage(
	name: string,
	kind: StageKind,
	probability: number,
	known: Partial<Omit<Stage, 'name' | 'kind' | 'probability'>> = {},
): Stage {
	return { id: name, name, kind, probability, aliases: [], usualDays: null, exitRule: '', tasks: [], ...known };
}

export type StageListProblem =
	| { readonly code: 'sameKey'; readonly first: string; readonly second: string }
	| { readonly code: 'noWonStage' }
	| { readonly code: 'noOpenStage' }
	| { readonly code: 'emptyName'; readonly position: number };

/**
 * The configured stages in their order. Positions are indices into `all`.
 * The funnel order is the open stages, then won: rank 0 is the first open stage, rank `openCount` is won; lost and
 * parked stages have rank -1.
 */
export class StageList {
	readonly all: readonly Stage[];
	/** Positions of the open stages in order. */
	readonly open: readonly number[];
	/** Funnel rank by position: open 0..openCount-1, won openCount, lost and parked -1. */
	readonly rankOf: readonly number[];
	private readonly positionByKey = new Map<string, number>();
	private readonly hasOwnId: readonly boolean[];
	private readonly positionById = new Map<string, number>();

	constructor(stages: readonly Stage[]) {
		this.all = stages;
		const open: number[] = [];
		stages.forEach((stage, position) => {
			if (stage.kind === 'open') open.push(position);
		});
		this.open = open;
		this.hasOwnId = stages.map(({ id, name }) => id !== textKey(name) && !isIdOfName(id, name));
		this.rankOf = stages.map((stage, position) => {
			if (stage.kind === 'won') return open.length;
			return stage.kind === 'open' ? open.indexOf(position) : -1;
		});
		stages.forEach((stage, position) => {
			this.positionById.set(stage.id, position);
			this.positionByKey.set(textKey(stage.name), position);
		});
		// Names win over aliases, whatever their order.
		stages.forEach((stage, position) => {
			for (const alias of stage.aliases) {
				const key = textKey(alias);
				if (key !== '' && !this.positionByKey.has(key)) this.positionByKey.set(key, position);
			}
		});
	}

	get openCount(): number {
		return this.open.length;
	}

	/** Position of the stage with this name or alias; -1 when it is not in the list. */
	positionOf(name: string): number {
		return this.positionByKey.get(textKey(name)) ?? -1;
	}

	/** Position of the stage with this id; -1 when it is gone. */
	positionOfId(id: string): number {
		return this.positionById.get(id) ?? -1;
	}

	/**
	 * Position of the stage that a row of the log says; what the name says, -1 for none, where neither is listed.
	 * Without ids of their own, stages have ids that are made of their names: then the name decides, which somebody may
	 * have corrected alone.
	 */
	positionOfLogged(id: string, positionOfName: () => number): number {
		const byId = id === '' ? -1 : this.positionOfId(id);
		if (byId >= 0 && this.hasOwnId[byId] === true) return byId;
		const byName = positionOfName();
		return byName >= 0 || byId < 0 ? byName : byId;
	}

	/** What makes this list unusable; empty for a good list. */
	problems(): StageListProblem[] {
		const problems: StageListProblem[] = [];
		const seen = new Map<string, number>();
		this.all.forEach((stage, position) => {
			const key = textKey(stage.name);
			if (key === '') problems.push({ code: 'emptyName', position });
			for (const other of new Set([key, ...stage.aliases.map(textKey)])) {
				const owner = seen.get(other);
				if (other !== '' && owner !== undefined && owner !== position) {
					problems.push({ code: 'sameKey', first: existing(this.all[owner]).name, second: stage.name });
				} else if (other !== '') seen.set(other, position);
			}
		});
		if (!this.all.some((stage) => stage.kind === 'open')) problems.push({ code: 'noOpenStage' });
		if (!this.all.some((stage) => stage.kind === 'won')) problems.push({ code: 'noWonStage' });
		return problems;
	}
}
