/**
 * Tries forecast and calibration on simulated kinds of pipelines and prints the tables of docs/forecast.md; fails when
 * a range holds too seldom or too often. Use: npm run forecast-check [-- --write] [-- --sheets 40] [--
 * --calibration-sheets 1000]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CalibrationCell, calibrationCells, HELD } from '../test/forecast/calibration-cells.ts';
import { BREAKS, COVERAGE, checkKind, isCovered, KINDS, type KindResult } from '../test/forecast/forecast-check.ts';

const { values } = parseArgs({
	options: {
		write: { type: 'boolean', default: false },
		sheets: { type: 'string', default: '120' },
		'calibration-sheets': { type: 'string', default: '1000' },
	},
});

const share = (value: number): string => value.toFixed(2).replace(/^0/u, '');
const mean = (
	results: readonly KindResult[],
	key: 'coverage' | 'monthCoverage' | 'loss' | 'runRateLoss' | 'weightedLoss',
) => results.reduce((sum, result) => sum + result[key], 0) / results.length;

function row({ name, n, coverage, monthCoverage, loss, runRateLoss, weightedLoss }: KindResult): string {
	const cells = [coverage, monthCoverage, loss, runRateLoss, weightedLoss].map(share);
	return `| ${[name, n, ...cells].join(' | ')} |`;
}

function check(kind: (typeof KINDS)[number]): KindResult {
	const result = checkKind(kind, Number(values.sheets));
	console.log(row(result));
	return result;
}

const results = KINDS.map(check);
const breaks = BREAKS.map(check);
const all: KindResult = {
	name: 'mean of these',
	n: results.reduce((sum, { n }) => sum + n, 0),
	coverage: mean(results, 'coverage'),
	monthCoverage: mean(results, 'monthCoverage'),
	loss: mean(results, 'loss'),
	runRateLoss: mean(results, 'runRateLoss'),
	weightedLoss: mean(results, 'weightedLoss'),
};
const table = [
	'| Kind | Forecasts | Held, three months | Held, a month | Off | Last four off | Weighted sum off |',
	'| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
	...[...results, all, ...breaks].map(row),
].join('\n');
console.log(`\n${table}`);

const percent = (value: number): string => `${Math.round(100 * value)} %`;
const heldIn = ({ held, sheets }: CalibrationCell): number => held / sheets;
const cells = calibrationCells(Number(values['calibration-sheets']));
const cellTable = [
	'| Kind | Deals a day | Stage | Won in the end | Sheets | Held |',
	'| --- | ---: | --- | ---: | ---: | ---: |',
	...cells.map((cell) => {
		const { kind, dealsADay, stage, truth, sheets } = cell;
		return `| ${[kind, dealsADay, stage, percent(truth), sheets, heldIn(cell).toFixed(3).slice(1)].join(' | ')} |`;
	}),
].join('\n');
console.log(`\n${cellTable}`);

/** @throws when the page has no place for it */
function written(page: string, name: string, block: string): string {
	const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(\\n<!-- /${name} -->)`, 'u');
	if (!place.test(page)) throw new Error(`docs/forecast.md has no place for ${name}`);
	return page.replace(place, (_, start, end) => `${start}${block}${end}`);
}

if (values.write) {
	const path = join(process.cwd(), 'docs', 'forecast.md');
	const page = written(readFileSync(path, 'utf8'), 'forecast-check', table);
	writeFileSync(path, written(page, 'calibration-check', cellTable));
}
const failed = results.filter((result) => !isCovered(result));
for (const { name, coverage } of failed)
	console.error(`${name}: held ${share(coverage)}, wanted ${COVERAGE.least} to ${COVERAGE.most}`);
const short = cells.filter((cell) => heldIn(cell) < HELD);
for (const { kind, dealsADay, stage, held, sheets } of short)
	console.error(`${kind}, ${dealsADay} deals a day, ${stage}: ${held} of ${sheets}, wanted ${HELD}`);
process.exitCode = failed.length + short.length > 0 ? 1 : 0;
