/**
 * How a conversion is shown: as a limit when the stages of some losses are unknown. Not here: which losses those
 * are (core/statistics/lost-stages.ts).
 */
import type { FunnelReport, ReportStage } from '../src/core/report/report.ts';
import type { Words } from './words.ts';

/** Losses without a stage count for the first one: it may have lost fewer deals, and the later ones more. */
export function boundedPercent(
	words: Words,
	{ stages, lost }: Pick<FunnelReport, 'stages' | 'lost'>,
	{ id, conversion }: Pick<ReportStage, 'id' | 'conversion'>,
): string {
	const percent = words.percent(conversion);
	if (lost.unknown === 0 || conversion === null) return percent;
	const isFirst = stages.find(({ kind }) => kind === 'open')?.id === id;
	return words.t(isFirst ? 'atLeast' : 'atMost', { percent });
}
