/**
 * What the forecast costs beside the report, in one run on the same table: CPU time of both and their ratio; and its
 * share of Code.js. Fails above the budget. Use: npm run forecast-cost [-- 10000 60000]
 */
import { build } from 'esbuild';
import { forecastBasis, forecastOf } from '../src/core/forecast/forecast.ts';
import type { Pipeline } from '../src/core/model/pipeline.ts';
import { buildReport } from '../src/core/report/build-report.ts';
import { wholeSelection } from '../src/core/statistics/selection.ts';
import { FIRST_DAY, sheetOn, simulated } from '../test/forecast/simulated-sheet.ts';

const ROUNDS = 7;
const DAYS = 1100;

/** Median CPU milliseconds; a pipeline is rebuilt each time, so that nothing is remembered. */
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

/**
 * CPU milliseconds that all forecasts of a table may take, with the eight earlier ones; by deals, without and with a
 * history.
 */
const BUDGET: Readonly<Record<number, readonly [plain: number, withHistory: number]>> = {
	10000: [60, 150],
	60000: [250, 250],
};

/**
 * Kilobytes of the forecast's room in Code.js, without its words.
 * @param isShort names shortened too, which the shipped file does not do
 */
async function codeSize(isShort: boolean): Promise<string> {
	const { metafile } = await build({
		...{ entryPoints: ['src/addon/main.ts'], bundle: true, write: false, outfile: 'Code.js', logLevel: 'silent' },
		...{ target: 'es2019', charset: 'utf8', format: 'iife', globalName: 'Addon_' },
		...{ minifyWhitespace: true, minifySyntax: true, minifyIdentifiers: isShort, metafile: true },
	});
	const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
	const own = inputs.filter(([path]) => path.includes('src/core/forecast/'));
	return (own.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) / 1024).toFixed(0);
}

const over: string[] = [];
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
		const most = BUDGET[size]?.[hides.length > 0 ? 0 : 1];
		if (most !== undefined && forecast > most) over.push(`${size} deals: ${forecast.toFixed(1)} ms, budget ${most}`);
		console.log(
			`| ${[size, hides.length > 0 ? 'no' : 'yes', ...figures, (forecast / report).toFixed(1)].join(' | ')} |`,
		);
	}
}
console.log(
	`\nCode.js: ${await codeSize(false)} KB are the forecast's room; with short names ${await codeSize(true)} KB`,
);
for (const line of over) console.error(line);
process.exitCode = over.length > 0 ? 1 : 0;
