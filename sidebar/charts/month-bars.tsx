/** The forecast by month: as wide as the open amount, the part that its probability lets expect solid. */
import type { Forecast } from '../../src/addon/contract/deals.ts';
import { useApp } from '../app-context.ts';

export function MonthBars({
	months,
	name,
	print,
}: {
	months: Forecast['months'];
	name: (month: string) => string;
	print: (value: number) => string;
}) {
	const { t } = useApp().words;
	const widest = Math.max(...months.map(({ amount }) => amount)) || 1;
	const width = (value: number) => ({ width: `${(Math.max(0, value) / widest) * 100}%` });
	return (
		<>
			<ul class="shares">
				{months.map(({ month, deals, amount, weighted }) => (
					<li key={month}>
						<span class="line">
							<span class="name">
								{name(month)} <span class="secondary">{t('deals', { n: deals })}</span>
							</span>{' '}
							<strong>{print(weighted)}</strong>
						</span>
						<span class="bar" aria-hidden="true">
							<span class="bar-moved" style={width(weighted)} />
							<span class="bar-still" style={width(amount - weighted)} />
						</span>
					</li>
				))}
			</ul>
			<p class="legend secondary">
				<span>
					<span class="key bar-moved" aria-hidden="true" />
					{t('weightedHead')}
				</span>
				<span>
					<span class="key bar-still" aria-hidden="true" />
					{t('restOpen')}
				</span>
			</p>
		</>
	);
}
