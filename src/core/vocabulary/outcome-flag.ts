/**
 * Columns of yes and no that say how a deal ended: `Is Won`, `Converted`, `IsClosed`.
 * Yes is an answer; no is none, because a deal that is not won may be open as well as lost.
 */
import { withoutAccents } from '../cells/accents.ts';
import { type Cell, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import { plainHeading } from './heading-key.ts';
import type { FlagWords } from './languages/language.ts';
import { patternFrom, wholeOf, wordsOf } from './word-lists.ts';

const END = '(?: flag| yn| y/n)?';
/** A heading that asks about the deal, in front of it only words that say nothing: `Is won`, `Deal closed?`. */
const asks = (pick: (flags: FlagWords) => string | undefined): (() => RegExp) =>
	patternFrom(
		() => `^(?:(?:${wordsOf(({ flags }) => flags.own)}) ?)*(?:${wordsOf(({ flags }) => pick(flags))})${END}$`,
	);
const ASKS = {
	won: asks(({ won }) => won),
	lost: asks(({ lost }) => lost),
	closed: asks(({ closed }) => closed),
	active: asks(({ active }) => active),
	archived: asks(({ archived }) => archived),
};
const YES = wholeOf(({ flags }) => flags.yes);
const NO = wholeOf(({ flags }) => flags.no);

/** What a yes in the column says about the deal. */
export type OutcomeFlag = keyof typeof ASKS;

/**
 * The question that a heading asks with yes and no; null for none. Whether the cells answer it is for the caller to
 * see.
 */
export function outcomeFlagOf(heading: string): OutcomeFlag | null {
	const plain = plainHeading(heading);
	return (Object.keys(ASKS) as OutcomeFlag[]).find((flag) => ASKS[flag]().test(plain)) ?? null;
}

/** Null for a cell that is neither yes nor no. */
export function flagValue(cell: Cell | undefined): boolean | null {
	if (isBlank(cell)) return null;
	const key = withoutAccents(textKey(cellText(cell)));
	return YES().test(key) ? true : NO().test(key) ? false : null;
}

/** The heading asks whether the deal is won; whether its cells answer yes or no is for the caller to see. */
export function isWonFlag(heading: string): boolean {
	return ASKS.won().test(plainHeading(heading));
}

/** The heading asks whether the deal is closed, won or lost. */
export function isClosedFlag(heading: string): boolean {
	return ASKS.closed().test(plainHeading(heading));
}
