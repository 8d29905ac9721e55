/**
 * `npm run doubts [-- combinations [seed]]`: the walks through the product under every setting of every doubt about
 * Google, every pair of settings, and combinations drawn by chance. Every walk that ends otherwise is printed; the last
 * lines have the totals. Exit code 1 after one.
 */
import { drawn, pairwise, singleSwitches } from '../test/doubts/combinations.ts';
import { PLANTED_SIDES } from '../test/doubts/planted-sides.ts';
import { baselineOf, ROUTE_NAMES, Walks } from '../test/doubts/run.ts';
import { BundleSource } from '../test/simulation/bundle-copy.ts';
import { readableBundle } from '../test/simulation/readable-bundle.ts';
import { DOUBT_IDS, DOUBTS, type Doubts, PAGE_DOUBTS, USUAL_DOUBTS } from '../workbench/host/doubts.ts';

const DRAWN = 200;

const [count = DRAWN, seed = 1] = process.argv.slice(2).map(Number);
const code = await readableBundle();
const source = new BundleSource(code);
const usual = baselineOf(source);
const walks = new Walks(source, usual);
let failed = 0;

const unusual = (doubts: Doubts): string =>
	DOUBT_IDS.filter((id) => doubts[id] !== USUAL_DOUBTS[id])
		.map((id) => `${id} ${doubts[id]}`)
		.join(', ');

function play(runs: readonly Doubts[]): void {
	for (const doubts of runs) {
		const told = walks.play(doubts);
		failed += told.length;
		for (const line of told) console.log(`${unusual(doubts)}\n  ${line}`);
	}
}

const singles = singleSwitches();
const pairs = pairwise();
play(singles.map(({ doubts }) => doubts));
play(pairs);
play(drawn(count, seed));
const missed = PLANTED_SIDES.filter(({ plant, doubt, setting }) => {
	const planted = new Walks(new BundleSource(plant(code)), usual);
	return planted.play({ ...USUAL_DOUBTS, [doubt]: setting }).length === 0;
});
for (const { name, doubt } of missed) console.log(`not found: ${name} (${doubt})`);
const settings = DOUBT_IDS.reduce((sum, id) => sum + DOUBTS[id].settings.length, 0);
console.log(
	`${DOUBT_IDS.length} doubts with ${settings} settings, ${PAGE_DOUBTS.length} of them about the page alone (npm test)`,
);
console.log(
	`${singles.length} single switches, ${pairs.length} combinations with every pair, ${count} drawn ones (seed ${seed}), ${ROUTE_NAMES.length} walks each: ${walks.passed} passed, ${failed} failed`,
);
console.log(`${PLANTED_SIDES.length - missed.length} of ${PLANTED_SIDES.length} planted dependences found`);
process.exitCode = failed + missed.length === 0 ? 0 : 1;
