/** Collects deals and their stays into the columns of DealPaths. Not here: what is written (read-deal-paths.ts). */

import { existing } from '../speed/existing.ts';
import type { LeftOut } from '../statistics/deal-standing.ts';
import type { DealPaths } from './deal-paths.ts';

export class PathWriter {
	private dealCount = 0;
	private stayCount = 0;
	private readonly deals: Int32Array;
	private readonly created: Float64Array;
	private readonly ended: Int32Array;
	private readonly outcome: Uint8Array;
	private readonly amount: Float64Array;
	private readonly start: Int16Array;
	private readonly deal: Int32Array;
	private readonly state: Int16Array;
	private readonly from: Int32Array;
	private readonly to: Int32Array;
	private readonly exit: Int16Array;
	private readonly isTimed: Uint8Array;
	private readonly leftOut = { parked: 0, unknownStage: 0, noCreation: 0, noEnd: 0 };

	/** @param mostDeals room for so many deals @param mostStays and for so many stays */
	constructor(
		mostDeals: number,
		mostStays: number,
		private readonly stateCount: number,
	) {
		this.deals = new Int32Array(mostDeals);
		this.created = new Float64Array(mostDeals);
		this.ended = new Int32Array(mostDeals);
		this.outcome = new Uint8Array(mostDeals);
		this.amount = new Float64Array(mostDeals);
		this.start = new Int16Array(mostDeals);
		this.deal = new Int32Array(mostStays);
		this.state = new Int16Array(mostStays);
		this.from = new Int32Array(mostStays);
		this.to = new Int32Array(mostStays);
		this.exit = new Int16Array(mostStays);
		this.isTimed = new Uint8Array(mostStays);
	}

	addDeal(deal: number, created: number, ended: number, outcome: number, amount: number, start: number): void {
		const i = this.dealCount++;
		this.deals[i] = deal;
		this.created[i] = created;
		this.ended[i] = ended;
		this.outcome[i] = outcome;
		this.amount[i] = amount;
		this.start[i] = start;
	}

	/** A stay of the deal added last. */
	addStay(state: number, from: number, to: number, exit: number, isTimed: boolean): void {
		const i = this.stayCount++;
		this.deal[i] = this.dealCount - 1;
		this.state[i] = state;
		this.from[i] = from;
		this.to[i] = to;
		this.exit[i] = exit;
		this.isTimed[i] = isTimed ? 1 : 0;
	}

	leaveOut(reason: keyof LeftOut): void {
		this.leftOut[reason] = existing(this.leftOut[reason]) + 1;
	}

	paths(seenFrom: number): DealPaths {
		const { dealCount, stayCount, stateCount, leftOut } = this;
		return {
			deals: this.deals.subarray(0, dealCount),
			created: this.created.subarray(0, dealCount),
			ended: this.ended.subarray(0, dealCount),
			outcome: this.outcome.subarray(0, dealCount),
			amount: this.amount.subarray(0, dealCount),
			start: this.start.subarray(0, dealCount),
			stateCount,
			stays: {
				deal: this.deal.subarray(0, stayCount),
				state: this.state.subarray(0, stayCount),
				from: this.from.subarray(0, stayCount),
				to: this.to.subarray(0, stayCount),
				exit: this.exit.subarray(0, stayCount),
				isTimed: this.isTimed.subarray(0, stayCount),
			},
			seenFrom,
			leftOut,
		};
	}
}
