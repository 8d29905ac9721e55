/**
 * `npm run review`: takes the pictures of every state of the sidebar and makes one page of those that differ from the
 * kept ones.
 * `npm run review -- --accept` keeps what that page showed. Not here: what counts as different
 * (test/sidebar/pictures.ts).
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { GOLDEN, isSameBrowser, MADE_WITH, mainVersion, NOW, pictureFlaw } from '../test/sidebar/pictures.ts';
import { ensureBrowser } from '../test/support/browser.ts';
import { smallPicture } from '../test/support/small-picture.ts';
import { runVisibly } from './checks/program.ts';
import { type Finding, reviewPage } from './review/review-page.ts';

const PAGE = `${NOW}/review.html`;

const pictureNames = (folder: string): string[] =>
	existsSync(folder)
		? readdirSync(folder)
				.filter((name) => name.endsWith('.png'))
				.map((name) => name.slice(0, -4))
		: [];

const read = (folder: string, name: string): Buffer | null => {
	const path = `${folder}/${name}.png`;
	return existsSync(path) ? readFileSync(path) : null;
};

/** Everything that is new, gone or different, by name. */
function findings(version: string): Finding[] {
	const names = [...new Set([...pictureNames(GOLDEN), ...pictureNames(NOW)])].sort();
	return names.flatMap((name) => {
		const [golden, now] = [read(GOLDEN, name), read(NOW, name)];
		const flaw =
			golden === null ? 'new' : now === null ? 'no longer taken' : pictureFlaw(golden, now, isSameBrowser(version));
		return flaw === '' ? [] : [{ name, flaw, golden, now }];
	});
}

async function browserVersion(): Promise<string> {
	const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
	const version = browser.version();
	await browser.close();
	return version;
}

function open(path: string): void {
	const { CI, DISPLAY, WAYLAND_DISPLAY, STAGEKEEPER_NO_OPEN } = process.env;
	if (
		CI ||
		STAGEKEEPER_NO_OPEN ||
		!process.stdout.isTTY ||
		(process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
	)
		return;
	const command = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
	spawn(command, [path], { stdio: 'ignore', detached: true })
		.on('error', () => {})
		.unref();
}

/** Keeps what the last review showed. */
function accept(version: string): void {
	if (!existsSync(PAGE)) throw new Error('nothing has been reviewed yet: npm run review first, and look at its page');
	mkdirSync(GOLDEN, { recursive: true });
	const found = findings(version);
	for (const { name, now } of found) {
		if (now === null) rmSync(`${GOLDEN}/${name}.png`);
		else writeFileSync(`${GOLDEN}/${name}.png`, smallPicture(now));
	}
	writeFileSync(MADE_WITH, `${mainVersion(version)}\n`);
	console.log(`${found.length} pictures kept in ${GOLDEN}/`);
}

async function review(version: string): Promise<void> {
	rmSync(NOW, { recursive: true, force: true });
	// What fails there for another reason than a picture is said by the tests themselves.
	await runVisibly('node_modules/vitest/vitest.mjs', [
		'run',
		'--project',
		'browser',
		'--reporter=dot',
		'test/sidebar/states',
	]);
	const taken = pictureNames(NOW).length;
	if (taken === 0) throw new Error('no picture was taken');
	const found = findings(version);
	writeFileSync(PAGE, reviewPage(found, taken));
	console.log(`${taken} pictures taken, ${found.length} differ: ${resolve(PAGE)}`);
	if (found.length > 0) {
		console.log('Keep them with npm run review -- --accept');
		open(resolve(PAGE));
	}
}

const given = process.argv.slice(2);
try {
	if (given.some((argument) => argument !== '--accept'))
		throw new Error(`npm run review takes --accept or nothing, not ${given.join(' ')}`);
	const version = await browserVersion();
	if (given.includes('--accept')) accept(version);
	else await review(version);
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
