/**
 * Writes the function reference into README.md and docs/ from the metric registry, and the doubts about Google into the
 * checklist. With `--check` writes nothing and fails when a file is not what it would write.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { doubtsTable } from './docs/doubts.ts';
import { functionsPage, overview } from './docs/reference.ts';
import { LANGUAGES, type Language } from './docs/words.ts';

const START = '<!-- functions: written by `npm run docs`, do not edit -->';
const END = '<!-- /functions -->';

/** The page with the part between two of its lines written again. */
function withPart(path: string, first: string, last: string, part: string): string {
	const page = readFileSync(path, 'utf8');
	const [start, end] = [page.indexOf(first), page.indexOf(last)];
	if (start < 0 || end < start) throw new Error(`${path} lacks the lines "${first}" and "${last}"`);
	return `${page.slice(0, start)}${first}\n${part}\n${page.slice(end)}`;
}

function readme(): string {
	return withPart('README.md', START, END, overview('en'));
}

const DOUBTS_START = '<!-- doubts: written by `npm run docs`, do not edit -->';
const DOUBTS_END = '<!-- /doubts -->';
const CHECKLIST = 'docs/real-sheet-checklist.md';

function checklist(): string {
	return withPart(CHECKLIST, DOUBTS_START, DOUBTS_END, doubtsTable());
}

function pageName(language: Language): string {
	return language === 'en' ? 'docs/functions.md' : `docs/functions.${language}.md`;
}

const pages = new Map([
	['README.md', readme()],
	[CHECKLIST, checklist()],
	...LANGUAGES.map((language) => [pageName(language), functionsPage(language)] as const),
]);
const stale = [...pages]
	.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
	.map(([path]) => path);
if (!process.argv.includes('--check')) {
	for (const [path, text] of pages) writeFileSync(path, text);
	console.log(stale.length === 0 ? `${pages.size} pages, all as they were` : `written: ${stale.join(', ')}`);
} else {
	for (const path of stale) console.error(`${path} is not what its source says: run npm run docs`);
	console.log(`docs: ${pages.size} pages checked`);
	if (stale.length > 0) process.exitCode = 1;
}
