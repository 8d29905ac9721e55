/**
 * The pipeline of today: open deals of each stage with their money, weighted money, and how many are overdue or stuck.
 * Not here: what was reached (funnel-rows.tsx).
 */
import type { ReportStage } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { openStage } from '../deals.ts';
import { Button } from './button.tsx';

/** Null when one of the stages does not know it. */
const sum = (stages: readonly ReportStage[], value: (stage: ReportStage) => number | null): number | null =>
	stages.reduce<number | null>((total, stage) => {
		const part = value(stage);
		return total === null || part === null ? null : total + part;
	}, 0);

/** @param stages the open ones */
export function NowRows({ stages }: { stages: readonly ReportStage[] }) {
	const { state, session, words } = useApp();
	if (state.ready === null) return null;
	const { currency, filter } = state.ready.report;
	const { t } = words;
	const widest = Math.max(1, ...stages.map(({ now }) => now));
	const total = {
		now: sum(stages, ({ now }) => now) ?? 0,
		amount: sum(stages, ({ amount }) => amount),
		weighted: sum(stages, ({ weighted }) => weighted),
		overdue: sum(stages, ({ overdue }) => overdue),
		stuck: sum(
			stages.filter(({ stuck }) => stuck !== null),
			({ stuck }) => stuck,
		),
	};
	const line = (name: string, { now, amount, weighted, overdue, stuck }: typeof total) => (
		<>
			<span class="line">
				<span class="name">{name}</span> <strong>{words.number(now)}</strong>
				{amount !== null && <span class="gray money"> {words.money(amount, currency)}</span>}
			</span>
			<span class="line secondary">
				<span class="fill">{weighted !== null && t('weightedNow', { money: words.money(weighted, currency) })}</span>{' '}
				<span class="ends">
					{overdue !== null && overdue > 0 && <b class="slow">{t('overdueN', { n: overdue })}</b>}{' '}
					{stuck !== null && stuck > 0 && <b class="slow">{t('stuckN', { n: stuck })}</b>}
				</span>
			</span>
		</>
	);
	const lacks = [
		filter.period !== null && t('nowOf', { period: words.period(filter.period) }),
		stages.every(({ overdue }) => overdue === null) && t('overdueUnknown'),
		stages.every(({ stuck, now }) => stuck === null || now === 0) && t('stuckUnknown'),
	].filter((text) => text !== false);
	return (
		<>
			<ol class="funnel now">
				{stages.map((stage) => (
					<li key={stage.id}>
						<Button
							id={`now-${stage.id}`}
							class="stage"
							onPress={() => openStage(session, stage.id, `now-${stage.id}`, 'still')}
						>
							{line(stage.name, stage)}
							<span class="bar" aria-hidden="true">
								{stage.now > 0 && <span class="bar-still" style={{ width: `${(stage.now / widest) * 100}%` }} />}
							</span>
						</Button>
					</li>
				))}
			</ol>
			<div class="total">{line(t('nowTotal'), total)}</div>
			{total.now === 0 && <p class="gray">{t('nothingOpen')}</p>}
			{total.now > 0 &&
				lacks.map((text) => (
					<p key={text} class="note">
						{text}
					</p>
				))}
		</>
	);
}
