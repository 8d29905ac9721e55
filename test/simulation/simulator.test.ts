/** The simulator itself: it replays, it shrinks, and it finds every wrong design that is planted in the bundle. */
import { describe, expect, it } from 'vitest';
import { distFile } from '../support/dist.ts';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts';
import { PLANTED_WORLD_BUGS } from './planted-world-bugs.ts';
import { readableBundle } from './readable-bundle.ts';
import { Simulation } from './simulation.ts';

const MOST_SEEDS = 100;
const EDITS = 300;
const bundle = readableBundle();

describe('the simulator', () => {
	it('does the same to the last byte with the same seed', () => {
		const [first, second] = [new Simulation(distFile('Code.js')), new Simulation(distFile('Code.js'))];
		const once = first.run(11, EDITS);
		expect(once.broken).toBe('');
		expect(second.run(11, EDITS).state).toBe(once.state);
		expect(second.run(12, EDITS).state).not.toBe(once.state);
	});

	it('shrinks a failure to a script that still fails', async () => {
		const { plant } = PLANTED_BUGS.find(({ name }) => name === 'vanished deals are not recorded') as PlantedBug;
		const simulation = new Simulation(plant(await bundle));
		const failing = simulation.run(1, EDITS);
		const shrunk = simulation.shrink(1, failing.script);
		expect(shrunk.script.length).toBeLessThanOrEqual(5);
		expect(simulation.play(1, shrunk.script).broken).toBe(shrunk.broken);
	});

	it.each([...PLANTED_BUGS, ...PLANTED_WORLD_BUGS])('finds: $name', { timeout: 3_600_000 }, async (bug) => {
		const { name, plant } = bug;
		const simulation = new Simulation(plant(await bundle));
		expect(bug.seed).toBeLessThanOrEqual(MOST_SEEDS);
		for (const seed of [bug.seed, ...Array.from({ length: MOST_SEEDS }, (_, i) => i + 1)]) {
			const { broken, edits } = simulation.run(seed, EDITS);
			if (broken === '') continue;
			console.log(`${name}: seed ${seed}, after ${edits} edits: ${broken}`);
			return;
		}
		throw new Error(`not found with ${MOST_SEEDS} seeds`);
	});
});
