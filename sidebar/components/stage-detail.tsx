/** One stage in full: what became of the deals that reached it, how sure its conversion is. */
import type { ReportStage } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { Facts } from './facts.tsx';

export function StageDetail({ stage }: { stage: ReportStage }) {
	const { state, words } = useApp();
	const { t } = words;
	const reached = stage.reached ?? 0;
	const currency = state.ready?.report.currency ?? '';
	const share = (value: number | null) =>
		value === null ? null : words.number(value) + (reached > 0 ? ` · ${words.percent(value / reached)}` : '');
	const lines: (readonly [string, string | null])[] = [
		[t('movedOn'), stage.kind === 'won' ? null : share(stage.movedOn)],
		[
			t('still'),
			stage.kind === 'won'
				? null
				: share(stage.still) + (stage.amount === null ? '' : ` · ${words.money(stage.amount, currency)}`),
		],
		[t('lostHere'), stage.kind === 'won' ? null : share(stage.lostHere)],
		[t('parkedHere'), stage.parkedHere ? share(stage.parkedHere) : null],
		[t('skippedRow'), stage.skipped ? share(stage.skipped) : null],
		[t('assumedRow'), stage.assumed > 0 ? share(stage.assumed) : null],
		[t('daysHere'), stage.medianDays === null ? null : t('days', { n: Math.round(stage.medianDays * 10) / 10 })],
		[
			t('toNextRow'),
			stage.conversion === null || stage.conversionLow === null || stage.conversionHigh === null
				? null
				: words.percent(stage.conversion, 1) +
					' (' +
					t('range', { low: words.percent(stage.conversionLow), high: words.percent(stage.conversionHigh) }) +
					')',
		],
		[t('cumulative'), stage.cumulative === null ? null : words.percent(stage.cumulative, 1)],
		[t('probability'), words.percent(stage.probability)],
	];
	return <Facts lines={lines} />;
}
