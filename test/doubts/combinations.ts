/** Which settings of the doubts are played together: each alone, each pair of settings in at least one run, and drawn ones. */
import {
	DOUBT_IDS,
	DOUBTS,
	type DoubtId,
	type Doubts,
	PAGE_DOUBTS,
	USUAL_DOUBTS,
} from '../../workbench/host/doubts.ts';
import { Dice } from '../simulation/dice.ts';

/** Without document properties there is nothing to walk through: that setting is played alone. */
const APART: readonly DoubtId[] = [...PAGE_DOUBTS, 'documentProperties'];

const TOGETHER = DOUBT_IDS.filter((id) => !APART.includes(id));

type Setting = readonly [DoubtId, string];

const withSettings = (settings: readonly Setting[]): Doubts =>
	({ ...USUAL_DOUBTS, ...Object.fromEntries(settings) }) as Doubts;

/** Every setting that is not the usual one, by itself. */
export function singleSwitches(): readonly {
	readonly id: DoubtId;
	readonly setting: string;
	readonly doubts: Doubts;
}[] {
	return DOUBT_IDS.filter((id) => !PAGE_DOUBTS.includes(id)).flatMap((id) =>
		DOUBTS[id].settings.slice(1).map((setting) => ({ id, setting, doubts: withSettings([[id, setting]]) })),
	);
}

const pairOf = (one: Setting, other: Setting): string => `${one.join(' ')} & ${other.join(' ')}`;

function pairsOf(settings: readonly Setting[]): string[] {
	return settings.flatMap((one, at) => settings.slice(at + 1).map((other) => pairOf(one, other)));
}

/** Every pair of settings of two doubts. */
export function allPairs(): ReadonlySet<string> {
	const pairs = new Set<string>();
	TOGETHER.forEach((one, at) => {
		for (const other of TOGETHER.slice(at + 1))
			for (const a of DOUBTS[one].settings)
				for (const b of DOUBTS[other].settings) pairs.add(pairOf([one, a], [other, b]));
	});
	return pairs;
}

/** The pairs that these runs play. */
export function pairsIn(runs: readonly Doubts[]): ReadonlySet<string> {
	return new Set(runs.flatMap((doubts) => pairsOf(TOGETHER.map((id): Setting => [id, doubts[id]]))));
}

/** Few runs in which every pair of settings is played: each doubt in turn gets the setting that plays most pairs that are still open. */
export function pairwise(): readonly Doubts[] {
	const open = new Set(allPairs());
	const runs: Doubts[] = [];
	while (open.size > 0) {
		const chosen: Setting[] = [];
		for (const id of TOGETHER) {
			const gain = (setting: string): number =>
				chosen.filter((before) => open.has(pairOf(before, [id, setting]))).length +
				// Before anything is chosen, the setting with most open pairs.
				(chosen.length === 0 ? [...open].filter((pair) => pair.startsWith(`${id} ${setting} &`)).length : 0);
			const best = [...DOUBTS[id].settings].sort((a, b) => gain(b) - gain(a))[0] as string;
			chosen.push([id, best]);
		}
		const played = pairsOf(chosen).filter((pair) => open.delete(pair));
		// No greedy choice plays a pair that is left: it is played by itself.
		const left = played.length === 0 ? [...open][0] : undefined;
		if (left !== undefined) {
			open.delete(left);
			chosen.push(...left.split(' & ').map((part) => part.split(/ (.*)/u).slice(0, 2) as unknown as Setting));
		}
		runs.push(withSettings(chosen));
	}
	return runs;
}

/** Combinations by chance, the same for the same seed. */
export function drawn(count: number, seed: number): readonly Doubts[] {
	const dice = new Dice(seed);
	return Array.from({ length: count }, () =>
		withSettings(TOGETHER.map((id): Setting => [id, dice.pick(DOUBTS[id].settings)])),
	);
}
