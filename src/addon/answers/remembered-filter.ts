/** The filter with which a user's page opens: the one of last time, as far as the table still has what it names. */
import { textKey } from '../../core/cells/text-key.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import { readPeriod } from '../../core/statistics/period.ts';
import { keepUserFilter, readUserFilter } from '../../sheet/user-filter.ts';
import { REQUESTS } from '../contract/request-shape.ts';
import type { Execution } from '../execution.ts';

interface Choice {
	readonly filter: ReportFilter;
	readonly chosenAt: number;
}

const ALL_TIME: ReportFilter = { period: null, cohort: 'created', columns: {} };

export function rememberedFilter({ document }: Execution, { opportunities, asOfDay }: Pipeline): ReportFilter {
	const choice = parsed(readUserFilter(document.spreadsheet.getId()));
	if (choice === null) return ALL_TIME;
	const { filter } = choice;
	const headings = new Set(opportunities.headings.map(textKey));
	const isKnown = Object.keys(filter.columns).every((heading) => headings.has(textKey(heading)));
	const isReadable = filter.period === null || readPeriod(filter.period, asOfDay) !== null;
	return isKnown && isReadable ? filter : ALL_TIME;
}

function parsed(text: string | null): Choice | null {
	try {
		const choice: unknown = JSON.parse(text ?? 'null');
		return REQUESTS.report(choice) && choice.chosenAt !== undefined ? (choice as Choice) : null;
	} catch {
		return null;
	}
}

/**
 * Filters that are chosen quickly one after the other are calls at the same time, and any of them may end last.
 * @param chosenAt milliseconds: a later choice that is kept already stays
 */
export function rememberFilter({ document }: Execution, filter: ReportFilter, chosenAt: number): void {
	const id = document.spreadsheet.getId();
	const kept = parsed(readUserFilter(id));
	if (kept === null || kept.chosenAt <= chosenAt) keepUserFilter(id, JSON.stringify({ filter, chosenAt }));
}

export function forgetFilter({ document }: Execution): void {
	keepUserFilter(document.spreadsheet.getId(), null);
}
