/** The Forecast tab: what is coming and when, whether it is enough, what is stuck. */
import { useState } from 'preact/hooks';
import type { Forecast } from '../../src/addon/contract/deals.ts';
import { useApp } from '../app-context.ts';
import { MonthBars } from '../charts/month-bars.tsx';
import { BacktestSection, CalibrationSection, ChangeSection } from './backtest-section.tsx';
import { Button } from './button.tsx';
import { DealRows } from './deal-rows.tsx';
import { OutlookSection } from './outlook-section.tsx';
import { ReportActions } from './report-actions.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';
import { TargetSection } from './target-section.tsx';

const FIRST = 5;

export function ForecastTab() {
	const { state, words } = useApp();
	const { forecast, failure } = state;
	const { t } = words;
	if (forecast === null) return failure === null ? <p class="loading gray">{t('loading')}</p> : null;
	const { currency, isMixed, months, outlook, weighted, open } = forecast;
	const figure = (label: string, value: number | null, hint: string) => (
		<div class="figure">
			<span class="label">{label}</span>
			<strong>{words.money(value, currency)}</strong>
			<span class="secondary">{hint}</span>
		</div>
	);
	// Amounts in several currencies have no months either: they are not added up.
	if (months.length === 0 && !isMixed && outlook?.together.middle == null)
		return (
			<>
				<section class="card">
					<h2>{t('noOpen')}</h2>
					<p class="gray">{t('noOpenHint')}</p>
				</section>
				<TargetSection />
				<ReportActions />
			</>
		);
	return (
		<>
			{isMixed && <MixedCurrencies />}
			{outlook !== null && <OutlookSection outlook={outlook} />}
			<TargetSection />
			{outlook !== null && (
				<>
					<BacktestSection outlook={outlook} />
					<CalibrationSection outlook={outlook} />
					<ChangeSection outlook={outlook} />
				</>
			)}
			<div class="figures">
				{figure(t('weighted'), weighted, t('weightedHint'))}
				{figure(t('openAmount'), open, t('openHint'))}
			</div>
			{months.length > 0 && <Months forecast={forecast} />}
			<Stuck forecast={forecast} />
			<ReportActions />
		</>
	);
}

function MixedCurrencies() {
	const { state, words } = useApp();
	const { t } = words;
	const currencies = state.ready?.report.currencies ?? [];
	return (
		<p class="note">{t('currencies', { list: currencies.map(({ code }) => code || t('noCurrency')).join(', ') })}</p>
	);
}

/** When the open deals are expected, month by month. */
function Months({ forecast: { months, currency } }: { forecast: Forecast }) {
	const { words } = useApp();
	const { t } = words;
	const money = (value: number | null) => words.money(value, currency);
	const name = (month: string) =>
		month === '' ? t('noMonth') : month === 'overdue' ? t('overdue') : words.period(month);
	return (
		<Section
			name={t('byMonth')}
			chart={<MonthBars months={months} name={name} print={money} />}
			table={
				<Table
					caption={t('byMonth')}
					heads={[t('month'), t('dealsHead'), t('openHead'), t('weightedHead')]}
					rows={months.map(({ month, deals, amount, weighted }) => [
						name(month),
						words.number(deals),
						money(amount),
						money(weighted),
					])}
				/>
			}
		/>
	);
}

/** Deals that have been in their stage for longer than usual. */
function Stuck({ forecast: { stuck, stuckCount } }: { forecast: Forecast }) {
	const { words } = useApp();
	const { t } = words;
	const [isAll, setAll] = useState(false);
	return (
		<section class="part">
			<h2>
				{t('stuck')} {stuckCount > 0 && <span class="badge">{words.number(stuckCount)}</span>}
			</h2>
			{stuckCount === 0 ? (
				<p class="gray">{t('noStuck')}</p>
			) : (
				<DealRows deals={isAll ? stuck : stuck.slice(0, FIRST)} />
			)}
			{!isAll && stuck.length > FIRST && (
				<Button class="link" onPress={() => setAll(true)}>
					{t('more', { n: stuck.length - FIRST })}
				</Button>
			)}
			{isAll && stuckCount > stuck.length && <p class="gray">{t('beyond', { n: stuckCount - stuck.length })}</p>}
		</section>
	);
}
