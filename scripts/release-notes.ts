/**
 * `npm run -s release-notes -- 0.1.0`: the lines of CHANGELOG.md for one version, as the text of a release. Exit code 1
 * when there are none.
 */
import { readFileSync } from 'node:fs';
import { releaseNotes } from './release-notes/release-notes.ts';

const version = (process.argv[2] ?? '').replace(/^v/u, '');
const notes = releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), version);
if (notes === null) {
	console.error(`CHANGELOG.md has no section “## ${version}”; use: npm run -s release-notes -- 0.1.0`);
	process.exitCode = 1;
} else {
	console.log(notes);
}
