import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../../../src/core/model/settings-check.ts';

const good = {
	...DEFAULT_SETTINGS,
	dealSheetId: 7,
	dealSheetName: 'Deals',
	headerRow: 2,
	columns: { stage: 'Stage', amount: 'Value' },
	stageDateColumns: { k1: 'Demo date' },
	ignoredIssues: ['unknownStage|D-1|Wonn'],
};

describe('stored settings', () => {
	it('come back as they were', () => expect(parseSettings(JSON.stringify(good))).toEqual({ settings: good }));
	it('of version 1 become those of today with the same table; the editor, whom it recorded unasked, is recorded no more', () => {
		const old = { ...good, version: 1, recordEditor: true };
		expect(parseSettings(JSON.stringify(old))).toEqual({ settings: { ...good, recordEditor: false } });
		expect(parseSettings(JSON.stringify({ ...good, recordEditor: true }))).toEqual({
			settings: { ...good, recordEditor: true },
		});
	});
	it.each<[string, string | null, string]>([
		['nothing', null, 'none'],
		['an empty text', ' ', 'none'],
		['a cut text', JSON.stringify(good).slice(0, 80), 'truncated'],
		['a newer version', JSON.stringify({ ...good, version: good.version + 1 }), 'newer'],
		['a newer version of another shape', '{"version":99}', 'newer'],
		['a missing sheet', JSON.stringify({ ...good, dealSheetId: undefined }), 'incomplete'],
		['missing columns', JSON.stringify({ ...good, columns: undefined }), 'incomplete'],
		['no version', '{}', 'incomplete'],
		['a list', '[]', 'damaged'],
		['null', 'null', 'damaged'],
		['a number', '1e999', 'damaged'],
		['a wrong type', JSON.stringify({ ...good, headerRow: '2' }), 'damaged'],
		['a version of no sense', '{"version":"1"}', 'damaged'],
	])('%s', (_, text, problem) => expect(parseSettings(text)).toEqual({ problem }));
	it.each<[string, object]>([
		['a sheet number that is none', { dealSheetId: '7' }],
		['a sheet number with a fraction', { dealSheetId: 7.5 }],
		['a sheet name that is no text', { dealSheetName: 7 }],
		['a header row above the sheet', { headerRow: 0 }],
		['a header row between two', { headerRow: 1.5 }],
		['columns that are a list', { columns: ['Stage'] }],
		['a version before the first', { version: 0 }],
		['a version between two', { version: 1.5 }],
	])('%s is damage', (_, change) =>
		expect(parseSettings(JSON.stringify({ ...good, ...change }))).toEqual({ problem: 'damaged' }),
	);
	it.each(['dealSheetName', 'headerRow'])('without %s are incomplete', (key) =>
		expect(parseSettings(JSON.stringify({ ...good, [key]: undefined }))).toEqual({ problem: 'incomplete' }),
	);
	it('keep every choice that there is, the first row among them', () => {
		const kept = (change: object) =>
			expect(parseSettings(JSON.stringify({ ...good, ...change }))).toEqual({ settings: { ...good, ...change } });
		kept({
			headerRow: 1,
			completeFormulas: !good.completeFormulas,
			stageColors: !good.stageColors,
			strictStages: !good.strictStages,
			recordEditor: !good.recordEditor,
		});
		for (const winRateMode of ['all', 'closed', 'value']) kept({ winRateMode });
		for (const language of ['auto', 'en', 'zh-CN']) kept({ language });
		for (const theme of ['light', 'dark', 'system']) kept({ theme });
		kept({ currency: 'USD' });
	});
	it('lose what is no text where texts belong, and columns that are no field', () => {
		const stored = {
			...good,
			columns: { ...good.columns, owner: 5, nonsense: 'X' },
			stageDateColumns: { k1: 'Demo date', k2: 3 },
			ignoredIssues: ['a', 4, null],
		};
		expect(parseSettings(JSON.stringify(stored))).toEqual({ settings: { ...good, ignoredIssues: ['a'] } });
		expect(parseSettings(JSON.stringify({ ...good, ignoredIssues: 'a', stageDateColumns: [1] }))).toEqual({
			settings: { ...good, ignoredIssues: [], stageDateColumns: {} },
		});
		expect(parseSettings(undefined)).toEqual({ problem: 'none' });
	});
	it('without a preference take its default', () => {
		const { theme, strictStages, ...rest } = good;
		expect([theme, strictStages]).toEqual(['light', false]);
		expect(parseSettings(JSON.stringify({ ...rest, winRateMode: 'none', language: 5 }))).toEqual({
			settings: { ...good, winRateMode: 'all', language: 'auto' },
		});
	});
	it('keep a currency as short as one is, and none where it is no text', () => {
		const currencyOf = (currency: unknown) => {
			const parsed = parseSettings(JSON.stringify({ ...good, currency }));
			return 'settings' in parsed && parsed.settings.currency;
		};
		expect([currencyOf('x'.repeat(500)), currencyOf(7), currencyOf(undefined)]).toEqual(['x'.repeat(12), '', '']);
	});
	it('do not reach the prototype', () => {
		const parsed = parseSettings(
			JSON.stringify(good)
				.replace('"columns":{', '"columns":{"__proto__":"x","constructor":"y","polluted":"z",')
				.replace('"stageDateColumns":{', '"stageDateColumns":{"__proto__":"x",'),
		);
		expect('settings' in parsed && parsed.settings.columns).toEqual(good.columns);
		expect('settings' in parsed && Object.keys(parsed.settings.stageDateColumns)).toEqual(['__proto__', 'k1']);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
	it('never throw', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.json(),
					fc
						.json()
						.map((json) => JSON.stringify({ ...good, columns: JSON.parse(json), ignoredIssues: JSON.parse(json) })),
				),
				(text) => {
					const parsed = parseSettings(text);
					expect('settings' in parsed ? typeof parsed.settings.headerRow : typeof parsed.problem).toMatch(
						/number|string/u,
					);
				},
			),
			{ seed: 5, numRuns: 300 },
		);
	});
});
