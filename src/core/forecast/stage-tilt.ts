/**
 * Without a history the present stage still tells deals apart: each chance is moved by the odds of its stage in the
 * list, with one common shift that keeps their sum. So the order of the list is used, not its level.
 */
import { at } from '../speed/numbers.ts';

const LOWEST = 0.01;
const ROUNDS = 200;

export interface StageTilt {
	/** @param chance of a deal by its age @param stageChance of its stage in the list; NaN not known */
	tilted(chance: number, stageChance: number): number;
}

/**
 * The shift that keeps the sum of the chances.
 * @param chances by deal or group of deals alike, at the last day looked at
 * @param deals how many each entry stands for
 */
export function stageTilt(
	chances: ArrayLike<number>,
	stageChances: ArrayLike<number>,
	deals: ArrayLike<number>,
): StageTilt {
	const odds: number[] = [];
	const weights: number[] = [];
	let wanted = 0;
	for (let i = 0; i < chances.length; i++) {
		const chance = at(chances, i);
		const stage = oddsOf(at(stageChances, i));
		if (chance <= 0 || chance >= 1 || Number.isNaN(stage)) continue;
		odds.push((chance / (1 - chance)) * stage);
		weights.push(at(deals, i));
		wanted += at(deals, i) * chance;
	}
	const factor = shiftFor(odds, weights, wanted);
	return {
		tilted(chance, stageChance) {
			const stage = oddsOf(stageChance);
			if (chance <= 0 || chance >= 1 || Number.isNaN(stage)) return chance;
			const moved = (chance / (1 - chance)) * stage * factor;
			return moved / (1 + moved);
		},
	};
}

function oddsOf(stageChance: number): number {
	const chance = Math.min(1 - LOWEST, Math.max(LOWEST, stageChance));
	return chance / (1 - chance);
}

/**
 * Factor on all odds with which their chances add up to the sum: Newton's steps on its logarithm, halved into the
 * bracket when they leave it.
 */
function shiftFor(odds: readonly number[], weights: readonly number[], wanted: number): number {
	let low = -60;
	let high = 60;
	let shift = 0;
	for (let round = 0; round < ROUNDS && odds.length > 0; round++) {
		const factor = Math.exp(shift);
		let sum = -wanted;
		let slope = 0;
		for (let i = 0; i < odds.length; i++) {
			const own = at(odds, i) * factor;
			const chance = own / (1 + own);
			sum += at(weights, i) * chance;
			slope += at(weights, i) * chance * (1 - chance);
		}
		if (sum > 0) high = shift;
		else low = shift;
		const next = shift - sum / slope;
		const step = next > low && next < high ? next : (low + high) / 2;
		if (Math.abs(step - shift) < 1e-15) break;
		shift = step;
	}
	return Math.exp(shift);
}
