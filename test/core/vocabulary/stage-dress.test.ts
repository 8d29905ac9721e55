// The same stage in other dress: signs, spaces, pictures, numbering; and what looks like it and is not.
import { describe, expect, it } from 'vitest';
import { dressKeys, stagesInOne } from '../../../src/core/vocabulary/stage-dress.ts';

const isOne = (...names: readonly string[]): boolean => new Set(dressKeys(names)).size === 1;

describe('one stage', () => {
	it.each([
		[
			'dashes, colons, slashes',
			['Proposal sent', 'Proposal - sent', 'Proposal – sent', 'Proposal: sent', 'Proposal/sent'],
		],
		['brackets and full stops', ['Closed Won', 'Closed (Won)', 'closed won.', 'Closed_Won', '[Closed] Won']],
		[
			'ways of numbering',
			['2. Qualified', '2 - Qualified', '2) Qualified', '02: Qualified', 'Stage 2: Qualified', 'Qualified'],
		],
		['letters', ['B. Angebot', 'B) Angebot', 'B - Angebot', 'B: Angebot']],
		['pictures', ['🔥 Lead', 'Lead', 'Lead 🔥', '🔥Lead']],
		['numbers as pictures', ['1️⃣ Prospección', '1. Prospeccion', 'Prospección']],
		['spaces in Chinese', ['报价', '报 价', '报　价', '2、报价']],
		['Japanese brackets', ['提案（送付済）', '提案(送付済)', '提案 送付済']],
		['Cyrillic dashes', ['КП отправлено', 'КП - отправлено', 'КП — отправлено']],
	])('%s', (_, names) => {
		expect(isOne(...names)).toBe(true);
	});
});

describe('several stages', () => {
	it.each([
		['numbers alone tell them apart', ['1. Call', '2. Call']],
		['pictures alone tell them apart', ['🟢 Active', '🔴 Active']],
		['pictures are the names', ['🔥', '✅']],
		['one is asked', ['Won', 'Won?']],
		['one is denied', ['Gewonnen', 'Nicht gewonnen']],
		['they have percentages of their own', ['Proposal (50%)', 'Proposal (75%)']],
		['a plus counts', ['C', 'C+']],
	])('%s', (_, names) => {
		expect(isOne(...names)).toBe(false);
	});
	it('what has no number belongs to none of two that have', () => {
		expect(new Set(dressKeys(['1. Call', '2. Call', 'Call'])).size).toBe(3);
	});
});

describe('two stages in one cell', () => {
	const known = new Set(['lead', 'proposal', 'won', '新建', '报价', 'neu', 'angebot']);
	it.each([
		['Lead, Proposal', 2],
		['Neu; Angebot', 2],
		['新建、报价', 2],
		['Lead → Proposal → Won', 3],
		['Lead / Proposal', 2],
		['Lead & Proposal', 2],
		['Lead, then', 0],
		['Proposal', 0],
		['Proposal sent', 0],
	])('%s names %i', (text, count) => {
		expect(stagesInOne(text, (key) => known.has(key))).toHaveLength(count);
	});
});
