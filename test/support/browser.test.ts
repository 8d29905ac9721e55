import { afterEach, describe, expect, it } from 'vitest';
import { findBrowser } from './browser.ts';

describe('findBrowser', () => {
	const named = process.env.CHROME_PATH;
	afterEach(() => {
		if (named === undefined) delete process.env.CHROME_PATH;
		else process.env.CHROME_PATH = named;
	});

	it('takes the program that CHROME_PATH names', () => {
		process.env.CHROME_PATH = process.execPath;
		expect(findBrowser()).toBe(process.execPath);
	});

	it('says so when CHROME_PATH names nothing, instead of taking another one', () => {
		process.env.CHROME_PATH = '/nowhere/chrome';
		expect(findBrowser).toThrow('CHROME_PATH names /nowhere/chrome');
	});
});
