/**
 * `npm run listing`: checks texts and pictures of the store listing, and lists what the publisher still has to fill in.
 * Exit code 1 for a text or a picture that the form would refuse, and for pictures of an older build; placeholders
 * alone are not a failure.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, DIST_FOLDER } from './build.ts';
import {
	type Listing,
	pictureFlaws,
	pictureSize,
	placeholders,
	staleFlaws,
	TAKEN_OF,
	textFlaws,
} from './listing/listing.ts';

const IMAGES = join('docs', 'images');

const listing = JSON.parse(readFileSync(join('docs', 'listing.json'), 'utf8')) as Listing;
const sizes = new Map(
	readdirSync(IMAGES)
		.filter((name) => name.endsWith('.png'))
		.map((name) => [name, pictureSize(readFileSync(join(IMAGES, name)))] as const),
);
await buildAll();
const record = join(IMAGES, TAKEN_OF);
const recorded = existsSync(record) ? readFileSync(record, 'utf8') : null;
const page = readFileSync(join(DIST_FOLDER, 'sidebar.html'), 'utf8');
const flaws = [...textFlaws(listing), ...pictureFlaws(sizes), ...staleFlaws(recorded, page)];
for (const flaw of flaws) console.log(flaw);
const missing = placeholders(listing);
console.log(
	missing.length === 0
		? 'Nothing is left to fill in.'
		: `Left to fill in before publishing, in docs/listing.json: ${missing.join(', ')}.`,
);
console.log(flaws.length === 0 ? 'The listing fits the form.' : `${flaws.length} would be refused.`);
process.exitCode = flaws.length === 0 ? 0 : 1;
