/**
 * The parts that every contract between server and page shares: the answer, the language, a stage being edited. Types
 * only.
 */
import type { StageEdit } from './request-shape.ts';

export type Language = 'en' | 'zh-CN';

/** Every answer: data, or a failure with a code, a text in the user's language and, where there is one, what to do. */
export type Answer<T> =
	| { readonly ok: true; readonly data: T }
	| {
			readonly ok: false;
			readonly code: string;
			readonly text: string;
			/** `choose-columns`, `retry`, `reload`, `reset`, `set-up`: the one action that helps. */
			readonly action: 'choose-columns' | 'retry' | 'reload' | 'reset' | 'set-up' | null;
	  };

export interface StageDraft extends StageEdit {
	/** Deals in the sheet with this stage. */
	readonly deals: number;
}

export interface Recording {
	/** `noIds`: no deal has an id of its own; `off`: not begun; `behind`: the history sheet cannot be written or read. */
	readonly state: 'on' | 'off' | 'noIds' | 'behind';
	/** Deals without an id of their own, whose changes are not recorded. */
	readonly leftOut: number;
}

/**
 * What a back-fill can be made of: per-stage date columns (`sheetId` null) or another sheet with deal, stage and time.
 */
export interface HistorySource {
	readonly sheetId: number | null;
	readonly name: string;
	readonly rows: number;
}
