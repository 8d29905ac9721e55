/** Plays the walks under given settings and tells what went otherwise than under the usual ones. */
import type { Doubts } from '../../workbench/host/doubts.ts';
import { USUAL_DOUBTS } from '../../workbench/host/doubts.ts';
import type { BundleSource } from '../simulation/bundle-copy.ts';
import { formulasWalk, logWalk, newcomersWalk, type Walk, walkWithoutProperties } from './walks.ts';

interface Route {
	readonly name: string;
	readonly walk: Walk;
	readonly zone: string;
	readonly locale: string;
}

/** Zones without a name and with skipped midnights; with and without a decimal comma. */
const ROUTES: readonly Route[] = [
	{ name: "the newcomer's walk", walk: newcomersWalk, zone: 'GMT-03:30', locale: 'de_DE' },
	{ name: 'the walk of the log', walk: logWalk, zone: 'GMT-03:30', locale: 'en_US' },
	{ name: "the formulas' walk with a decimal comma", walk: formulasWalk, zone: 'America/Santiago', locale: 'de_DE' },
	{ name: "the formulas' walk with a decimal point", walk: formulasWalk, zone: 'America/Santiago', locale: 'en_US' },
];

export const ROUTE_NAMES = ROUTES.map(({ name }) => name);

/** What each walk shows under the usual settings, by its name. */
export type Baseline = ReadonlyMap<string, string>;

export function baselineOf(code: BundleSource): Baseline {
	return new Map(
		ROUTES.map(({ name, walk, zone, locale }) => [
			name,
			JSON.stringify(walk({ code, doubts: USUAL_DOUBTS, zone, locale })),
		]),
	);
}

export class Walks {
	private readonly code: BundleSource;
	private readonly usual: Baseline;
	passed = 0;

	/** @param usual of a bundle whose walks are known to be right, where `code` is a broken one */
	constructor(code: BundleSource, usual: Baseline = baselineOf(code)) {
		this.code = code;
		this.usual = usual;
	}

	/** One line for each walk that fails or ends otherwise; empty when all pass. */
	play(doubts: Doubts): string[] {
		if (doubts.documentProperties === 'null') {
			const told = this.attempt(
				() => void walkWithoutProperties({ code: this.code, doubts, zone: 'UTC', locale: 'en_US' }),
			);
			return told === '' ? [] : [`without properties: ${told}`];
		}
		return ROUTES.flatMap(({ name, walk, zone, locale }) => {
			const told = this.attempt(() => {
				const seen = JSON.stringify(walk({ code: this.code, doubts, zone, locale }));
				if (seen !== this.usual.get(name)) throw new Error(difference(this.usual.get(name) ?? '', seen));
			});
			return told === '' ? [] : [`${name}: ${told}`];
		});
	}

	private attempt(walk: () => void): string {
		try {
			walk();
			this.passed++;
			return '';
		} catch (thrown) {
			return String((thrown as { message?: unknown } | null)?.message ?? thrown);
		}
	}
}

/** The first place where two texts differ. */
function difference(usual: string, seen: string): string {
	let at = 0;
	while (at < usual.length && usual[at] === seen[at]) at++;
	const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
	return `ends otherwise: …${around(seen)}… instead of …${around(usual)}…`;
}
