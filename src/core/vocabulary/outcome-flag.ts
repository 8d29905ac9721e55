/**
 * Columns of yes and no that say how a deal ended: `Is Won`, `Converted`, `IsClosed`.
 * Yes is an answer; no is none, because a deal that is not won may be open as well as lost.
 */
import { type Cell, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import { plainHeading } from './heading-key.ts';

const OWN = '(?:(?:hs|deal|opportunity|opp|lead|customer|is|was|has|flag|closed) )*';
const END = '(?: flag| yn| y/n)?$';
const WON = new RegExp(`^${OWN}(?:won|win|convert(?:ed)?|conversion|sold|purchased?|enrolled|hired)${END}`, 'u');
const CLOSED = new RegExp(`^(?:(?:hs|deal|opportunity|opp|is) )*closed${END}`, 'u');
const YES = /^(?:true|t|yes|y|1|ja|oui|sí|si|sim|да|是|はい|예)$/u;
const NO = /^(?:false|f|no|n|0|nein|non|não|нет|否|いいえ|아니요)$/u;

/** Null for a cell that is neither yes nor no. */
export function flagValue(cell: Cell | undefined): boolean | null {
	if (isBlank(cell)) return null;
	const key = textKey(cellText(cell));
	return YES.test(key) ? true : NO.test(key) ? false : null;
}

/** The heading asks whether the deal is won; whether its cells answer yes or no is for the caller to see. */
export function isWonFlag(heading: string): boolean {
	return WON.test(plainHeading(heading));
}

/** The heading asks whether the deal is closed, won or lost. */
export function isClosedFlag(heading: string): boolean {
	return CLOSED.test(plainHeading(heading));
}
