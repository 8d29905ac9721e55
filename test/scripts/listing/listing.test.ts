import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	type Listing,
	lookOf,
	PICTURES,
	pictureFlaws,
	pictureSize,
	placeholders,
	staleFlaws,
	textFlaws,
} from '../../../scripts/listing/listing.ts';

const LISTING = JSON.parse(readFileSync('docs/listing.json', 'utf8')) as Listing;
const withTexts = (texts: object): Listing => ({
	...LISTING,
	languages: { en: { ...LISTING.languages.en, ...texts } as Listing['languages'][string] },
});

describe('the store listing', () => {
	it('fits the form as it is in the repository', () => {
		const names = readdirSync('docs/images').filter((name) => name.endsWith('.png'));
		const sizes = new Map(names.map((name) => [name, pictureSize(readFileSync(join('docs/images', name)))] as const));
		expect([...textFlaws(LISTING), ...pictureFlaws(sizes)]).toEqual([]);
	});
	it.each([
		[
			{ shortDescription: 'x'.repeat(201) },
			'listing.json, en, shortDescription: has 201 characters, at most 200 are allowed',
		],
		[
			{ name: 'Funnel for Google Sheets' },
			'listing.json, en, name: “Funnel for Google Sheets” names a product of Google',
		],
		[{ postInstallTip: ' ' }, 'listing.json, en, postInstallTip: is empty'],
	])('names the text that the form would refuse', (texts, flaw) => {
		expect(textFlaws(withTexts(texts))).toEqual([flaw]);
	});
	it('names pictures that are missing or of another size', () => {
		const sizes = new Map([...Object.entries(PICTURES), ['listing-funnel-en.png', [1280, 800] as const] as const]);
		expect(pictureFlaws(sizes)).toEqual([]);
		expect(pictureFlaws(new Map([...sizes, ['icon-120.png', [128, 128]]]))).toEqual([
			'docs/images/icon-120.png: is 128 × 128, the form wants 120 × 120',
		]);
		sizes.delete('listing-funnel-en.png');
		sizes.delete('icon-32.png');
		expect(pictureFlaws(sizes)).toHaveLength(2);
	});
	it('notices pictures that show another build than today’s', () => {
		expect(staleFlaws(`${lookOf('<p>now</p>')}\n`, '<p>now</p>')).toEqual([]);
		expect(staleFlaws(lookOf('<p>then</p>'), '<p>now</p>')).toEqual([
			'docs/images: the pictures show another build than today’s; run npm run screenshots',
		]);
		expect(staleFlaws(null, '<p>now</p>')).toHaveLength(1);
	});
	it('tells what only the publisher knows', () => {
		expect(
			placeholders({ ...LISTING, supportAddress: 'TO FILL IN: an address', homePage: 'https://example.com' }),
		).toContain('supportAddress');
		expect(placeholders({ ...LISTING, homePage: 'https://example.com' })).not.toContain('homePage');
	});
	it('has an anchor in the page for every part that is filled in', () => {
		const page = readFileSync('docs/publishing.md', 'utf8');
		for (const field of Object.keys(LISTING).filter((name) => name !== 'languages'))
			expect(page, field).toContain(`\`${field}\``);
		const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8')) as { oauthScopes: string[] };
		for (const scope of oauthScopes) expect(page).toContain(scope);
	});
});
