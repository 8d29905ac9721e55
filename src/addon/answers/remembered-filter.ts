/** The filter with which a user's page opens: the one of last time, as far as the table still has what it names. */
import { textKey } from '../../core/cells/text-key.ts';
import type { Opportunities } from '../../core/model/opportunity.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import { readPeriod } from '../../core/statistics/period.ts';
import { keepUserFilter, readUserFilter } from '../../sheet/user-filter.ts';
import { REQUESTS } from '../contract/request-shape.ts';
import type { Execution } from '../execution.ts';

interface Choice {
	readonly filter: ReportFilter;
	/** By the clock of the user's machine. */
	readonly chosenAt: number;
	/** By Google's clock. */
	readonly keptAt: number;
}

/** Longer than any execution: what was kept before that was not chosen at the same time. */
const SAME_TIME_MS = 6 * 60_000;

const ALL_TIME: ReportFilter = { period: null, cohort: 'created', columns: {} };

export function rememberedFilter({ document }: Execution, { opportunities, asOfDay }: Pipeline): ReportFilter {
	const choice = parsed(readUserFilter(document.spreadsheet.getId()));
	if (choice === null) return ALL_TIME;
	const { filter } = choice;
	const isKnown = Object.entries(filter.columns).every(([heading, value]) => hasValue(opportunities, heading, value));
	const isReadable = filter.period === null || readPeriod(filter.period, asOfDay) !== null;
	return isKnown && isReadable ? filter : ALL_TIME;
}

function hasValue(opportunities: Opportunities, heading: string, value: string): boolean {
	const key = textKey(value);
	return opportunities.dimension(heading)?.labels.some((label) => textKey(label) === key) ?? false;
}

function parsed(text: string | null): Choice | null {
	try {
		const choice: unknown = JSON.parse(text ?? 'null');
		return isChoice(choice) ? choice : null;
	} catch {
		return null;
	}
}

function isChoice(value: unknown): value is Choice {
	return REQUESTS.report(value) && value.chosenAt !== undefined && 'keptAt' in value && Number.isFinite(value.keptAt);
}

/**
 * Filters that are chosen quickly one after the other are calls at the same time, and any of them may end last.
 * A clock that is ahead on another machine of the user's decides nothing later.
 * @param chosenAt milliseconds: a later choice that is kept already stays
 */
export function rememberFilter({ document, now }: Execution, filter: ReportFilter, chosenAt: number): void {
	const id = document.spreadsheet.getId();
	const kept = parsed(readUserFilter(id));
	const isOvertaken = kept !== null && kept.chosenAt > chosenAt && now - kept.keptAt < SAME_TIME_MS;
	if (!isOvertaken) keepUserFilter(id, JSON.stringify({ filter, chosenAt, keptAt: now }));
}

export function forgetFilter({ document }: Execution): void {
	keepUserFilter(document.spreadsheet.getId(), null);
}
