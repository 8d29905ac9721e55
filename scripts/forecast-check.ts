/**
 * Tries the forecast on simulated kinds of pipelines and prints the table of docs/forecast.md; fails when a range holds too seldom or too often.
 * Use: npm run forecast-check [-- --write] [-- --sheets 40]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BREAKS, COVERAGE, checkKind, isCovered, KINDS, type KindResult } from '../test/forecast/forecast-check.ts';

const { values } = parseArgs({
	options: { write: { type: 'boolean', default: false }, sheets: { type: 'string', default: '40' } },
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

if (values.write) {
	const path = join(process.cwd(), 'docs', 'forecast.md');
	const text = readFileSync(path, 'utf8');
	const block = /(<!-- forecast-check -->\n)[\s\S]*?(\n<!-- \/forecast-check -->)/u;
	if (!block.test(text)) throw new Error(`${path} has no place for the table`);
	writeFileSync(
		path,
		text.replace(block, (_, start, end) => `${start}${table}${end}`),
	);
}
const failed = results.filter((result) => !isCovered(result));
for (const { name, coverage } of failed)
	console.error(`${name}: held ${share(coverage)}, wanted ${COVERAGE.least} to ${COVERAGE.most}`);
process.exitCode = failed.length > 0 ? 1 : 0;
