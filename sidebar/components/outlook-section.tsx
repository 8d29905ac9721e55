/** The sales forecast for the coming periods: the total, each period, and the deals that drive its range. */
import type { Outlook, OutlookLine } from '../../src/addon/contract/deals.ts';
import { useApp } from '../app-context.ts';
import { RangeBars } from '../charts/range-bars.tsx';
import { loadForecast, openDeal } from '../deals.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

const COUNTS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Formats a value as money, or as a number of wins when the deals have no amounts. */
export function useOutlookPrint(isCount: boolean): (value: number | null) => string {
	const { state, words } = useApp();
	const currency = state.forecast?.currency ?? '';
	return (value) => {
		if (value === null) return words.t('none');
		return isCount ? words.number(Math.round(value)) : words.money(value, currency);
	};
}

/** Months or quarters, and how many: the Forecast tab's own period. */
function SpanChoice() {
	const { state, session, words } = useApp();
	const { unit, periods } = state.outlook;
	const choose = (change: Partial<typeof state.outlook>) =>
		void loadForecast(session, { outlook: { ...state.outlook, ...change } });
	return (
		<div class="pair">
			<Choice
				label={words.t('outlookUnit')}
				value={unit}
				onChoose={(value) =>
					choose({ unit: value === 'quarter' ? 'quarter' : 'month', periods: value === 'quarter' ? 2 : 3 })
				}
			>
				<option value="month">{words.t('outlookMonths')}</option>
				<option value="quarter">{words.t('outlookQuarters')}</option>
			</Choice>
			<Choice
				label={words.t('outlookCount')}
				value={String(periods)}
				onChoose={(value) => choose({ periods: Number(value) })}
			>
				{COUNTS.map((count) => (
					<option key={count} value={String(count)}>
						{words.number(count)}
					</option>
				))}
			</Choice>
		</div>
	);
}

function Drivers({ outlook }: { outlook: Outlook }) {
	const { session, words } = useApp();
	const { t } = words;
	const print = useOutlookPrint(outlook.isCount);
	const { drivers, newShare } = outlook;
	const share = drivers.reduce((sum, driver) => sum + driver.share, 0);
	if (drivers.length === 0) return null;
	return (
		<section class="part">
			<h2>{t('driversTitle')}</h2>
			<p class="secondary">{t('driversHint', { n: drivers.length, share: words.percent(share) })}</p>
			<ul class="deals">
				{drivers.map(({ row, name, amount, chance, share: own }) => (
					<li key={row}>
						<Button
							id={`driver-${row}`}
							action={`driver-${row}`}
							class="stage"
							onPress={() => void openDeal(session, row, `driver-${row}`)}
						>
							<span class="line">
								<span class="name">{name || t('noName', { n: row })}</span> <span class="money">{print(amount)}</span>
							</span>
							<span class="line secondary">
								<span class="name">{t('chance', { percent: words.percent(chance) })}</span>{' '}
								<span>{t('rangeShare', { share: words.percent(own) })}</span>
							</span>
						</Button>
					</li>
				))}
			</ul>
			{newShare !== null && <p class="secondary">{t('newShare', { share: words.percent(newShare) })}</p>}
		</section>
	);
}

export function OutlookSection({ outlook }: { outlook: Outlook }) {
	const { words } = useApp();
	const { t } = words;
	const print = useOutlookPrint(outlook.isCount);
	const { lines, together, notes, overdue } = outlook;
	const all = [...lines, together];
	const hasDates = together.byExpectedDates !== null;
	const name = ({ period }: OutlookLine) => (period === null ? t('together') : words.period(period));
	const range = ({ low, high }: OutlookLine) =>
		low === null || high === null ? t('none') : `${print(low)} – ${print(high)}`;
	return (
		<>
			<section class="part">
				<SpanChoice />
				{together.middle === null ? (
					<div class="card">
						<h2>{t('noOutlook')}</h2>
						{notes.map((note) => (
							<p key={note} class="gray">
								{note}
							</p>
						))}
					</div>
				) : (
					<div class="figures" role="status">
						<div class="figure outlook">
							<span class="label">{t(outlook.isCount ? 'outlookWins' : 'outlookMoney')}</span>
							<strong>{print(together.middle)}</strong>
							<span>{t('eightOfTen', { low: print(together.low), high: print(together.high) })}</span>
							<span class="secondary">
								{t('outlookParts', {
									won: print(together.wonSoFar),
									open: print(together.fromOpen),
									new: print(together.fromNew),
								})}
							</span>
						</div>
					</div>
				)}
				{together.middle !== null &&
					notes.map((note) => (
						<p key={note} class="secondary">
							{note}
						</p>
					))}
			</section>
			{lines.some(({ middle }) => middle !== null) && (
				<Section
					name={t('periodByPeriod')}
					chart={
						<RangeBars
							ranges={lines.map((line) => ({ ...line, name: name(line), shown: print(line.middle) }))}
							legend={[
								['whisker', t('rangeKey')],
								['middle', t('middleKey')],
							]}
						/>
					}
					table={
						<>
							<Table
								caption={t('periodByPeriod')}
								heads={[t('outlookPeriod'), t('rangeKey'), t('middleKey')]}
								rows={all.map((line) => [name(line), range(line), print(line.middle)])}
							/>
							<h3>{t('outlookSources')}</h3>
							<Table
								caption={t('outlookSources')}
								heads={[
									t('outlookPeriod'),
									t('wonSoFar'),
									t('fromOpen'),
									t('fromNew'),
									...(hasDates ? [t('byExpected')] : []),
								]}
								rows={all.map((line) => [
									name(line),
									print(line.wonSoFar),
									print(line.fromOpen),
									print(line.fromNew),
									...(hasDates ? [print(line.byExpectedDates)] : []),
								])}
							/>
						</>
					}
				>
					{together.byExpectedDates !== null && together.middle !== null && (
						<p class="secondary">
							{t('byExpectedHint', {
								sum: print(together.byExpectedDates),
								times: together.middle > 0 ? words.number(together.byExpectedDates / together.middle, 2) : t('none'),
							})}
							{overdue !== null && overdue.deals > 0 && ` ${t('overdueDeals', { n: overdue.deals })}`}
						</p>
					)}
				</Section>
			)}
			<Drivers outlook={outlook} />
		</>
	);
}
