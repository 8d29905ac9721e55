/** ARCHITECTURE.md against the folders: its rooms and floors are those of the import rules, and its paths exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../src/core/metrics/index.ts';
import { LANGUAGES } from '../../src/core/vocabulary/languages/index.ts';
import { distFile } from '../support/dist.ts';

const page = readFileSync('ARCHITECTURE.md', 'utf8');
const rules = readFileSync('.dependency-cruiser.cjs', 'utf8');

function section(title: string): string {
	const [, text] = page.split(`${title}\n`);
	if (text === undefined) throw new Error(`ARCHITECTURE.md has no section "${title}"`);
	return text.split(/\n#{2,3} /u)[0] ?? '';
}

const rooms = [...section('### Rooms of the core').matchAll(/^\| (\d+) \| `([a-z-]+)\/` \|/gmu)].map(
	([, floor, name]) => ({ floor: Number(floor), name: name ?? '' }),
);

describe('the rooms of the core on the page', () => {
	test('are the folders of src/core', () => {
		// A file beside the rooms belongs to none of them; the compiler's settings are not sources.
		const entries = readdirSync('src/core').filter((name) => name !== 'tsconfig.json');
		expect(rooms.map(({ name }) => name).sort()).toEqual(entries.sort());
	});

	test('stand on the floors that the import check enforces', () => {
		const [, list] = /const CORE_FLOORS = \[\n([\s\S]*?)\n\];/u.exec(rules) ?? [];
		const enforced = (list ?? '')
			.split('\n')
			.map((line) => [...line.matchAll(/'([a-z-]+)'/gu)].map(([, name]) => name));
		const shown = enforced.map((_, i) => rooms.filter(({ floor }) => floor === i + 1).map(({ name }) => name));
		expect(shown.map((names) => names.sort())).toEqual(enforced.map((names) => names.sort()));
	});
});

test('every path in "Where do I change" exists', () => {
	const places = [
		...section('## Where do I change …').matchAll(/`((?:src|sidebar|workbench|scripts|test)\/[\w./-]*)`/gu),
	];
	expect(places.length).toBeGreaterThan(15);
	expect(places.map(([, place]) => place ?? '').filter((place) => !existsSync(place))).toEqual([]);
});

describe('the numbers on the page', () => {
	const kilobytes = (name: 'Code.js' | 'sidebar.html'): number => Buffer.byteLength(distFile(name)) / 1024;
	const globals = readFileSync('test/build/golden/global-names.txt', 'utf8').trim().split('\n').length;
	const today = new Map([
		['rooms of the core', rooms.length],
		['languages of headings and stages', LANGUAGES.length],
		['metrics', METRICS.length],
		['globals of `Code.js`', globals],
		['`Code.js`, KB', kilobytes('Code.js')],
		['`sidebar.html`, KB', kilobytes('sidebar.html')],
	]);
	const shown = new Map(
		[...section('## In numbers').matchAll(/^\| (.+) \| (\d+) \|$/gmu)].map(([, name, value]) => [name, Number(value)]),
	);

	test('are those that the build has', () => expect([...shown.keys()]).toEqual([...today.keys()]));

	test.each([...today])('%s: within a tenth of today', (name, value) => {
		expect(Math.abs((shown.get(name) ?? 0) / value - 1)).toBeLessThan(0.1);
	});
});
