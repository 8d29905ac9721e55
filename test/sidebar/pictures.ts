/**
 * Pictures of the sidebar against those that somebody has looked at and kept in `golden/`. `npm run review` shows what differs.
 * Not here: the states that are pictured (states/), the review (scripts/review.ts).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { pictureDifference } from '../support/picture-difference.ts';

export const GOLDEN = 'test/sidebar/golden';
/** The pictures of the last run. */
export const NOW = 'test/e2e/output/sidebar';
/** Main version of the browser that the kept pictures are of. */
export const MADE_WITH = `${GOLDEN}/made-with.txt`;

/** Pixels that may differ where the same browser draws the same page. */
const MOST_PIXELS = 8;
/** Share of a picture that may differ where another version of the browser draws it: buttons and fields are its own. */
const MOST_OF_ANOTHER_VERSION = 0.005;

export const mainVersion = (version: string): string => version.split('.')[0] as string;

/** Whether the kept pictures are of this version of the browser. */
export const isSameBrowser = (version: string): boolean =>
	existsSync(MADE_WITH) && readFileSync(MADE_WITH, 'utf8').trim() === mainVersion(version);

/** What differs too much between these two, in words; '' when an eye would see none of it. */
export function pictureFlaw(golden: Buffer, now: Buffer, isSameVersion: boolean): string {
	const { pixels, size, picture } = pictureDifference(golden, now);
	const most = isSameVersion ? MOST_PIXELS : picture.width * picture.height * MOST_OF_ANOTHER_VERSION;
	return size !== '' ? size : pixels > most ? `${pixels} pixels differ` : '';
}

/** Takes a picture of the whole window, and says what is wrong with it; '' when it is the kept one. */
export async function pictured(page: Page, name: string): Promise<string> {
	const now = await page.screenshot({ animations: 'disabled' });
	mkdirSync(NOW, { recursive: true });
	writeFileSync(`${NOW}/${name}.png`, now);
	// They were kept on Linux; other systems draw the same letters in another way.
	if (process.platform !== 'linux') return '';
	const path = `${GOLDEN}/${name}.png`;
	if (!existsSync(path)) return `${name}: no picture is kept; look at it with npm run review`;
	const version = page.context().browser()?.version() ?? '';
	const flaw = pictureFlaw(readFileSync(path), now, isSameBrowser(version));
	return flaw === ''
		? ''
		: `${name}: ${flaw}; look at it with npm run review (this is version ${version} of the browser)`;
}
