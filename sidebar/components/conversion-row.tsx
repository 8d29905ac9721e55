/**
 * The step from one stage to the next: share that went on, the bottleneck named on one row, deals lost, median days.
 */
import type { ReportStage } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { Arrow } from './arrow.tsx';

interface Props {
	stage: ReportStage;
	/** The step got worse beyond chance. */
	isBottleneck: boolean;
	/** The conversion as it is shown. */
	share: string;
	/** Lost deals counted in this stage although nothing says where they were lost. */
	lostUnknown: number;
	/** Widths of the bars above and below in percent: the step narrows from one to the other. */
	from: number;
	to: number;
}

export function ConversionRow({ stage, isBottleneck, share, lostUnknown, from, to }: Props) {
	const { words } = useApp();
	const { t } = words;
	const { conversionLow, conversionHigh, lostHere, medianDays, skipped } = stage;
	const range =
		conversionLow !== null && conversionHigh !== null
			? t('range', { low: words.percent(conversionLow), high: words.percent(conversionHigh) })
			: undefined;
	const lost = lostHere === null ? null : lostHere - lostUnknown;
	return (
		<div class={isBottleneck ? 'step bottleneck' : 'step'}>
			<svg class="narrowing" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
				<path d={`M0 0H${from}L${to} 10H0`} />
			</svg>
			<span title={range}>
				<Arrow isUp={false} />
				<b>{share}</b>
				<span class="hidden"> {t('toNextRow')}</span>
			</span>
			{isBottleneck && <b>{t('bottleneck')}</b>}
			{skipped !== null && skipped > 0 && <span>{t('skipped', { n: skipped })}</span>}
			<span class="fill ends">
				{lost !== null && <span>{t('lostN', { n: lost })}</span>}
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
