/**
 * What must be said beside a forecast: how it was made, what it leaves out, what looks odd. Codes and numbers; words
 * are in metrics/shared/forecast-words.ts.
 */

import type { LeftOut } from '../statistics/deal-standing.ts';
import type { ExpectedDates } from './expected-dates.ts';
import { type CountedForecast, FEW_WINS } from './forecast.ts';
import { staleDeals } from './stale-deals.ts';

export type ForecastNote =
	| { readonly code: 'fewWins' | 'noHistory' | 'noCreation' | 'noAmounts' | 'noClosing' | 'setAtClosing' }
	| { readonly code: 'needsWins'; readonly wins: number; readonly needed: number }
	| { readonly code: 'import'; readonly day: number; readonly share: number }
	| { readonly code: 'stale'; readonly deals: number; readonly amount: number; readonly expected: number }
	| { readonly code: 'leftOut'; readonly leftOut: LeftOut }
	/**
	 * Won deals with an expected date: median days from it to the closing, and the share that closed within a day of it.
	 */
	| { readonly code: 'slip'; readonly median: number; readonly onTime: number }
	| { readonly code: 'beyondSeen'; readonly days: number };

/** A larger share of the new deals than this on one day looks like an import, when it is as many deals. */
const IMPORT_SHARE = 0.25;
const IMPORT_DEALS = 10;
/** At so many closings on the expected day it was filled in at the closing. */
const SET_AT_CLOSING = 0.8;

export function forecastNotes(forecast: CountedForecast, expected: ExpectedDates | null): ForecastNote[] {
	const { basis, learned } = forecast;
	const notes: ForecastNote[] = [];
	if (learned.window.wins < FEW_WINS) notes.push({ code: 'fewWins' });
	if (basis.method === 'age') notes.push({ code: 'noHistory' });
	if (basis.method === 'ends') notes.push({ code: 'noCreation' });
	if (basis.isCount) notes.push({ code: 'noAmounts' });
	const arrivals = learned.deals?.arrivals;
	if (
		arrivals !== undefined &&
		arrivals.peak.share > IMPORT_SHARE &&
		arrivals.peak.share * arrivals.deals >= IMPORT_DEALS
	)
		notes.push({ code: 'import', ...arrivals.peak });
	const stale = staleDeals(forecast);
	if (stale.deals > 0 && basis.method !== 'ends') notes.push({ code: 'stale', ...stale });
	const { leftOut } = basis.counts;
	if (Object.values(leftOut).some((deals) => deals > 0)) notes.push({ code: 'leftOut', leftOut });
	const slip = expected?.slip ?? null;
	if (slip !== null) {
		const { median, onTime } = slip;
		notes.push(onTime >= SET_AT_CLOSING ? { code: 'setAtClosing' } : { code: 'slip', median, onTime });
	}
	return notes;
}
