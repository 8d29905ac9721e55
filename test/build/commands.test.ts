/** The commands that pages and comments name exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };

const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((name) => /\.(?:md|tsx?)$/u.test(name) && !name.includes('node_modules'));

const pages = [
	...readdirSync('.').filter((name) => name.endsWith('.md')),
	...['docs', 'scripts', 'warehouse', 'bench', 'test'].flatMap(filesIn),
];

it('each `npm run` of a page or a script is in package.json', () => {
	const named = pages.flatMap((page) =>
		[...readFileSync(page, 'utf8').matchAll(/npm run (?:-s )?([a-z](?:[\w:-]*\w)?)/gu)].map(([, name = '']) => ({
			page,
			name,
		})),
	);
	expect(named.length).toBeGreaterThan(20);
	expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
});

it('each command of package.json runs a file that exists', () => {
	const files = Object.values(scripts).flatMap(
		(script) => script.match(/(?:scripts|warehouse|bench|workbench)\/[\w/-]+\.ts/gu) ?? [],
	);
	expect(files.length).toBeGreaterThan(10);
	expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
