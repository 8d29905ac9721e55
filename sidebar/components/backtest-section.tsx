/**
 * Was the forecast right: the same forecast on earlier days beside the actual result, why the last quarter differed,
 * and probabilities that do not fit.
 */
import type { Outlook } from '../../src/addon/contract/deals.ts';
import { useApp } from '../app-context.ts';
import { RangeBars } from '../charts/range-bars.tsx';
import { takeObserved } from '../records.ts';
import { Button } from './button.tsx';
import { useOutlookPrint } from './outlook-section.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

/** Mean distance of the forecast from the actual result, as a share of the actual result; null when that is zero. */
function off(rows: Outlook['backtest'], said: (row: Outlook['backtest'][number]) => number): number | null {
	const came = rows.reduce((sum, row) => sum + row.came, 0);
	return came > 0 ? rows.reduce((sum, row) => sum + Math.abs(said(row) - row.came), 0) / came : null;
}

export function BacktestSection({ outlook }: { outlook: Outlook }) {
	const { words } = useApp();
	const { t } = words;
	const print = useOutlookPrint(outlook.isCount);
	const rows = outlook.backtest;
	if (rows.length === 0) return null;
	const inside = rows.filter(({ isInside }) => isInside).length;
	// Both are measured on the days on which both could be said.
	const compared = rows.filter(({ fourBefore }) => fourBefore !== null);
	const middle = off(compared, (row) => row.middle);
	const four = off(compared, (row) => row.fourBefore ?? 0);
	return (
		<Section
			name={t('backtestTitle')}
			gist={t('backtestGist', { n: rows.length, inside })}
			chart={
				<RangeBars
					ranges={rows.map((row) => ({
						...row,
						name: t('seenFrom', { day: words.date(row.asOf) }),
						shown: print(row.came),
					}))}
					legend={[
						['whisker', t('rangeKey')],
						['middle', t('middleKey')],
						['came', t('cameKey')],
					]}
				/>
			}
			table={
				<Table
					caption={t('backtestTitle')}
					heads={[t('seenOn'), t('rangeKey'), t('middleKey'), t('cameKey'), t('insideHead'), t('fourBefore')]}
					rows={rows.map((row) => [
						words.date(row.asOf),
						`${print(row.low)} – ${print(row.high)}`,
						print(row.middle),
						print(row.came),
						t(row.isInside ? 'cameInside' : 'cameOutside'),
						print(row.fourBefore),
					])}
				/>
			}
		>
			<p>{t('backtestSaid', { n: rows.length, inside })}</p>
			{middle !== null && four !== null && (
				<p class="secondary">
					{t(middle <= four ? 'middleCloser' : 'fourCloser', {
						middle: words.percent(middle),
						four: words.percent(four),
					})}
				</p>
			)}
			<p class="secondary">{t('backtestLimits')}</p>
		</Section>
	);
}

export function ChangeSection({ outlook }: { outlook: Outlook }) {
	const { words } = useApp();
	const { t } = words;
	const print = useOutlookPrint(outlook.isCount);
	const { change } = outlook;
	if (change === null || change.levers.length === 0) return null;
	const signed = (value: number) => (value > 0 ? `+${print(value)}` : value < 0 ? `−${print(-value)}` : print(0));
	return (
		<section class="part">
			<h2>{t('changeTitle', { sum: signed(change.difference) })}</h2>
			<p class="secondary">{t('changeHint', { now: words.period(change.now), before: words.period(change.before) })}</p>
			<ul class="shares">
				{change.levers.map(({ name, effect }) => (
					<li key={name}>
						<span class="line">
							<span class="name">
								{t(name === 'deals' ? 'leverDeals' : name === 'size' ? 'leverSize' : 'leverWinRate')}
							</span>{' '}
							<strong>{signed(effect)}</strong>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

export function CalibrationSection({ outlook }: { outlook: Outlook }) {
	const { session, words } = useApp();
	const { t } = words;
	const { calibration } = outlook;
	if (calibration.length === 0) return null;
	return (
		<section class="part">
			<h2>{t('calibrationTitle')}</h2>
			<ul class="shares">
				{calibration.map(({ id, stage, set, seen, low, high }) => (
					<li key={id}>
						<span class="line">
							<span class="name">{stage}</span>
						</span>
						<span class="secondary">
							{t('calibrationLine', {
								set: words.percent(set),
								seen: words.percent(seen),
								low: words.percent(low),
								high: words.percent(high),
							})}
						</span>
					</li>
				))}
			</ul>
			<Button action="stages" onPress={() => void takeObserved(session, calibration)}>
				{t('useObserved')}
			</Button>
		</section>
	);
}
