/**
 * The order of the open stages, decided over all pairs together from every source at once, and where it rests on too
 * little or is contradicted.
 * Not here: the sources (order-rules.ts), the solution (linear-order.ts).
 */
import { existing } from '../speed/existing.ts';
import { bestOrder } from './linear-order.ts';
import { ORDER_RULES, type OrderInput, type OrderReason } from './order-rules.ts';

/** Two stages in a row whose order is not plain. */
export interface OrderDoubt {
	readonly first: string;
	readonly second: string;
	/** Why it is so as far as anything says it, and what says the contrary; both empty where nothing speaks. */
	readonly reasons: readonly OrderReason[];
	readonly against: readonly OrderReason[];
}

export interface StageOrder {
	/** Positions in their order. */
	readonly order: readonly number[];
	readonly doubts: readonly OrderDoubt[];
}

/** What rests on less is not an order. */
const FEWEST = 0.75;
/** What denies an order with more than this share of what says it is heard. */
const MOST_AGAINST = 0.45;
/** Sources that never raise a doubt by themselves. */
const FAINT: ReadonlySet<OrderReason> = new Set(['age', 'firstUse']);

export function orderStages(input: OrderInput): StageOrder {
	const count = input.stages.length;
	const rules = ORDER_RULES.map(({ name, weigh }) => ({ name, weight: weigh(input) }));
	const total = (a: number, b: number): number =>
		a === b ? 0 : rules.reduce((sum, { weight }) => sum + weight(a, b), 0);
	const weights = Array.from({ length: count }, (_, a) => Array.from({ length: count }, (__, b) => total(a, b)));
	const order = bestOrder(weights);
	const doubts: OrderDoubt[] = [];
	for (let at = 0; at + 1 < order.length; at++) {
		const [a, b] = [existing(order[at]), existing(order[at + 1])];
		const said = rules
			.map(({ name, weight }) => ({ name, weight: weight(a, b) }))
			.filter(({ name }) => !FAINT.has(name));
		const against = said.filter(({ weight }) => weight < 0);
		const sum = (some: typeof said): number => some.reduce((part, { weight }) => part + Math.abs(weight), 0);
		const denied = sum(against);
		const claimed = sum(said) - denied;
		if (claimed - denied >= FEWEST && denied <= claimed * MOST_AGAINST) continue;
		doubts.push({
			first: existing(input.stages[a]).name,
			second: existing(input.stages[b]).name,
			reasons: said.filter(({ weight }) => weight > 0).map(({ name }) => name),
			against: against.map(({ name }) => name),
		});
	}
	return { order, doubts };
}
