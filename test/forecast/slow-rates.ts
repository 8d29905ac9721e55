/** What a plain table teaches on a day, counted day by day and deal by deal from the definition alone. Not here: the forecast made of it (slow-forecast.ts). */

/** Days since 1970-01-01 throughout. A table for it is clean: every deal has a creation day, every end a closing day, amounts are whole numbers. */
export interface PlainDeal {
	readonly id: string;
	readonly stage: string;
	readonly amount: number | null;
	readonly created: number;
	readonly closed: number | null;
	readonly owner: string;
	/** Every change with its day, the creation first; several on a day stand in order. */
	readonly changes: readonly { readonly day: number; readonly stage: string }[];
}

export interface PlainTable {
	readonly deals: readonly PlainDeal[];
	readonly open: readonly { readonly name: string; readonly probability: number }[];
	readonly asOf: number;
	readonly periods: number;
	readonly months: 1 | 3;
	readonly mode: 'tilt' | 'stage' | 'age' | 'rate';
	readonly target: number;
}

export type State = number | 'won' | 'lost' | 'away' | 'absent';

export const dayAt = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / 86_400_000;
export const dateOf = (day: number): Date => new Date(day * 86_400_000);
export const textOf = (day: number): string => dateOf(day).toISOString().slice(0, 10);
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const endOf = ({ stage, closed }: PlainDeal): { won: boolean; day: number } | null =>
	closed === null || !['Won', 'Lost'].includes(stage) ? null : { won: stage === 'Won', day: closed };

/** What the sheet says of a deal on the evening of a day. */
export function stateOn(table: PlainTable, deal: PlainDeal, day: number): State {
	const end = endOf(deal);
	if (deal.created > day) return 'absent';
	if (end !== null && end.day <= day) return end.won ? 'won' : 'lost';
	if (table.mode !== 'stage') return 0;
	const last = deal.changes.filter((change) => change.day <= day).at(-1)?.stage ?? '';
	if (last === 'Won' || last === 'Lost') return last === 'Won' ? 'won' : 'lost';
	const place = table.open.findIndex(({ name }) => name === last);
	return place < 0 ? 'away' : place;
}

export interface Learned {
	readonly from: number;
	readonly days: number;
	readonly rule: number;
	readonly firstEnd: number;
	readonly wins: number;
	readonly amounts: number[];
	readonly support: number[];
	readonly factors: number[];
	readonly created: number;
	readonly start: number[];
	readonly rateOf: (state: number, spent: number, exit: State) => number;
}

function winsIn(table: PlainTable, first: number, last: number): PlainDeal[] {
	return table.deals.filter((deal) => {
		const end = endOf(deal);
		return end?.won === true && end.day >= first && end.day <= last;
	});
}

export function learn(table: PlainTable, asOf: number): Learned | null {
	const { deals, mode } = table;
	const ends = deals.flatMap((deal) => endOf(deal)?.day ?? []).filter((day) => day <= table.asOf);
	const firstEnd = Math.min(...ends);
	if (firstEnd > asOf) return null;
	const firstSeen = mode === 'stage' ? Math.min(...deals.map(({ changes }) => changes[0]?.day ?? asOf)) : firstEnd;
	const earliest = Math.max(firstEnd, firstSeen);
	const rule = [91, 182, 364, 728].find((length) => winsIn(table, asOf - length + 1, asOf).length >= 100) ?? 1456;
	const from = Math.max(asOf - rule + 1, earliest);
	const days = asOf - from + 1;
	const won = winsIn(table, from, asOf);
	const states = mode === 'rate' ? 0 : mode === 'stage' ? table.open.length : 1;
	const key = (state: State, spent: number, exit: State): string => `${state} ${spent} ${exit}`;
	const counts = new Map<string, number>();
	const count = (...of: [State, number, State]): void => void counts.set(key(...of), (counts.get(key(...of)) ?? 0) + 1);
	const seen = (...of: [State, number, State]): number => counts.get(key(...of)) ?? 0;
	let longest = 0;
	const walk = (visit: (day: number, state: number, spent: number, after: State) => void): void => {
		for (const deal of deals) {
			let state = stateOn(table, deal, deal.created);
			let entered = deal.created;
			for (let day = deal.created + 1; day <= asOf && states > 0; day++) {
				const after = stateOn(table, deal, day);
				if (typeof state === 'number') visit(day, state, day - entered, after);
				if (after !== state) entered = day;
				state = after;
			}
		}
	};
	walk((day, state, spent, after) => {
		if (day < from) return;
		count(state, spent, 'absent');
		longest = Math.max(longest, spent);
		if (after !== state && after !== 'away') count(state, spent, after);
	});
	const spans = Array.from({ length: longest }, (_, i) => i + 1);
	const support = Array.from({ length: states }, (_, state) =>
		Math.max(0, ...spans.filter((spent) => seen(state, spent, 'absent') >= 5)),
	);
	const rateOf = (state: number, spent: number, exit: State): number => {
		const last = support[state] ?? 0;
		if (spent <= last)
			return seen(state, spent, 'absent') === 0 ? 0 : seen(state, spent, exit) / seen(state, spent, 'absent');
		const beyond = (after: number, kind: State): number =>
			sum(spans.filter((own) => own > after).map((own) => seen(state, own, kind)));
		const start = beyond(last, 'absent') < 30 ? Math.floor(0.75 * last) : last;
		return beyond(start, 'absent') === 0 ? 0 : beyond(start, exit) / beyond(start, 'absent');
	};
	const known = new Map<string, number>();
	const remembered = (state: number, spent: number, exit: State): number => {
		const at = key(state, Math.min(spent, (support[state] ?? 0) + 1), exit);
		const rate = known.get(at) ?? rateOf(state, spent, exit);
		known.set(at, rate);
		return rate;
	};
	const first = Math.max(earliest, asOf - 729);
	const [came, due] = [
		[0, 0, 0],
		[0, 0, 0],
	];
	const put = (to: number[], day: number, value: number): void => {
		const month = dateOf(day).getUTCMonth() % 3;
		to[month] = (to[month] ?? 0) + value;
	};
	if (states === 0) for (let day = first; day <= asOf; day++) put(due, day, won.length / days);
	if (states === 0) for (const deal of winsIn(table, first, asOf)) put(came, deal.closed ?? 0, 1);
	walk((day, state, spent, after) => {
		if (day < first) return;
		put(due, day, remembered(state, spent, 'won'));
		if (after === 'won') put(came, day, 1);
	});
	const ratio = sum(came) / sum(due);
	const factors = came.map((wins, month) =>
		asOf - first + 1 < 182 || !Number.isFinite(ratio) ? 1 : (wins + 20) / (ratio * (due[month] ?? 0) + 20),
	);
	const fresh = deals.filter(({ created }) => created >= from && created <= asOf);
	const starts = fresh.map((deal) => stateOn(table, deal, deal.created));
	const kinds: State[] = [...Array.from({ length: states }, (_, state) => state), 'won', 'lost'];
	const start = kinds.map((kind) =>
		fresh.length === 0 ? 0 : starts.filter((state) => state === kind).length / fresh.length,
	);
	const amounts = won.flatMap(({ amount }) => amount ?? []);
	return {
		from,
		days,
		rule,
		firstEnd,
		wins: won.length,
		amounts,
		support,
		factors,
		created: fresh.length,
		start,
		rateOf: remembered,
	};
}
