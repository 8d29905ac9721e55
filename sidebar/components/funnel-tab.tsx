/** The Funnel tab, in the order of a manager's questions: how sure, how much, where, why, since when. */
import { useApp } from '../app-context.ts';
import { openDeal } from '../deals.ts';
import { Button } from './button.tsx';
import { EmptyCard } from './empty-card.tsx';
import { Figures } from './figures.tsx';
import { FindingsSection } from './findings-section.tsx';
import { FunnelSection } from './funnel-section.tsx';
import { GroupsSection } from './groups-section.tsx';
import { Icon } from './icon.tsx';
import { ReasonsSection } from './reasons-section.tsx';
import { ReportActions } from './report-actions.tsx';
import { TrendSection } from './trend-section.tsx';

export function FunnelTab() {
	const { state, session, words } = useApp();
	if (state.ready === null) return null;
	const { report, updatedAt, problemCount, isCounted } = state.ready;
	const { t } = words;
	return (
		<>
			{isCounted ? (
				<p class="data-line">{t('fromWarehouse', { date: words.date(report.asOf), n: report.deals })}</p>
			) : (
				<div class="data-line">
					<Button class="link" onPress={() => session.show('check')}>
						{t('updated', { time: updatedAt })} · {t('deals', { n: report.deals })} ·{' '}
						{problemCount > 0 ? t('problems', { n: problemCount }) : t('noProblems')}
						<span class="hidden"> · {t('openCheck')}</span>
					</Button>
					<Button
						id="selected"
						class="icon-button"
						action="selected"
						aria-label={t('selectedDeal')}
						title={t('selectedDeal')}
						onPress={() => void openDeal(session, null, 'selected')}
					>
						<Icon name="spot" />
					</Button>
				</div>
			)}
			{state.isStale && (
				<p class="note line">
					<span>{t('stale')}</span>
					<Button class="link" onPress={() => void session.refresh()}>
						{t('refresh')}
					</Button>
				</p>
			)}
			{state.isSlow && <p class="block gray">{t('slow')}</p>}
			{report.deals === 0 ? (
				<EmptyCard />
			) : (
				<>
					{report.currencies.length > 1 && (
						<p class="note">
							{t('currencies', {
								list: report.currencies
									.map(({ code, deals }) => `${code || t('noCurrency')} (${words.number(deals)})`)
									.join(', '),
							})}
						</p>
					)}
					<Figures />
					<FunnelSection />
					<FindingsSection />
					<GroupsSection />
					<ReasonsSection name={t('lossReasons')} reasons={report.lossReasons} />
					<ReasonsSection name={t('winReasons')} reasons={report.winReasons} />
					<TrendSection />
				</>
			)}
			{report.rows > 0 && !isCounted && <ReportActions />}
		</>
	);
}
