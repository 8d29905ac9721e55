/**
 * The sales forecast for the sidebar, with its backtest, what carries its range, the audit of probabilities and the
 * last change. Not here: the arithmetic (core/forecast).
 */
import { type BacktestRow, backtestRows } from '../../core/forecast/backtest-rows.ts';
import type { ForecastSpan } from '../../core/forecast/forecast.ts';
import { periodFigures } from '../../core/forecast/period-figures.ts';
import { largestDrivers, rangeDrivers, shareOfNewDeals } from '../../core/forecast/range-drivers.ts';
import { salesChange } from '../../core/forecast/sales-change.ts';
import { type ForecastLine, salesForecast } from '../../core/forecast/sales-forecast.ts';
import { stageCalibration } from '../../core/forecast/stage-calibration.ts';
import { lastFullQuarter } from '../../core/metrics/sales-change.ts';
import { noteWords } from '../../core/metrics/shared/forecast-words.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import { existing } from '../../core/speed/existing.ts';
import { type Period, periodBefore } from '../../core/statistics/period.ts';
import type { Selection } from '../../core/statistics/selection.ts';
import { statisticsOf } from '../../core/statistics/statistics.ts';
import { dayText } from '../../core/time/calendar-day.ts';
import type { Language } from '../contract/answer.ts';
import type { ForecastRequest, Outlook, OutlookLine } from '../contract/deals.ts';

const MOST_DRIVERS = 3;

export function outlookAnswer(
	pipeline: Pipeline,
	selection: Selection,
	{ unit, periods, target }: ForecastRequest,
	language: Language,
): Outlook {
	const span: ForecastSpan = { periods, months: unit === 'quarter' ? 3 : 1 };
	// The target is that of all periods together; each period is asked for its equal part.
	const found = salesForecast(pipeline, selection, span, target === null ? null : target / periods);
	const { forecast, lines, together, expected, isCount } = found;
	const { opportunities } = pipeline;
	return {
		isCount,
		lines: lines.map(lineOf),
		together: lineOf(together),
		notes: together.notes.map((note) => noteWords(note)[language]),
		overdue: expected?.overdue ?? null,
		drivers:
			forecast === null || together.low === null
				? []
				: largestDrivers(rangeDrivers(forecast), MOST_DRIVERS).map(({ deal, amount, chance, share }) => ({
						row: existing(opportunities.gridRows[deal]) + 1,
						name: opportunities.label(deal),
						amount,
						chance,
						share,
					})),
		newShare: forecast === null || together.low === null ? null : shareOfNewDeals(forecast),
		backtest: (forecast === null ? [] : backtestRows(forecast)).map(told),
		calibration: calibrationOf(pipeline, selection),
		change: changeOf(pipeline, selection, isCount),
	};
}

function lineOf({ notes: _, ...line }: ForecastLine): OutlookLine {
	return line;
}

function told({ asOf, until, wins: _, ...row }: BacktestRow): Outlook['backtest'][number] {
	return { asOf: dayText(asOf), until: dayText(until), ...row };
}

function calibrationOf(pipeline: Pipeline, selection: Selection): Outlook['calibration'] {
	const { all } = pipeline.stages;
	const { fates } = statisticsOf(pipeline, selection);
	const found = stageCalibration(pipeline.stages, fates(), () => pipeline.history !== null);
	return found.flatMap(({ position, verdict, set, seen, low, high, offer }) => {
		const isOff = verdict === 'high' || verdict === 'low';
		if (!isOff || seen === null || low === null || high === null || offer === null) return [];
		const { id, name } = existing(all[position]);
		return [{ id, stage: name, set, seen, low, high, offer: Math.round(100 * offer) / 100 }];
	});
}

function spanText({ first, last }: Period): string {
	return `${dayText(first)}..${dayText(last)}`;
}

function changeOf(pipeline: Pipeline, selection: Selection, isCount: boolean): Outlook['change'] {
	if (pipeline.opportunities.date('closed') === null && pipeline.history === null) return null;
	const now = lastFullQuarter(pipeline.asOfDay);
	const before = periodBefore(now);
	const figures = (period: Period) => periodFigures(pipeline, selection, period, isCount);
	const change = salesChange(figures(before), figures(now), 'bookings', pipeline.asOfDay);
	if (change.before === null || change.now === null || (change.before === 0 && change.now === 0)) return null;
	const levers = change.levers.flatMap(({ name, effect }) =>
		effect === null || (name !== 'deals' && name !== 'winRate' && name !== 'size') ? [] : [{ name, effect }],
	);
	return { before: spanText(before), now: spanText(now), difference: change.now - change.before, levers };
}
