/**
 * The same figures a second time, deal by deal and straight from their definitions, with none of the core's code.
 * Slow on purpose: it filters and sorts again for each figure.
 */
import type { Figures } from './figures.ts';
import { AS_OF, CHANCES, FUNNEL, LOST, PARKED, type RandomDeal, type RandomTable } from './random-table.ts';

const WON = 3;
const LISTED = [...FUNNEL, LOST, PARKED];

interface Visit {
	/** Place in LISTED. */
	readonly stage: number;
	readonly day: number;
}

/** A deal with what its history says. */
interface Story {
	readonly deal: RandomDeal;
	readonly visits: readonly Visit[];
	/** Place in LISTED; -1 blank, -2 unlisted. */
	readonly now: number;
	readonly furthest: number;
	readonly touched: ReadonlySet<number>;
}

type Duration = { readonly days: number; readonly end: 'cause' | 'competing' | 'still' };

const place = (text: string): number => {
	const name = text.trim().toLowerCase();
	return name === ''
		? -1
		: ((found) => (found < 0 ? -2 : found))(LISTED.findIndex((stage) => stage.toLowerCase() === name));
};
/** On one day forward first, then parked, the loss last. */
const order = (stage: number): number => (stage === 4 ? 9 : stage === 5 ? 8 : stage);
const isEnd = (stage: number): boolean => stage === WON || stage === 4;

function visitsOf({ changes }: RandomTable, id: string): Visit[] {
	const own = changes
		.filter((change) => change.id === id && change.day !== null && place(change.stage) >= 0)
		.map((change): Visit => ({ stage: place(change.stage), day: change.day as number }))
		.sort((a, b) => a.day - b.day || order(a.stage) - order(b.stage));
	return own.filter((visit, i) => i === 0 || visit.stage !== (own[i - 1] as Visit).stage);
}

function storyOf(table: RandomTable, d: number): Story {
	const deal = table.deals[d] as RandomDeal;
	const isFirst = deal.id !== '' && table.deals.findIndex(({ id }) => id === deal.id) === d;
	const all = isFirst ? visitsOf(table, deal.id) : [];
	const visits = all.filter(({ day }) => day <= AS_OF);
	const now = visits.length < all.length ? (visits[visits.length - 1]?.stage ?? -1) : place(deal.stage);
	const touched = new Set(visits.filter(({ stage }) => stage <= WON).map(({ stage }) => stage));
	const noted = place(deal.lostFrom);
	if (touched.size === 0 && visits.length === all.length && noted >= 0 && noted < WON) touched.add(noted);
	if (now >= 0 && now <= WON) touched.add(now);
	let furthest = Math.max(-1, ...touched);
	if (furthest === -1 && now >= 0) furthest = 0;
	return { deal, visits, now, furthest: furthest === WON && now !== WON ? WON - 1 : furthest, touched };
}

const quantile = (values: readonly number[], p: number): number | null => {
	const sorted = [...values].sort((a, b) => a - b);
	if (sorted.length === 0) return null;
	const at = (sorted.length - 1) * p;
	const low = sorted[Math.floor(at)] as number;
	return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] as number) - low);
};
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : total(values) / values.length);
const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);

/** Chance of the cause by a day: each moment's share of those at risk, over all durations again for each moment. */
function incidence(durations: readonly Duration[], limit: number): number | null {
	const cases = durations.filter(({ days }) => days >= 0);
	if (cases.length === 0) return null;
	const moments = [...new Set(cases.filter(({ end }) => end !== 'still').map(({ days }) => days))].sort(
		(a, b) => a - b,
	);
	let running = 1;
	let chance = 0;
	for (const moment of moments.filter((time) => time <= limit)) {
		const atRisk = cases.filter(({ days }) => days >= moment).length;
		const ended = (end: string): number => cases.filter((one) => one.days === moment && one.end === end).length;
		chance += (running * ended('cause')) / atRisk;
		running -= (running * (ended('cause') + ended('competing'))) / atRisk;
	}
	return chance;
}

