/** The step from one stage to the next: share that went on, the bottleneck named on one row, deals lost, median days. */
import type { ReportBottleneck, ReportStage } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { Arrow } from './arrow.tsx';

interface Props {
	stage: ReportStage;
	bottleneck: ReportBottleneck | null;
	/** Widths of the bars above and below in percent: the step narrows from one to the other. */
	from: number;
	to: number;
}

export function ConversionRow({ stage, bottleneck, from, to }: Props) {
	const { words } = useApp();
	const { t } = words;
	const { conversion, conversionLow, conversionHigh, lostHere, medianDays, skipped } = stage;
	const range =
		conversionLow !== null && conversionHigh !== null
			? t('range', { low: words.percent(conversionLow), high: words.percent(conversionHigh) })
			: undefined;
	return (
		<div class={bottleneck ? 'step bottleneck' : 'step'}>
			<svg class="narrowing" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
				<path d={`M0 0H${from}L${to} 10H0`} />
			</svg>
			<span title={range}>
				<Arrow isUp={false} />
				<b>{words.percent(conversion)}</b>
				<span class="hidden"> {t('toNextRow')}</span>
			</span>
			{bottleneck && <b>{t('bottleneck')}</b>}
			{bottleneck && bottleneck.previous !== null && (
				<span>{t('was', { percent: words.percent(bottleneck.previous) })}</span>
			)}
			{skipped !== null && skipped > 0 && <span>{t('skipped', { n: skipped })}</span>}
			<span class="fill ends">
				{lostHere !== null && <span>{t('lostN', { n: lostHere })}</span>}
				{medianDays !== null && (
					<span>
						<span aria-hidden="true">{t('daysShort', { n: Math.round(medianDays) })}</span>
						<span class="hidden">
							{t('daysHere')} {words.number(Math.round(medianDays))}
						</span>
					</span>
				)}
			</span>
		</div>
	);
}
