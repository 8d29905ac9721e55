/**
 * How often the interval of STAGE_CALIBRATION holds the truth: simulated cells – a kind of pipeline, a size, a stage – whose share won in the end
 * is known from how they are made. Not here: printing (scripts/forecast-check.ts).
 */
import { stageCalibration } from '../../src/core/forecast/stage-calibration.ts';
import { fateEvents } from '../../src/core/statistics/fate-events.ts';
import { wholeSelection } from '../../src/core/statistics/selection.ts';
import { FIRST_DAY, type Kind, SIMULATED_STAGES, sheetOn, simulated } from './simulated-sheet.ts';

export interface CalibrationCell {
	readonly kind: string;
	readonly dealsADay: number;
	readonly stage: string;
	/** Share won in the end, by construction. */
	readonly truth: number;
	/** Sheets that gave an interval, and those whose interval held the truth. */
	readonly sheets: number;
	readonly held: number;
}

/** Shares that go on from each stage, and the mean days in each. */
const KINDS: Readonly<Record<string, Pick<Kind, 'passes' | 'stay'>>> = {
	easy: { passes: [0.6, 0.7, 0.5], stay: [15, 20, 25] },
	hard: { passes: [0.25, 0.4, 0.3], stay: [15, 20, 25] },
	'long stays': { passes: [0.5, 0.5, 0.6], stay: [60, 50, 40] },
	'few losses': { passes: [0.7, 0.8, 0.9], stay: [15, 20, 25] },
};
const DEALS_A_DAY = [0.4, 1.2] as const;
const DAYS = 451;

/** What the interval must hold in each cell. */
export const HELD = 0.92;

function cellsOf(name: string, dealsADay: number, seeds: readonly number[]): CalibrationCell[] {
	const { passes, stay } = KINDS[name] ?? { passes: [0, 0, 0], stay: [1, 1, 1] };
	const kind: Kind = { name, days: DAYS, arrivals: () => dealsADay, stay, passes, amount: [1000, 0.5] };
	const cells = passes.map((_, stage) => ({
		kind: name,
		dealsADay,
		stage: SIMULATED_STAGES.all[stage]?.name ?? '',
		truth: passes.slice(stage).reduce((product, share) => product * share, 1),
		sheets: 0,
		held: 0,
	}));
	for (const seed of seeds) {
		const sheet = sheetOn(simulated(kind, seed), FIRST_DAY + DAYS - 1, []);
		const fates = fateEvents(sheet, wholeSelection(sheet.opportunities));
		for (const [stage, { low, high }] of stageCalibration(sheet.stages, fates, () => true).entries()) {
			const cell = cells[stage];
			if (cell === undefined || low === null || high === null) continue;
			cell.sheets++;
			if (low <= cell.truth && cell.truth <= high) cell.held++;
		}
	}
	return cells;
}

/** 24 cells: four kinds, two sizes, three stages. @param sheets seeded sheets of each kind and size */
export function calibrationCells(sheets: number): CalibrationCell[] {
	const seeds = Array.from({ length: sheets }, (_, i) => i + 1);
	return Object.keys(KINDS).flatMap((name) => DEALS_A_DAY.flatMap((dealsADay) => cellsOf(name, dealsADay, seeds)));
}
