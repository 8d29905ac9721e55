/**
 * Contestants that are programs of their own, LibreOffice and R: they cannot take part in the rounds, so their median
 * is set against ours.
 */
import { differences, type ReportAnswer } from './answer.ts';
import type { Tables } from './contenders.ts';
import { libreOfficeReport } from './contestants/libreoffice.ts';
import { ourCurve } from './contestants/ours.ts';
import { survivalCurve } from './contestants/survival.ts';
import { median, type Sample } from './harness.ts';
import { COLUMN, DAY_MS, DAYS, FIRST_DAY, LOST, STAGES, WON } from './table.ts';

export interface Outside {
	readonly sample: Sample;
	/** What its answer differs in. */
	readonly wrong: readonly string[];
}

function sampleOf(name: string, times: readonly number[], length: number): Sample {
	return { name, times: Array.from({ length }, () => median(times)) };
}

export function libreOffice({ deals }: Tables, expected: ReportAnswer, rounds: number): Outside {
	const owners = expected.owners.map(([owner]) => owner);
	const { times, answer } = libreOfficeReport(deals, owners, 3);
	const wrong = differences(expected, answer).map((difference) => `LibreOffice: ${difference}`);
	return { sample: sampleOf('LibreOffice', times, rounds), wrong };
}

/** The largest difference between R's curve and ours counts as a wrong answer above 1e-12. */
export function survival(tables: Tables, rounds: number): Outside {
	const deals = tables.deals.slice(1);
	const position = deals.map((row) => STAGES.indexOf(row[COLUMN.stage] as 'Won'));
	const days = deals.map((row) => {
		const closed = row[COLUMN.closed];
		const end = typeof closed === 'object' ? closed.getTime() / DAY_MS : FIRST_DAY + DAYS - 1;
		return end - (row[COLUMN.created] as Date).getTime() / DAY_MS;
	});
	const causes = position.map((stage) => (stage === WON ? 1 : stage === LOST ? 2 : 0));
	const { times, curve } = survivalCurve(days, causes, 5);
	const ours = ourCurve(tables.deals);
	const far = curve.filter(([day, won, lost]) => {
		const i = ours.times.indexOf(day);
		return !(
			Math.abs((ours.cause[i] as number) - won) <= 1e-12 && Math.abs((ours.competing[i] as number) - lost) <= 1e-12
		);
	});
	const isFar = far.length > 0 || curve.length !== ours.times.length;
	return {
		sample: sampleOf('R survival', times, rounds),
		wrong: isFar ? [`R survival: ${far.length} of ${curve.length} times differ`] : [],
	};
}