/** Kaplan–Meier median in whole fractions: the first day by which half have left, halfway to the next when exactly half have. */
function medianStay(durations: readonly Duration[]): number | null {
	const cases = durations.filter(({ days }) => days >= 0);
	const moments = [...new Set(cases.filter(({ end }) => end !== 'still').map(({ days }) => days))].sort(
		(a, b) => a - b,
	);
	let stay = 1;
	for (const [i, moment] of moments.entries()) {
		const atRisk = cases.filter(({ days }) => days >= moment).length;
		stay -= (stay * cases.filter((one) => one.days === moment && one.end !== 'still').length) / atRisk;
		if (stay > 0.5 + 1e-9) continue;
		const next = moments[i + 1];
		return Math.abs(stay - 0.5) < 1e-9 && next !== undefined ? (moment + next) / 2 : moment;
	}
	return null;
}

/** When a win or loss that holds now happened; NaN when nothing tells it. */
function endOf({ deal, visits, now }: Story): number {
	const last = visits[visits.length - 1];
	if (last !== undefined && last.stage === now) return last.day;
	if (deal.closed === null || deal.closed > AS_OF) return Number.NaN;
	return last === undefined ? deal.closed : Math.max(deal.closed, last.day);
}

const enteredOf = (story: Story, rank: number): number => {
	const visit = story.visits.find(({ stage }) => stage <= WON && stage >= rank);
	if (visit !== undefined) return visit.day;
	// A won deal whose history stops earlier passed the rest when it closed; one without any history says nothing.
	return story.now === WON && story.visits.some(({ stage }) => stage <= WON) ? endOf(story) : Number.NaN;
};

function passing(story: Story, rank: number, target: number): Duration {
	const entry = enteredOf(story, rank);
	if (story.furthest >= target) return { days: enteredOf(story, target) - entry, end: 'cause' };
	if (story.now === 4) return { days: endOf(story) - entry, end: 'competing' };
	return { days: story.now < 0 ? Number.NaN : AS_OF - entry, end: 'still' };
}

function winning(story: Story): Duration {
	const { deal, now } = story;
	const end = now === WON ? 'cause' : now === 4 ? 'competing' : 'still';
	if (now < 0) return { days: Number.NaN, end };
	const until = end === 'still' ? AS_OF : (deal.closed ?? Number.NaN);
	const days = Math.min(until, AS_OF) - (deal.created ?? Number.NaN);
	// Opened again since, and closed later: the ending that the history knows held at that day.
	const isEarlierEnd = end !== 'still' && until > AS_OF && endOf(story) <= AS_OF;
	if (!Number.isNaN(days) && !isEarlierEnd) return { days, end: until > AS_OF ? 'still' : end };
	return { days: (end === 'still' ? AS_OF : endOf(story)) - enteredOf(story, 0), end };
}

/** Days in a stage, all visits together; NaN when it was never there or nobody knows when it left. */
function stay(story: Story, rank: number): Duration {
	const { visits, now } = story;
	const own = visits.map((visit, i) => ({ visit, next: visits[i + 1] })).filter(({ visit }) => visit.stage === rank);
	const end = now === rank ? 'still' : 'cause';
	if (own.length === 0) return { days: Number.NaN, end };
	const left = isEnd(now) ? endOf(story) : now === rank ? AS_OF : Number.NaN;
	return { days: total(own.map(({ visit, next }) => (next?.day ?? left) - visit.day)), end };
}

