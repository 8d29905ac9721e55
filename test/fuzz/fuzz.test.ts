import { expect, it } from 'vitest';
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';
import { BundleSource } from '../simulation/bundle-copy.ts';
import { readableBundle } from '../simulation/readable-bundle.ts';
import { fuzzDocument } from './fuzz.ts';

const DOCUMENTS = 40;
const MOST = 300;
const asTold = (code: string): string =>
	METRICS.reduce(
		(text, { id }) => `${text}function ${functionName(id)}(...given) {\n return Addon_.callMetric("${id}", given); }\n`,
		code.replace(/^function (\w+)\(\.\.\.given\) \{ return Addon_/gmu, 'function $1(...given) {\n return Addon_'),
	);

/** Fixes of earlier findings, each taken out again by changing the bundle's text. */
const TAKEN_OUT: readonly (readonly [name: string, wanted: RegExp, by: string])[] = [
	['amounts beyond all money', /Math\.abs\(amount\) <= LARGEST/u, 'true'],
	[
		'texts with separators in the lists of a stage',
		/return SEPARATOR\.test\(text\d*\) \|\| text\d*\.startsWith\('"'\);/u,
		'return false;',
	],
	['a stored zone that is none', /try \{\s+(if \(this\.knownZone === null[^;]*;)\s+\} catch \{\s+\}/u, '$1'],
	['a proposal that cannot be saved', /name\d*\.length <= STAGE_LIMITS\.name/u, 'true'],
	['parts of a filter that are not offered', /\[\.\.\.(offered\d*), \.\.\.otherParts\([^)]*\)\]/u, '$1'],
	['error texts of a cell’s length', /return (text\d*)\.length <= LONGEST_TEXT \? text\d* : [^;]+;/u, 'return $1;'],
];

it('finds nothing in random documents', { timeout: 600_000 }, async () => {
	const source = new BundleSource(asTold(await readableBundle()));
	for (let seed = 1; seed <= DOCUMENTS; seed++) expect([seed, fuzzDocument(source, seed)]).toEqual([seed, []]);
});

it.each(TAKEN_OUT)('finds again: %s', { timeout: 600_000 }, async (name, wanted, by) => {
	const code = asTold(await readableBundle());
	const planted = code.replace(wanted, by);
	if (planted === code) throw new Error(`${wanted.source} is not in the bundle`);
	const source = new BundleSource(planted);
	for (let seed = 1; seed <= MOST; seed++) {
		const [finding] = fuzzDocument(source, seed);
		if (finding === undefined) continue;
		console.log(`${name}: seed ${seed}: ${finding}`);
		return;
	}
	throw new Error(`${name}: nothing was found in ${MOST} documents`);
});
