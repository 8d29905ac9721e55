/**
 * Writes the function reference into README.md and docs/ from the metric registry.
 * With `--check` writes nothing and fails when a file is not what it would write.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { functionsPage, overview } from './docs/reference.ts';
import { LANGUAGES, type Language } from './docs/words.ts';

const START = '<!-- functions: written by `npm run docs`, do not edit -->';
const END = '<!-- /functions -->';

function readme(): string {
	const page = readFileSync('README.md', 'utf8');
	const [start, end] = [page.indexOf(START), page.indexOf(END)];
	if (start < 0 || end < start)
		throw new Error(`README.md has no place for the function reference: it needs the lines "${START}" and "${END}"`);
	return `${page.slice(0, start)}${START}\n${overview('en')}\n${page.slice(end)}`;
}

function pageName(language: Language): string {
	return language === 'en' ? 'docs/functions.md' : `docs/functions.${language}.md`;
}

const pages = new Map([
	['README.md', readme()],
	...LANGUAGES.map((language) => [pageName(language), functionsPage(language)] as const),
]);
const stale = [...pages]
	.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
	.map(([path]) => path);
if (!process.argv.includes('--check')) {
	for (const [path, text] of pages) writeFileSync(path, text);
	console.log(stale.length === 0 ? `${pages.size} pages, all as they were` : `written: ${stale.join(', ')}`);
} else {
	for (const path of stale) console.error(`${path} is not what the metrics say: run npm run docs`);
	console.log(`docs: ${pages.size} pages checked`);
	if (stale.length > 0) process.exitCode = 1;
}
