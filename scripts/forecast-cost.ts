/**
 * What the forecast costs beside the report, in one run on the same table: CPU time of both and their ratio.
 * Use: npm run forecast-cost [-- 10000 60000]
 */
import { forecastBasis, forecastOf } from '../src/core/forecast/forecast.ts';
import type { Pipeline } from '../src/core/model/pipeline.ts';
import { buildReport } from '../src/core/report/build-report.ts';
import { wholeSelection } from '../src/core/statistics/selection.ts';
import { FIRST_DAY, sheetOn, simulated } from '../test/forecast/simulated-sheet.ts';

const ROUNDS = 7;
const DAYS = 1100;

/** Median CPU milliseconds; a pipeline is made anew each time, so that nothing is remembered. */
function cost(make: () => Pipeline, run: (pipeline: Pipeline) => void): number {
	const times = Array.from({ length: ROUNDS }, () => {
		const pipeline = make();
		const start = process.cpuUsage();
		run(pipeline);
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1000;
	});
	return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}

const sizes = process.argv.slice(2).map(Number);
console.log('| Deals | History | Report ms | Forecast ms | Ratio |\n| ---: | --- | ---: | ---: | ---: |');
for (const size of sizes.length > 0 ? sizes : [10_000, 60_000]) {
	const kind = {
		name: 'cost',
		days: DAYS,
		arrivals: () => size / DAYS,
		stay: [15, 20, 25],
		passes: [0.6, 0.7, 0.6],
		amount: [1000, 0.5],
	} as const;
	const deals = simulated(kind, 1);
	for (const hides of [['history'], []] as const) {
		const make = (): Pipeline => sheetOn(deals, FIRST_DAY + DAYS - 1, hides);
		const report = cost(make, (pipeline) => {
			buildReport(pipeline, { period: null, cohort: 'created', columns: {} }, { winRateMode: 'all' });
		});
		const forecast = cost(make, (pipeline) => {
			const basis = forecastBasis(pipeline, wholeSelection(pipeline.opportunities));
			if (basis === null || forecastOf(basis, { periods: 3, months: 1 })?.origins.length === 0)
				throw new Error('no forecast');
		});
		const figures = [report, forecast].map((time) => time.toFixed(1));
		console.log(
			`| ${[size, hides.length > 0 ? 'no' : 'yes', ...figures, (forecast / report).toFixed(1)].join(' | ')} |`,
		);
	}
}
