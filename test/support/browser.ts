/**
 * Finds the Chromium-based browser for the browser tests and installs one where it can, so that they are never skipped.
 * Not here: how a test drives it (test/e2e/).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Flags for a test machine: root has no sandbox there, and the browser must not call home. */
export const BROWSER_FLAGS: readonly string[] = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

const NAMES = [
	'google-chrome-stable',
	'google-chrome',
	'chromium',
	'chromium-browser',
	'microsoft-edge-stable',
	'microsoft-edge',
];

function usualPlaces(): string[] {
	if (process.platform === 'darwin') {
		return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
			(name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
		);
	}
	if (process.platform === 'win32') {
		const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
			.map((name) => process.env[name])
			.filter((folder) => folder !== undefined);
		return folders.flatMap((folder) => [
			`${folder}\\Google\\Chrome\\Application\\chrome.exe`,
			`${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
		]);
	}
	const folders = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
	return folders.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`));
}

/** Path of an installed browser: the one that CHROME_PATH names, else one in the usual places, else Playwright's own; null when there is none. */
export function findBrowser(): string | null {
	const named = process.env.CHROME_PATH;
	if (named !== undefined && named !== '') {
		if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist; correct it or unset it`);
		return named;
	}
	return [...usualPlaces(), chromium.executablePath()].find((path) => path !== '' && existsSync(path)) ?? null;
}

function runs(command: string, args: readonly string[]): boolean {
	console.error(`> ${command} ${args.join(' ')}`);
	// Output goes to stderr: stdout belongs to the caller.
	return (
		spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
			.status === 0
	);
}

function isDebianRoot(): boolean {
	return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages where that is possible, which is on Debian as root; false elsewhere and when it fails. */
export function installWithApt(packages: readonly string[]): boolean {
	return (
		isDebianRoot() &&
		runs('apt-get', ['update']) &&
		runs('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
	);
}

function hasChineseFont(): boolean {
	const answer = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
	return answer.status === 0 && answer.stdout.trim() !== '';
}

/**
 * Path of a browser, installed now when there was none: with apt on Debian as root (with fonts for Chinese), else with Playwright.
 * Throws with what to do when neither works.
 */
export function ensureBrowser(): string {
	const found = findBrowser();
	if (isDebianRoot() && (found === null || !hasChineseFont())) {
		const packages = found === null ? ['chromium', 'fonts-noto-cjk'] : ['fontconfig', 'fonts-noto-cjk'];
		// Missing fonts spoil pictures, not tests: only a missing browser is an error, below.
		installWithApt(packages);
	}
	const afterApt = findBrowser();
	if (afterApt !== null) return afterApt;
	runs(process.platform === 'win32' ? 'npx.cmd' : 'npx', ['playwright-core', 'install', 'chromium']);
	const afterPlaywright = findBrowser();
	if (afterPlaywright !== null) return afterPlaywright;
	throw new Error(
		'the browser tests need Chrome, Chromium or Edge: install one, or set CHROME_PATH to its program file',
	);
}
