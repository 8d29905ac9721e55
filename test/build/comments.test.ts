/** Comments that send the reader to another file name one that exists. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDERS = ['src', 'sidebar', 'workbench', 'scripts', 'bench', 'test'];

const files = FOLDERS.flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name).replace(/\\/gu, '/'))
		.filter((name) => /\.tsx?$/u.test(name) && !name.includes('node_modules')),
);

test('files that comments name exist', () => {
	const isThere = (name: string): boolean => files.some((file) => `/${file}`.endsWith(`/${name}`));
	const lost: string[] = [];
	let seen = 0;
	for (const file of files.filter((name) => !name.startsWith('test/')))
		for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
			const comment = /^\s*(?:\/\*\*|\*|\/\/)(.*)/u.exec(line)?.[1] ?? '';
			for (const [name] of comment.matchAll(/(?<![\w./-])(?:[\w.-]+\/)*[\w.-]+\.tsx?\b/gu)) {
				seen++;
				if (!isThere(name)) lost.push(`${file}:${at + 1} ${name}`);
			}
		}
	expect(seen).toBeGreaterThan(50);
	expect(lost).toEqual([]);
});
