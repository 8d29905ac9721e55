/**
 * `npm run listing`: checks texts and pictures of the store listing, and lists what the publisher still has to fill in.
 * Exit code 1 for a text or a picture that the form would refuse; placeholders alone are no failure.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Listing, pictureFlaws, pictureSize, placeholders, textFlaws } from './listing/listing.ts';

const IMAGES = join('docs', 'images');

const listing = JSON.parse(readFileSync(join('docs', 'listing.json'), 'utf8')) as Listing;
const sizes = new Map(
	readdirSync(IMAGES)
		.filter((name) => name.endsWith('.png'))
		.map((name) => [name, pictureSize(readFileSync(join(IMAGES, name)))] as const),
);
const flaws = [...textFlaws(listing), ...pictureFlaws(sizes)];
for (const flaw of flaws) console.log(flaw);
const missing = placeholders(listing);
console.log(
	missing.length === 0
		? 'Nothing is left to fill in.'
		: `Left to fill in before publishing, in docs/listing.json: ${missing.join(', ')}.`,
);
console.log(flaws.length === 0 ? 'The listing fits the form.' : `${flaws.length} would be refused.`);
process.exitCode = flaws.length === 0 ? 0 : 1;
