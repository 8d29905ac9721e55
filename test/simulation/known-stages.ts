/**
 * The stage list as it stands in its sheet, read without the product's code after every change of it: a name or alias that was there between two
 * looks is known as well.
 */
import type { StoredCell } from '../../workbench/host/store.ts';
import { cellWords, sameKey } from './truth.ts';

export interface TrueStage {
	/** '' where the sheet shows none and no former name tells. */
	readonly id: string;
	/** The sheet shows no id of its own: the add-on makes one of the name. */
	readonly isKnownByName: boolean;
	/** The first one is the name, the others are aliases. */
	readonly names: readonly string[];
}

type ReadStage = Pick<TrueStage, 'id' | 'names'>;

/** 0-based columns of the sheet, by its headings; absent where somebody took the column away. */
export function stageColumns(headings: readonly StoredCell[] | undefined): ReadonlyMap<string, number> {
	return new Map((headings ?? []).map((cell, column) => [cellWords(cell), column]));
}

export class KnownStages {
	list: readonly TrueStage[] = [];
	/** Every name that a stage ever had, by its id. */
	private readonly everNames = new Map<string, Set<string>>();
	/** The same for stages without an id, by their name. */
	private readonly unnumbered = new Map<string, Set<string>>();
	hasIds = true;

	/** @param lines the sheet with its headings */
	look(lines: readonly (readonly StoredCell[])[]): void {
		const columns = stageColumns(lines[0]);
		const word = (line: readonly StoredCell[], heading: string): string => {
			const column = columns.get(heading);
			return column === undefined ? '' : cellWords(line[column]);
		};
		this.hasIds = columns.has('ID');
		const read = lines
			.slice(1)
			.filter((line) => word(line, 'Name') !== '')
			.map((line) => ({
				id: word(line, 'ID').trim(),
				names: [word(line, 'Name'), ...word(line, 'Aliases').split(';')].map(sameKey).filter((name) => name !== ''),
			}));
		this.list = read.map((stage) => {
			const id = this.ownId(stage, read);
			return { ...stage, id, isKnownByName: id === '' || stage.id === '' };
		});
		for (const { id, names } of this.list) {
			const [map, key] = id === '' ? [this.unnumbered, names[0] ?? ''] : [this.everNames, id];
			const ever = map.get(key) ?? new Set();
			for (const name of names) ever.add(name);
			map.set(key, ever);
		}
	}

	/** Were both texts ever names of one stage, or the text one of the stage with this id? @param logged the name under which it was logged */
	wereEverOne(text: string, logged: string, id: string): boolean {
		const [some, other] = [sameKey(text), sameKey(logged)];
		return (
			this.everNames.get(id)?.has(some) === true ||
			[...this.everNames.values(), ...this.unnumbered.values()].some((ever) => ever.has(some) && ever.has(other))
		);
	}

	/** A copied row shows the id of its original, which is the one whose name is known. */
	private ownId({ id, names: [name = ''] }: ReadStage, all: readonly ReadStage[]): string {
		if (id === '') return [...this.everNames].find(([, ever]) => ever.has(name))?.[0] ?? '';
		const isShared = all.filter((other) => other.id === id).length > 1;
		return isShared && this.everNames.get(id)?.has(name) === false ? '' : id;
	}

	/** Position of the stage in the list; -1: none. */
	positionOf(text: string): number {
		const key = sameKey(text);
		const byName = this.list.findIndex(({ names }) => names[0] === key);
		return byName >= 0 ? byName : this.list.findIndex(({ names }) => names.includes(key));
	}
}
