/** A Chinese deal sheet as people keep it: amounts in units of 10,000, stages of the first contacts, a stage with a blank in it. */
import { describe, expect, it } from 'vitest';
import { Book, data, type Value } from './book.ts';

const HEADINGS = ['商机名称', '阶段', '金额（万元）', '创建日期', '负责人'];
const STAGES = ['线索', '初访', '方案', '方 案', '谈判', '赢单', '输单'];
const rows = (): Value[][] =>
	Array.from({ length: 70 }, (_, at) => [`商机${at}`, STAGES[at % 7] as string, 12, '2026-01-05', '王芳']);

describe('a Chinese deal sheet', () => {
	const book = new Book(rows(), { headings: HEADINGS, locale: 'zh_CN' });
	const { proposal } = book.open();

	it('knows the first contacts as open stages and asks where their order rests on nothing', () => {
		expect(proposal?.stages.map(({ name, kind }) => [name, kind])).toEqual([
			['线索', 'open'],
			['初访', 'open'],
			['方案', 'open'],
			['谈判', 'open'],
			['赢单', 'won'],
			['输单', 'lost'],
		]);
		const asked = proposal?.orderDoubts.map(({ first, second }) => [first, second]) ?? [];
		for (const pair of asked) expect([['线索', '初访']]).toContainEqual(pair);
	});

	it('counts “方 案” as 方案, and 12 under 金额（万元） as 120,000 yuan', () => {
		const { ready } = data(book.setUp());
		expect(ready?.report.currency).toBe('CNY');
		const stage = ready?.report.stages.find(({ name }) => name === '方案');
		expect([stage?.now, stage?.amount]).toEqual([20, 20 * 120_000]);
	});
});
