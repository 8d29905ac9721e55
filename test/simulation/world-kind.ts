/** What is special about the document of a seed. Every fourth one is plain; the others mix what people have in their files. */
import { Dice } from './dice.ts';

export interface WorldKind {
	/** Settings are switched while others work: the editor recorded or not, the ids (and with them the history) off and on, the theme. */
	readonly isSwitched: boolean;
	/** The deals are filled by one formula: no edit events, and nothing may be written into them. */
	readonly isFed: boolean;
	/** A second deal sheet with the same ids; one at a time is set up. */
	readonly hasTwoTables: boolean;
	/** Columns of our own sheets are taken away by hand. */
	readonly isNarrow: boolean;
	/** The stage list is also edited in its sheet: rows copied, aliases and rules typed. */
	readonly isListTyped: boolean;
	/** A flush under the lock fails more often. */
	readonly isFlaky: boolean;
}

export const PLAIN: WorldKind = {
	isSwitched: false,
	isFed: false,
	hasTwoTables: false,
	isNarrow: false,
	isListTyped: false,
	isFlaky: false,
};

export function kindOfWorld(seed: number): WorldKind {
	const dice = new Dice(seed ^ 0x2f6e_2b1d);
	if (dice.isLucky(0.25)) return PLAIN;
	return {
		isSwitched: dice.isLucky(0.45),
		isFed: dice.isLucky(0.25),
		hasTwoTables: dice.isLucky(0.4),
		isNarrow: dice.isLucky(0.4),
		isListTyped: dice.isLucky(0.45),
		isFlaky: dice.isLucky(0.4),
	};
}
