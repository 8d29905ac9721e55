/** The first use of a difficult file, from the menu to a stage column that loads: nothing breaks, nothing false is recorded, no user's text becomes a formula. */
import { describe, expect, it } from 'vitest';
import { type Doubts, USUAL_DOUBTS } from '../../workbench/host/doubts.ts';
import { BundleSource } from '../simulation/bundle-copy.ts';
import { distFile } from '../support/dist.ts';
import { firstUseWalk, formulasWalk, type World } from './walks.ts';

const code = new BundleSource(distFile('Code.js'));

/** A full sheet, a typed stage column, an id `=IMPORTDATA("x")`, a stage `+1`, stages from an ARRAYFORMULA that loads for days. */
const walk = (doubts: Partial<Doubts>, world: Partial<World> = {}) =>
	firstUseWalk({ code, doubts: { ...USUAL_DOUBTS, ...doubts }, zone: 'GMT-03:30', locale: 'de_DE', ...world });

describe('the first use with locale de_DE and zone GMT-03:30', () => {
	const english = JSON.stringify(walk({}));

	it.each(['ja', 'zh-CN', 'de'] as const)('ends alike where exceptions are in %s', (exceptionLanguage) => {
		expect(JSON.stringify(walk({ exceptionLanguage }))).toBe(english);
	});

	it('ends alike where Google is as unfriendly as it may be', () => {
		const seen = walk({
			exceptionLanguage: 'ja',
			formulaInTextCell: 'formula',
			apostropheInTextCell: 'consumed',
			formulaSeparators: 'locale',
			typedColumns: 'rulesAndFormats',
			editEvents: 'lateAndLost',
			offsetZone: 'UTC-3:30',
			cellReadTime: 'charged',
		});
		expect(JSON.stringify(seen)).toBe(english);
	});

	it.each([
		['fr_CH', 'fr'],
		['pt_BR', 'pt-BR'],
		['ar', 'ar'],
		['ar_EG', 'ar'],
		['ja_JP', 'ja'],
		['zh_CN', 'zh-CN'],
		['en_US', 'en'],
	] as const)(
		'ends alike with the locale %s and exceptions in %s, in a sheet without free columns',
		(locale, language) => {
			expect(JSON.stringify(walk({}, { locale, exceptionLanguage: language, columns: 10 }))).toBe(english);
		},
	);
});

describe("the formulas' walk", () => {
	it.each(['fr_CH', 'pt_BR', 'ar_EG', 'en_ZA'])(
		'ends alike with the separators of %s, whichever Google takes',
		(locale) => {
			const shown = (['any', 'locale', 'commas'] as const).map((formulaSeparators) =>
				JSON.stringify(
					formulasWalk({ code, doubts: { ...USUAL_DOUBTS, formulaSeparators }, zone: 'GMT-03:30', locale }),
				),
			);
			expect(new Set(shown).size).toBe(1);
		},
	);
});
