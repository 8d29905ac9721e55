/** The languages whose tables are understood: one line each. */
import { chinese } from './chinese.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { indonesian } from './indonesian.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { Language } from './language.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';
import { turkish } from './turkish.ts';
import { vietnamese } from './vietnamese.ts';

export const LANGUAGES: readonly Language[] = [
	english,
	chinese,
	german,
	japanese,
	korean,
	french,
	spanish,
	portuguese,
	italian,
	dutch,
	polish,
	turkish,
	russian,
	vietnamese,
	indonesian,
	swedish,
];
