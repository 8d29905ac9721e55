/** A few of the pairs of `npm run interleavings`, each stopped at some of its calls. */
import { describe, expect, it } from 'vitest';
import { distFile } from '../support/dist.ts';
import { BundleSource } from './bundle-copy.ts';
import { interleaved, pairsOf } from './interleavings.ts';
import { titleOf } from './operations.ts';
import { INTERRUPTED, typedMeanwhile } from './typed-meanwhile.ts';

const source = new BundleSource(distFile('Code.js'));

/** First and second, and each how many calls the first one is stopped. */
const PAIRS = [
	['sidebarStartTemplate', 'sidebarStartTemplate', 6],
	['sidebarSaveSettings (theme)', 'sidebarSaveSettings (strict)', 4],
	['sidebarSaveSettings (strict)', 'sidebarSaveStages (rule)', 6],
	['sidebarSaveStages (name)', 'sidebarImportHistory', 8],
	['sidebarRemoveSample', 'sidebarTrySample', 10],
	['onEdit', 'sidebarOpen', 4],
] as const;

describe('two operations at once', () => {
	it.each(PAIRS)('are as one after the other: %s, %s', (first, second, step) => {
		const pair = [...pairsOf()].find(([one, other]) => titleOf(one) === first && titleOf(other) === second);
		if (pair === undefined) throw new Error('no such pair');
		const { places, findings } = interleaved(source, ...pair, step);
		expect(findings).toEqual([]);
		expect(places).toBeGreaterThan(1);
	});
});

describe('what somebody types while a sheet is made or taken away', () => {
	it.each(['sidebarSetUp', 'sidebarTrySample', 'sidebarRemoveSample', 'sidebarStartHistory'])(
		'is there after an interruption and another try: %s',
		(name) => {
			const operation = INTERRUPTED.find((one) => titleOf(one) === name);
			if (operation === undefined) throw new Error('no such operation');
			const { places, findings } = typedMeanwhile(source, operation, 7);
			expect(findings).toEqual([]);
			expect(places).toBeGreaterThan(3);
		},
	);
});
