import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../src/core/cells/issue.ts';
import { MISUSE_CODES } from '../../src/core/formula/misuse.ts';
import { FIELDS } from '../../src/core/model/opportunity.ts';
import { fill } from '../../src/messages/format.ts';
import { SERVER_EN } from '../../src/messages/server.en.ts';
import { SERVER_ZH_CN } from '../../src/messages/server.zh-CN.ts';
import { GOOGLE_CODES, OWN_CODES } from '../../src/sheet/failure.ts';

const placeholders = (text: string): string[] =>
	[...new Set([...text.matchAll(/\{(\w+)/gu)].map((match) => match[1] as string))].sort();

describe('the texts of the server', () => {
	it('are the ones that were read and agreed', async () => {
		const lines = Object.entries(SERVER_EN).map(
			([key, text]) => `${key}\n  ${text}\n  ${SERVER_ZH_CN[key as keyof typeof SERVER_EN]}`,
		);
		await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/server-texts.txt');
	});

	it('word every issue, misuse, failure and field in both languages', () => {
		const keys = [
			...ISSUE_CODES.flatMap((code) => [`issue.${code}`, `title.${code}`]),
			...MISUSE_CODES.map((code) => `misuse.${code}`),
			...[...GOOGLE_CODES, ...OWN_CODES].map((code) => `failure.${code}`),
			...FIELDS.map((field) => `field.${field}`),
		];
		for (const key of keys) {
			expect(SERVER_EN, key).toHaveProperty([key]);
			expect(SERVER_ZH_CN, key).toHaveProperty([key]);
		}
	});

	it('name no value in Chinese that English does not name, and leave out only what plural forms need', () => {
		for (const [key, english] of Object.entries(SERVER_EN)) {
			const chinese = placeholders(SERVER_ZH_CN[key as keyof typeof SERVER_EN]);
			expect(placeholders(english), key).toEqual(chinese);
		}
	});
});

describe('fill', () => {
	it('puts values in and chooses between one and many', () => {
		expect(fill('{n} {n:deal|deals} in {where}', { n: 1, where: 'A1' })).toBe('1 deal in A1');
		expect(fill('{n} {n:deal|deals}', { n: 0 })).toBe('0 deals');
	});

	it('never reads a value as a placeholder or a pattern', () => {
		expect(fill('{a}{b}', { a: '{b}$&$1', b: '!' })).toBe('{b}$&$1!');
	});

	it('leaves a name without a value visible, also one that every object has', () => {
		expect(fill('{missing} {constructor} {__proto__}', {})).toBe('{missing} {constructor} {__proto__}');
	});
});
