/** One run of the script: what started it, as whom, with which rights. */
export type ExecutionKind = 'load' | 'menu' | 'trigger' | 'rpc' | 'customFunction';
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';

export interface Execution {
	readonly number: number;
	readonly kind: ExecutionKind;
	readonly authMode: AuthMode;
	readonly userEmail: string;
	/** Round trips so far. */
	calls: number;
	/** Cells read so far. */
	cellsRead: number;
	/** Stopped from outside: each further service call ends it again. */
	isKilled: boolean;
}

/**
 * Google's limits: 30 seconds for a formula and for a simple trigger, which ours are, 6 minutes for anything else.
 * Reading reportedly takes 31 µs per cell.
 */
export function mostCellsRead(kind: ExecutionKind): number {
	return (kind === 'customFunction' || kind === 'trigger' ? 30_000_000 : 360_000_000) / 31;
}

/** The mode in which each kind runs in a file where the add-on is in use. */
export const USUAL_MODE: Readonly<Record<ExecutionKind, AuthMode>> = {
	load: 'NONE',
	menu: 'FULL',
	rpc: 'FULL',
	trigger: 'LIMITED',
	customFunction: 'CUSTOM_FUNCTION',
};
