/** Words of the interface that texts and pages quote are the words that the interface shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SERVER_EN } from '../../src/messages/server.en.ts';
import { SERVER_ZH_CN } from '../../src/messages/server.zh-CN.ts';
import { sidebarWords } from '../../src/messages/sidebar.words.ts';

const LANGUAGES = [
	{ language: 'English', at: 0, server: SERVER_EN, extensions: 'Extensions', pages: ['README.md', 'docs/guide.md'] },
	{ language: 'Chinese', at: 1, server: SERVER_ZH_CN, extensions: '扩展程序', pages: ['docs/guide.zh-CN.md'] },
] as const;

/** Quoted too, and no words of ours: what people write into cells, Google's words, the words of formulas. */
const OTHERS = new Set(['None', '无', '新建', '报价', '是', '否', 'periods', '扩展程序 → Stagekeeper']);

describe.each(LANGUAGES)('quoted words in $language', ({ at, server, extensions, pages }) => {
	const texts = [...Object.values(server), ...Object.values(sidebarWords).map((pair) => pair[at] ?? '')];
	const shown = new Set(texts.flatMap((text) => text.split('|')));
	const menu = new Set(Object.entries(server).flatMap(([key, text]) => (key.startsWith('menu.') ? [text] : [])));

	it('of texts are in the dictionary', () => {
		const quoted = texts.flatMap((text) => [...text.matchAll(/“([^”{}]+)”/gu)].map(([, words]) => words ?? ''));
		expect(quoted.length).toBeGreaterThan(0);
		expect([...new Set(quoted)].filter((words) => !shown.has(words) && !OTHERS.has(words))).toEqual([]);
	});

	it.each(pages)('that %s gives as ways through the menu are those of the menu', (page) => {
		const ways = [...readFileSync(page, 'utf8').matchAll(/\*\*([^*\n]+ → Stagekeeper → [^*\n]+)\*\*/gu)];
		expect(ways.length).toBeGreaterThan(0);
		for (const [, way] of ways) {
			const [first, , item] = (way ?? '').replace(/[.。]$/u, '').split(' → ');
			expect([first, menu.has(item ?? '') ? 'in the menu' : item]).toEqual([extensions, 'in the menu']);
		}
	});
});
