/** The win rate of the last twelve months. */
import { useApp } from '../app-context.ts';
import { TrendLine } from '../charts/trend-line.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

export function TrendSection() {
	const { state, words } = useApp();
	const { t } = words;
	const trend = state.ready?.report.trend.slice(-12) ?? [];
	const known = trend.flatMap(({ winRate }) => (winRate === null ? [] : [winRate]));
	if (known.length < 2) return null;
	const month = (at: number) => words.period(trend[at]?.month ?? null);
	const last = known[known.length - 1] as number;
	const summary = t('trendSummary', {
		first: month(0),
		last: month(trend.length - 1),
		low: words.percent(Math.min(...known)),
		high: words.percent(Math.max(...known)),
	});
	return (
		<Section
			name={t('trend')}
			gist={words.percent(last)}
			isFolded
			chart={
				<TrendLine
					points={trend.map(({ winRate, won, lost }, at) => ({ value: winRate, weight: won + lost, name: month(at) }))}
					print={(value) => words.percent(value)}
					summary={summary}
				/>
			}
			table={
				<Table
					caption={t('trend')}
					heads={[t('month'), t('won'), t('lost'), t('winRate')]}
					rows={trend.map(({ won, lost, winRate }, at) => [
						month(at),
						words.number(won),
						words.number(lost),
						words.percent(winRate),
					])}
				/>
			}
		/>
	);
}