export function bruteForceFigures(table: RandomTable): Figures {
	const figures = new Map<string, number | null>();
	const stories = table.deals.map((_, d) => storyOf(table, d));
	const set = (name: string, value: number | null): void => void figures.set(name, value);
	const count = (keeps: (story: Story) => boolean, among = stories): number => among.filter(keeps).length;
	const amounts = (keeps: (story: Story) => boolean): number[] =>
		stories.filter(keeps).flatMap(({ deal }) => (deal.amount === null ? [] : [deal.amount]));
	const sum = (values: readonly number[]): number | null => (values.length === 0 ? null : total(values));
	const isWon = ({ now }: Story): boolean => now === WON;
	const isClosed = ({ now }: Story): boolean => isEnd(now);
	const isOpen = ({ now }: Story): boolean => now >= 0 && now < WON;

	LISTED.forEach((name, stage) => {
		set(
			`now ${name.toLowerCase()}`,
			count(({ now }) => now === stage),
		);
		set(`amount ${name.toLowerCase()}`, sum(amounts(({ now }) => now === stage)));
	});
	for (const [name, code] of [
		['unknown stage', -2],
		['no stage', -1],
	] as const) {
		if (count(({ now }) => now === code) === 0) continue;
		set(
			`now ${name}`,
			count(({ now }) => now === code),
		);
		set(`amount ${name}`, sum(amounts(({ now }) => now === code)));
	}
	FUNNEL.forEach((name, rank) => {
		const key = name.toLowerCase();
		set(
			`reached ${key}`,
			count(({ furthest }) => furthest >= rank),
		);
		set(`amount reached ${key}`, sum(amounts(({ furthest }) => furthest >= rank)));
		if (rank === WON) return;
		const rate = (of: (story: Story, at: number) => boolean): number | null =>
			ratio(
				count((story) => of(story, rank + 1)),
				count((story) => of(story, rank)),
			);
		const moved = count(({ visits }) =>
			visits.some((visit, i) => visit.stage === rank && visits[i + 1]?.stage === rank + 1),
		);
		set(
			`conversion reached ${key}`,
			rate(({ furthest }, at) => furthest >= at),
		);
		set(
			`conversion snapshot ${key}`,
			rate(({ now }, at) => now === at),
		);
		set(
			`conversion touched ${key}`,
			rate(({ touched }, at) => touched.has(at)),
		);
		set(
			`conversion strict ${key}`,
			rate(({ touched }, at) => [0, 1, 2, 3].slice(0, at + 1).every((each) => touched.has(each))),
		);
		set(
			`conversion closed ${key}`,
			rate((story, at) => isClosed(story) && story.furthest >= at),
		);
		set(
			`conversion direct ${key}`,
			ratio(
				moved,
				count(({ touched }) => touched.has(rank)),
			),
		);
		set(
			`conversion resolved ${key}`,
			incidence(
				stories.map((story) => passing(story, rank, rank + 1)),
				Number.POSITIVE_INFINITY,
			),
		);
		const stays = stories.map((story) => stay(story, rank)).filter(({ days }) => !Number.isNaN(days));
		const left = stays.filter(({ end }) => end !== 'still').map(({ days }) => days);
		set(`days median ${key}`, medianStay(stays));
		set(`days mean ${key}`, mean(left));
		set(`days completed ${key}`, quantile(left, 0.5));
		set(`still there ${key}`, stays.length - left.length);
	});
	set(
		'conversion two steps',
		ratio(
			count(({ furthest }) => furthest >= 2),
			count(({ furthest }) => furthest >= 0),
		),
	);
	set(
		'conversion resolved to won',
		incidence(
			stories.map((story) => passing(story, 0, WON)),
			Number.POSITIVE_INFINITY,
		),
	);

	const won = count(isWon);
	const all = ratio(won, stories.length);
	const closed = ratio(won, count(isClosed));
	set('win rate all', all);
	set('win rate closed', closed);
	const closedAmount = total(amounts(isClosed));
	set('win rate value', closedAmount <= 0 ? null : total(amounts(isWon)) / closedAmount);
	set('win rate resolved', incidence(stories.map(winning), Number.POSITIVE_INFINITY));
	set('win rate within 30', incidence(stories.map(winning), 30));
	const rateOf = (among: readonly Story[]): number | null => ratio(count(isWon, [...among]), among.length);
	const owner = ({ deal }: Story): string => deal.owner.toLowerCase();
	set('win rate of ann', rateOf(stories.filter((story) => owner(story) === 'ann')));
	const bens = stories.filter((story) => owner(story) === 'ben' && story.deal.reason.toLowerCase() === 'price');
	set('closed win rate of ben, price', rateOf(bens.filter(isClosed)));
	const monthOf = (day: number | null): string =>
		day === null ? '' : new Date(day * 86_400_000).toISOString().slice(0, 7);
	set('win rate 2026-02', rateOf(stories.filter(({ deal }) => monthOf(deal.created) === '2026-02')));
	set(
		'win rate 2026-q1 closed',
		rateOf(
			stories.filter(
				(story) => isClosed(story) && ['2026-01', '2026-02', '2026-03'].includes(monthOf(story.deal.closed)),
			),
		),
	);
	set(
		'win rate last 45 days',
		rateOf(stories.filter(({ deal }) => deal.created !== null && deal.created <= AS_OF && deal.created > AS_OF - 45)),
	);
	for (const name of new Set(stories.map(owner))) {
		const own = stories.filter((story) => owner(story) === name);
		set(`win rate by owner ${name}`, rateOf(own));
		set(`deals by owner ${name}`, own.length);
	}
	for (const month of new Set(stories.map(({ deal }) => monthOf(deal.created))))
		set(
			`closed win rate by month ${month}`,
			rateOf(stories.filter((story) => monthOf(story.deal.created) === month && isClosed(story))),
		);
	for (const month of new Set(stories.filter(isClosed).map(({ deal }) => monthOf(deal.closed))))
		set(
			`deals by closing month ${month}`,
			count((story) => isClosed(story) && monthOf(story.deal.closed) === month),
		);

	const cycles = (keeps: (story: Story) => boolean): number[] =>
		stories
			.filter((story) => keeps(story) && (story.deal.closed ?? Number.NaN) <= AS_OF)
			.map(({ deal }) => (deal.closed ?? Number.NaN) - (deal.created ?? Number.NaN))
			.filter((days) => days >= 0);
	for (const [name, keeps] of [
		['cycle', isWon],
		['closed cycle', isClosed],
	] as const) {
		set(`${name} mean`, mean(cycles(keeps)));
		set(`${name} median`, quantile(cycles(keeps), 0.5));
		set(`${name} p90`, quantile(cycles(keeps), 0.9));
	}
	for (const [name, keeps] of [
		['won', isWon],
		['open', isOpen],
		['all', () => true],
	] as const) {
		set(`size ${name} mean`, mean(amounts(keeps)));
		set(`size ${name} median`, quantile(amounts(keeps), 0.5));
	}
	const velocity = (deals: number, rate: number | null): number | null => {
		const [size, cycle] = [mean(amounts(isWon)), mean(cycles(isWon))];
		return rate === null || size === null || cycle === null || cycle === 0 ? null : (deals * rate * size) / cycle;
	};
	set('velocity', velocity(count(isOpen), closed));
	set('velocity all', velocity(stories.length, all));
	set(
		'weighted',
		sum(
			stories
				.filter((story) => isOpen(story) && story.deal.amount !== null)
				.map(({ deal, now }) => (deal.amount as number) * (CHANCES[now] as number)),
		),
	);

	const lost = stories.filter(({ now }) => now === 4);
	const reason = ({ deal }: Story): string => deal.reason.toLowerCase();
	for (const name of new Set([...lost.map(reason), ''])) {
		const own = lost.filter((story) => reason(story) === name);
		const label = name === '' ? 'no reason given' : name;
		set(`reason deals ${label}`, own.length);
		set(`reason share ${label}`, ratio(own.length, lost.length));
		set(`reason amount ${label}`, sum(own.flatMap(({ deal }) => (deal.amount === null ? [] : [deal.amount]))));
	}
	return figures;
}
