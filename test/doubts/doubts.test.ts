/** The product under each setting of each doubt about Google. At length, with more drawn combinations: `npm run doubts`. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOUBT_IDS, DOUBTS, PAGE_DOUBTS, USUAL_DOUBTS } from '../../workbench/host/doubts.ts';
import { BundleSource } from '../simulation/bundle-copy.ts';
import { readableBundle } from '../simulation/readable-bundle.ts';
import { distFile } from '../support/dist.ts';
import { allPairs, pairsIn, pairwise, singleSwitches } from './combinations.ts';
import { PLANTED_SIDES } from './planted-sides.ts';
import { baselineOf, Walks } from './run.ts';

const built = new BundleSource(distFile('Code.js'));
const usual = baselineOf(built);

describe('the newcomer, the log and the formulas', () => {
	const walks = new Walks(built, usual);

	it.each(singleSwitches())('end the same where $id is $setting', ({ doubts }) => {
		expect(walks.play(doubts)).toEqual([]);
	});

	it.each(pairwise().map((doubts, at) => ({ at, doubts })))('end the same in combination $at', ({ doubts }) => {
		expect(walks.play(doubts)).toEqual([]);
	});
});

describe('each doubt', () => {
	const page = readFileSync('docs/real-sheet-checklist.md', 'utf8').split('\n');

	it.each(DOUBT_IDS)('is one look of a person in the checklist: %s', (id) => {
		const { question, check, shows, settings } = DOUBTS[id];
		expect(page.filter((line) => line.includes(`| ${question} | ${check} |`))).toHaveLength(1);
		expect(new Set(shows).size).toBe(settings.length);
		// A minute: at most three things to do, said in a breath.
		expect(
			check.split(/, (?:then |open |look |note |on |in |run |type |put |rename |click )/u).length,
		).toBeLessThanOrEqual(4);
		expect(check.split(' ').length).toBeLessThanOrEqual(35);
	});
});

describe('the combinations', () => {
	it('play every pair of settings', () => {
		expect([...allPairs()].filter((pair) => !pairsIn(pairwise()).has(pair))).toEqual([]);
	});
});

describe('code that takes one side of a doubt for granted', () => {
	it('is planted for each doubt', () => {
		const planted = new Set(PLANTED_SIDES.map(({ doubt }) => doubt));
		expect(DOUBT_IDS.filter((id) => !planted.has(id))).toEqual(PAGE_DOUBTS);
		for (const { doubt, setting } of PLANTED_SIDES) expect(DOUBTS[doubt].settings).toContain(setting);
	});

	it.each(PLANTED_SIDES)('is found: $name ($doubt is $setting)', async ({ plant, doubt, setting }) => {
		const walks = new Walks(new BundleSource(plant(await readableBundle())), usual);
		expect(walks.play({ ...USUAL_DOUBTS, [doubt]: setting })).not.toEqual([]);
	});
});
