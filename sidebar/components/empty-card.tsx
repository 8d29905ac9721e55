/** No deals to show: why, and the one step that brings some. */
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';

export function EmptyCard() {
	const { state, session, words } = useApp();
	const { ready, filter } = state;
	if (!ready || !filter) return null;
	const { t } = words;
	const { periods, lastDate } = ready.choices;
	if (ready.report.rows === 0) {
		return (
			<section class="card">
				<h2>{t('noRows')}</h2>
				<p class="gray">{t('noRowsHint', { sheet: state.open?.settings?.dealSheetName ?? '' })}</p>
				<Button onPress={() => void session.refresh()}>{t('refresh')}</Button>
			</section>
		);
	}
	const isColumns = Object.keys(filter.columns).length > 0;
	const other =
		periods.find(
			({ period, deals }) => deals > 0 && period !== filter.period && period.length === (filter.period ?? '').length,
		) ?? periods[0];
	const period = other?.period ?? null;
	return (
		<section class="card">
			<h2>{isColumns ? t('emptyFilter') : t('emptyPeriod', { period: words.period(filter.period) })}</h2>
			{lastDate !== null && <p class="gray">{t('latest', { date: words.date(lastDate) })}</p>}
			{isColumns ? (
				<Button onPress={() => session.filterBy({ columns: {} })}>{t('clearFilters')}</Button>
			) : (
				<Button onPress={() => session.filterBy({ period })}>
					{t('showPeriod', { period: words.period(period) })}
				</Button>
			)}
		</section>
	);
}
