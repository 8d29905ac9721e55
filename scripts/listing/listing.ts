/** What the store's form asks for, and what of it the repository lacks. Limits are those of the form. */

import { createHash } from 'node:crypto';

export interface Listing {
	readonly supportAddress: string;
	readonly supportPage: string;
	readonly homePage: string;
	readonly privacyPage: string;
	readonly termsPage: string;
	readonly developer: string;
	readonly category: string;
	readonly pricing: string;
	readonly languages: Readonly<Record<string, ListingTexts>>;
}

export interface ListingTexts {
	readonly name: string;
	readonly shortDescription: string;
	readonly detailedDescription: string;
	readonly postInstallTip: string;
}

const LIMITS: Readonly<Record<keyof ListingTexts, number>> = {
	name: 50,
	shortDescription: 200,
	detailedDescription: 15_999,
	postInstallTip: 300,
};

const TO_FILL_IN = /^TO FILL IN/u;

/** Pictures by their file name; each screenshot that is there must have the last size. */
export const PICTURES: Readonly<Record<string, readonly [width: number, height: number]>> = {
	'icon-32.png': [32, 32],
	'icon-48.png': [48, 48],
	'icon-96.png': [96, 96],
	'icon-120.png': [120, 120],
	'icon-128.png': [128, 128],
	'listing-banner.png': [220, 140],
};
const SCREENSHOT = [1280, 800] as const;

/** Width and height from the head of a PNG file. @throws Error for another kind of file */
export function pictureSize(bytes: Uint8Array): readonly [number, number] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47) throw new Error('is not a PNG file');
	return [view.getUint32(16), view.getUint32(20)];
}

/** What would be refused: texts that are missing, too long, or name Google. */
export function textFlaws(listing: Listing): string[] {
	return Object.entries(listing.languages).flatMap(([language, texts]) =>
		(Object.keys(LIMITS) as (keyof ListingTexts)[]).flatMap((field) => {
			const text = texts[field] ?? '';
			const place = `listing.json, ${language}, ${field}`;
			if (text.trim() === '') return [`${place}: is empty`];
			if (text.length > LIMITS[field])
				return [`${place}: has ${text.length} characters, at most ${LIMITS[field]} are allowed`];
			if (field === 'name' && /google|sheets|gmail/iu.test(text))
				return [`${place}: “${text}” names a product of Google`];
			return [];
		}),
	);
}

/** Pictures that are missing or have another size. @param sizes of the PNG files in docs/images, by name */
export function pictureFlaws(sizes: ReadonlyMap<string, readonly [number, number]>): string[] {
	const fixed = Object.entries(PICTURES).flatMap(([name, wanted]) => sizeFlaw(name, sizes.get(name), wanted));
	const screenshots = [...sizes].filter(([name]) => /^listing-(?!banner)/u.test(name));
	const counted = screenshots.length === 0 ? ['docs/images/listing-*.png: at least one screenshot is needed'] : [];
	return [...fixed, ...counted, ...screenshots.flatMap(([name, size]) => sizeFlaw(name, size, SCREENSHOT))];
}

/** The build that the pictures show, as `npm run screenshots` records it beside them. */
export const TAKEN_OF = 'taken-of.txt';

/** A hash that distinguishes one look of the sidebar from another. @param page the built page */
export function lookOf(page: string): string {
	return createHash('sha256').update(page).digest('hex').slice(0, 16);
}

/**
 * Pictures of an older build.
 * @param recorded content of TAKEN_OF; null without it
 * @param page the page as it is built now
 */
export function staleFlaws(recorded: string | null, page: string): string[] {
	return recorded?.trim() === lookOf(page)
		? []
		: ['docs/images: the pictures show another build than today’s; run npm run screenshots'];
}

function sizeFlaw(
	name: string,
	size: readonly [number, number] | undefined,
	wanted: readonly [number, number],
): string[] {
	if (size === undefined) return [`docs/images/${name}: is missing`];
	const isRight = size[0] === wanted[0] && size[1] === wanted[1];
	return isRight ? [] : [`docs/images/${name}: is ${size.join(' × ')}, the form wants ${wanted.join(' × ')}`];
}

/** What only the publisher knows and has not filled in, as paths. */
export function placeholders(listing: Listing): string[] {
	return Object.entries(listing).flatMap(([field, value]) =>
		typeof value === 'string' && (TO_FILL_IN.test(value) || value.trim() === '') ? [field] : [],
	);
}
