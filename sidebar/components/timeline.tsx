/**
 * A deal's stages in order, each as long as the deal stayed; the one that it is in now is marked and compared with the
 * usual pace.
 */
import type { DealDetail } from '../../src/addon/contract/deals.ts';
import { useApp } from '../app-context.ts';

export function Timeline({ steps }: { steps: DealDetail['timeline'] }) {
	const { t } = useApp().words;
	const longest = Math.max(1, ...steps.flatMap(({ days, usualDays }) => [days ?? 0, usualDays ?? 0]));
	return (
		<ol class="timeline">
			{steps.map(({ stage, days, isNow, usualDays, isAssumed }, at) => {
				const isSlow = isNow && days !== null && usualDays !== null && days > usualDays;
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a deal may come back to a stage; a step is its position
					<li key={at} class={isNow ? 'is-now' : undefined}>
						<span class="line">
							<span class="name">
								{stage}
								{isNow && <span class="badge">{t('now')}</span>}
							</span>{' '}
							<span>
								{isAssumed && <span class="secondary">{t('aboutDays')} </span>}
								{days !== null && <b class={isSlow ? 'slow' : undefined}>{t('days', { n: Math.round(days) })}</b>}
								{isNow && usualDays !== null && (
									<span class="secondary"> · {t('usual', { n: Math.round(usualDays) })}</span>
								)}
							</span>
						</span>
						{days !== null && (
							<span class="bar" aria-hidden="true">
								<span class={isNow ? 'bar-moved' : 'bar-still'} style={{ width: `${(days / longest) * 100}%` }} />
							</span>
						)}
					</li>
				);
			})}
		</ol>
	);
}
