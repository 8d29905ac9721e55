/** The filter with which a user's page opens: the one of last time, as far as the table still has what it names. */
import { textKey } from '../../core/cells/text-key.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import { readPeriod } from '../../core/statistics/period.ts';
import { keepUserFilter, readUserFilter } from '../../sheet/user-filter.ts';
import { REQUESTS } from '../contract/request-shape.ts';
import type { Execution } from '../execution.ts';

export const ALL_TIME: ReportFilter = { period: null, cohort: 'created', columns: {} };

export function rememberedFilter({ document }: Execution, { opportunities, asOfDay }: Pipeline): ReportFilter {
	const filter = parsed(readUserFilter(document.spreadsheet.getId()));
	if (filter === null) return ALL_TIME;
	const headings = new Set(opportunities.headings.map(textKey));
	const isKnown = Object.keys(filter.columns).every((heading) => headings.has(textKey(heading)));
	const isReadable = filter.period === null || readPeriod(filter.period, asOfDay) !== null;
	return isKnown && isReadable ? filter : ALL_TIME;
}

function parsed(text: string | null): ReportFilter | null {
	try {
		const filter: unknown = JSON.parse(text ?? 'null');
		return REQUESTS.report({ filter }) ? (filter as ReportFilter) : null;
	} catch {
		return null;
	}
}

export function rememberFilter({ document }: Execution, filter: ReportFilter): void {
	const text = JSON.stringify(filter);
	keepUserFilter(document.spreadsheet.getId(), text === JSON.stringify(ALL_TIME) ? null : text);
}
