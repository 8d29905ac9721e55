/** How the sidebar prints numbers, money, dates and periods in both languages. */
import { describe, expect, it } from 'vitest';
import { createWords } from '../../sidebar/words.ts';
import { checkWords } from '../../src/messages/sidebar.check.ts';
import { dealWords } from '../../src/messages/sidebar.deals.ts';
import { frameWords } from '../../src/messages/sidebar.frame.ts';
import { funnelWords } from '../../src/messages/sidebar.funnel.ts';
import { insertWords } from '../../src/messages/sidebar.insert.ts';
import { settingsWords } from '../../src/messages/sidebar.settings.ts';
import { setupWords } from '../../src/messages/sidebar.setup.ts';
import { sidebarWords } from '../../src/messages/sidebar.words.ts';

const english = createWords('en', 'en-US');
const chinese = createWords('zh-CN', 'zh-CN');

describe('the words of the sidebar', () => {
	it('print money compactly with three significant digits', () => {
		expect(english.money(20_450, 'USD')).toBe('$20.5K');
		expect(chinese.money(20_450, 'USD')).toBe('$2.05万');
		expect(chinese.money(7412, 'CNY')).toBe('¥7412');
		expect(english.money(null, 'USD')).toBe('–');
	});

	it('give all amounts of a list as many digits, whatever these are', () => {
		const list = (words: typeof english) =>
			[12e6, 17.1e6, 941_000, 84_000, 999_999, -2e6].map((n) => words.money(n, '€'));
		expect(list(english)).toEqual(['€12.0M', '€17.1M', '€941K', '€84.0K', '€1.00M', '-€2.00M']);
		expect(list(chinese)).toEqual(['€1200万', '€1710万', '€94.1万', '€8.40万', '€100万', '-€200万']);
		expect([120_000_000, 20_000, 2e8].map((n) => chinese.money(n, 'CNY'))).toEqual(['¥1.20亿', '¥2.00万', '¥2.00亿']);
		// What is not shortened is exact as it is.
		expect([0, 5, 7.5, 941].map((n) => english.money(n, 'USD'))).toEqual(['$0', '$5', '$7.5', '$941']);
	});

	it('print an amount whose currency is only a sign, or unknown', () => {
		expect(english.money(1_520_000, '€')).toBe('€1.52M');
		expect(english.money(1_520_000, '')).toBe('1.52M');
	});

	it('print dates as the calendar day that they name, whatever the reader’s time zone', () => {
		expect(english.date('2026-03-01')).toBe('Mar 1, 2026');
		expect(chinese.date('2026-03-01')).toBe('2026年3月1日');
	});

	it('name every shape of a period', () => {
		expect(['2026-Q3', '2026-03', '2026', 'last 90 days', null].map((period) => english.period(period))).toEqual([
			'Jul–Sep 2026',
			'Mar 2026',
			'2026',
			'Last 90 days',
			'All time',
		]);
		expect(['2026-Q3', '2026-03', '2026', 'last 90 days', null].map((period) => chinese.period(period))).toEqual([
			'2026年7–9月',
			'2026年3月',
			'2026年',
			'最近 90 天',
			'全部时间',
		]);
	});

	it('choose the singular by the number', () => {
		expect(english.t('deals', { n: 1 })).toBe('1 deal');
		expect(english.t('deals', { n: 1200 })).toBe('1,200 deals');
		expect(english.figure(1.04, 'days', '')).toBe('1 day');
	});

	it('give a ratio’s change in points and any other relative, both with their sign', () => {
		expect(english.change(0.126, 0.105, 'ratio')).toBe('+2.1 pts');
		expect(english.change(90, 100, 'currency')).toBe('-10%');
	});

	it('keep text from the sheet as it is, braces and bars included', () => {
		expect(english.t('movedTo', { stage: '{n}|<b>$&', n: 2 })).toBe('“{n}|<b>$&” is now number 2.');
	});

	it('have each key in one file only: a second one would take the first one’s place unseen', () => {
		const parts = [frameWords, funnelWords, dealWords, checkWords, setupWords, settingsWords, insertWords];
		expect(Object.keys(sidebarWords).length).toBe(parts.flatMap((part) => Object.keys(part)).length);
	});

	it('carry the same parameters in both languages', () => {
		const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/gu) ?? [])].sort();
		for (const [key, [english, chinese]] of Object.entries(sidebarWords)) {
			expect([key, parameters(chinese)]).toEqual([key, parameters(english)]);
		}
	});
});
