/** The patterns that ship, each against texts that make a careless pattern try ever more ways: all of them come to an end. */
import vm from 'node:vm';
import { type Node, parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { BundleSource } from '../simulation/bundle-copy.ts';
import { setUp } from '../simulation/simulation.ts';
import { World } from '../simulation/world.ts';
import { distFile } from '../support/dist.ts';

interface Pattern {
	readonly source: string;
	readonly flags: string;
}

/** Regular expressions that stand in the code as literals. */
function patternsIn(code: string): Pattern[] {
	const patterns = new Map<string, Pattern>();
	const visit = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		const { type, regex } = node as Node & { regex?: { pattern: string; flags: string } };
		if (type === 'Literal' && regex !== undefined)
			patterns.set(`${regex.pattern}/${regex.flags}`, { source: regex.pattern, flags: regex.flags });
		for (const part of Object.values(node)) visit(part);
	};
	visit(parse(code, { ecmaVersion: 2022 }));
	return [...patterns.values()];
}

/** Two lengths of a text. A cell holds 50,000 characters, ten times the longer one. */
const LENGTHS = { short: 1250, long: 5000 } as const;

/** Work that grows with the square of the length is borne: four times the length, sixteen times the work, and room for chance. */
const MOST_GROWTH = 32;

/** CPU time below which growth says nothing, in microseconds. */
const NEGLIGIBLE = 300_000;

/** Texts that begin as the pattern wants it and end as it does not. */
function hostileTexts({ source }: Pattern, length: number): string[] {
	const literals = [
		...new Set(source.replace(/\\[a-zA-Z](?:\{[^}]*\})?|[\\^$*+?()[\]{}|]/gu, ' ').replace(/\s+/gu, '')),
	].slice(0, 20);
	const pieces = [
		...literals,
		' ',
		'a',
		'1',
		'é',
		'中',
		'a ',
		'1 ',
		'1.',
		' -',
		'""',
		"''",
		'(a)',
		'ab1 ',
		'\u200b',
		'\n',
	];
	return pieces.flatMap((piece) => {
		const run = piece.repeat(length / piece.length);
		return [run, `${run}\u0000`, `a${run}\u0000`, `1${run}!`];
	});
}

/** Ends the run of a pattern that would never end; it measures nothing. */
const WATCHDOG_MS = 30_000;

/** CPU time of this process for all hostile texts of a length, in microseconds; infinite when the pattern does not come to an end. */
function costOf(pattern: Pattern, length: number, watchdog = WATCHDOG_MS): number {
	const script = new vm.Script('for (const text of texts) { text.replace(pattern, ""); }');
	const texts = hostileTexts(pattern, length);
	const before = process.cpuUsage();
	try {
		script.runInNewContext({ texts, pattern: new RegExp(pattern.source, pattern.flags) }, { timeout: watchdog });
	} catch (error) {
		if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return Number.POSITIVE_INFINITY;
		throw error;
	}
	const { user, system } = process.cpuUsage(before);
	return user + system;
}

function isTame(pattern: Pattern): boolean {
	const short = costOf(pattern, LENGTHS.short);
	if (short === Number.POSITIVE_INFINITY) return false;
	const long = costOf(pattern, LENGTHS.long);
	return long < NEGLIGIBLE || long / short <= MOST_GROWTH;
}

const wild = (patterns: readonly Pattern[]): string[] =>
	patterns.filter((pattern) => !isTame(pattern)).map(({ source }) => source);

const page = (html: string): string => html.split('<script>')[1]?.split('</script>')[0] ?? '';

/** Stands in every text of the user's below. */
const MARK = 'zq9';

/** Patterns that the code makes of texts while it looks at a sheet whose every text holds the mark. */
function madePatterns(code: string): Pattern[] {
	const made: Pattern[] = [];
	class Recorder extends RegExp {
		constructor(source: string | RegExp, flags?: string) {
			super(source, flags);
			if (typeof source === 'string') made.push({ source, flags: flags ?? '' });
		}
	}
	Object.assign(globalThis, { recorderOfPatterns_: Recorder });
	const world = new World(new BundleSource(`var RegExp = recorderOfPatterns_;\n${code}`), 3);
	setUp(world);
	const cells = [
		['Deal id', `Deal ${MARK}`, 'Stage', `${MARK} amount`, 'Created', 'Won date', `Lost ${MARK}`],
		...Array.from({ length: 12 }, (_row, i) => [
			`${MARK}-${i}`,
			MARK,
			['Qualify', 'Won', `${MARK} lost`][i % 3],
			`€ ${i}`,
			'2026-01-05',
			MARK,
			MARK,
		]),
	];
	const rect = { row: 0, column: 0, rows: cells.length, columns: 7 };
	world.store.write(
		world.deals,
		rect,
		cells.map((row) => row.map((value) => ({ value: value as string }))),
	);
	const call = world.editors[0]?.call;
	for (const stageColumn of [null, 2]) call?.sidebarPropose?.({ sheetId: world.deals, headerRow: null, stageColumn });
	call?.sidebarCheck?.();
	call?.sidebarReport?.({ filter: { period: MARK, cohort: 'created', columns: { [MARK]: MARK } } });
	return made;
}

describe('the measure of a pattern', () => {
	it('finds one that tries all ways to cut a text, and one whose work grows with the cube of the length', () => {
		const exponential = { source: '^(?:[a-z]+)+$', flags: 'u' };
		expect(costOf(exponential, LENGTHS.short, 500)).toBe(Number.POSITIVE_INFINITY);
		const cubic = { source: 'a*a*a*b', flags: 'u' };
		expect(costOf(cubic, 200) / costOf(cubic, 50)).toBeGreaterThan(MOST_GROWTH);
		expect(hostileTexts(exponential, 100).some((text) => /^a+[^a-z]$/u.test(text))).toBe(true);
	});
	it.each(['a+$', '^a*$', '[a-z]+@'])('bears %s', (source) => {
		expect(wild([{ source, flags: 'u' }])).toEqual([]);
	});
});

describe.each([
	['Code.js', () => distFile('Code.js')],
	['sidebar.html', () => page(distFile('sidebar.html'))],
] as const)('the regular expressions of %s', (_, codeOf) => {
	it('end, whatever stands in a cell', { timeout: 1_800_000 }, () => {
		const patterns = patternsIn(codeOf());
		expect(patterns.length).toBeGreaterThan(5);
		expect(wild(patterns)).toEqual([]);
	});
});

describe('the regular expressions that Code.js makes', () => {
	const made = madePatterns(distFile('Code.js'));

	it('are made of its own words, never of what a user has written', () => {
		expect(made.length).toBeGreaterThan(5);
		expect(made.filter(({ source }) => source.toLowerCase().includes(MARK))).toEqual([]);
	});

	it('end, whatever stands in a cell', { timeout: 1_800_000 }, () => {
		expect(wild(made)).toEqual([]);
	});
});
