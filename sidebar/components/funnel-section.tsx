/** The funnel with its notes: rows or table, legend, what is outside the order, how sure the bottleneck is. */
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { boundedPercent } from '../bounded-percent.ts';
import { openStage } from '../deals.ts';
import { Button } from './button.tsx';
import { FunnelNotes } from './funnel-notes.tsx';
import { FunnelRows } from './funnel-rows.tsx';
import { NowRows } from './now-rows.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';
import { Toggle } from './toggle.tsx';

export function FunnelSection() {
	const { state, session, words } = useApp();
	const [view, setView] = useState<'now' | 'reached'>('reached');
	if (state.ready === null) return null;
	const { report, isCounted } = state.ready;
	const { t } = words;
	// Each pipeline has its own stages only.
	const stages = report.stages.filter(({ isElsewhere }) => !isElsewhere);
	const rows = stages.filter(({ reached }) => reached !== null);
	const hasMoney = rows.some(({ reachedAmount }) => reachedAmount !== null);
	const count = (value: number | null) => (value === null ? '' : words.number(value));
	const parked = report.stages.filter(({ kind, now }) => kind === 'parked' && now > 0);
	const lost = report.stages.filter(({ kind }) => kind === 'lost');
	/** Name, deals, amount, the stage that lists the deals; without one the row is a fault, which Check lists. */
	const outside: [string, number, number | null, string | null][] = [
		// Several lost stages have no list in common: each is a row of its own.
		...(lost.length > 1 ? lost : []).map(({ id, name, now, amount }): [string, number, number | null, string] => [
			name,
			now,
			amount,
			id,
		]),
		[t('lostAll'), report.lost.deals, report.lost.amount, lost.length === 1 ? (lost[0]?.id ?? '') : ''],
		...parked.map(({ id, name, now, amount }): [string, number, number | null, string] => [name, now, amount, id]),
		[t('lostUnknown'), report.lost.unknown, null, ''],
		[t('unknownStage'), report.kinds.unknown, null, null],
		[t('noStage'), report.kinds.noStage, null, null],
	];
	const press = (stage: string | null) =>
		stage === null && !isCounted ? session.show('check') : openStage(session, stage ?? '', `stage-${stage}`);
	const choice = (
		<Toggle
			legend={t('nowOrReached')}
			value={view}
			onChoose={setView}
			choices={[
				['now', t('now_view')],
				['reached', t('reached')],
			]}
		/>
	);
	if (view === 'now') {
		const open = stages.filter(({ kind }) => kind === 'open');
		return (
			<Section
				name={t('funnel')}
				choice={choice}
				chart={<NowRows stages={open} />}
				table={
					<Table
						caption={t('nowCaption')}
						heads={[t('stage'), t('dealsHead'), t('nowAmount'), t('weightedHead'), t('overdue'), t('stuckHead')]}
						rows={open.map(({ name, now, amount, weighted, overdue, stuck }) => [
							name,
							words.number(now),
							amount === null ? '' : words.money(amount, report.currency),
							weighted === null ? '' : words.money(weighted, report.currency),
							count(overdue),
							count(stuck),
						])}
					/>
				}
			/>
		);
	}
	return (
		<Section
			name={t('funnel')}
			choice={choice}
			chart={<FunnelRows rows={rows} />}
			table={
				<Table
					caption={t('funnelCaption')}
					heads={[
						t('stage'),
						t('reached'),
						t('toNext'),
						t('cumulative'),
						t('lost'),
						t('daysHead'),
						...(hasMoney ? [t('reachedAmount')] : []),
					]}
					rows={rows.map((stage) => [
						stage.name,
						count(stage.reached),
						stage.conversion === null ? '' : boundedPercent(words, report, stage),
						stage.cumulative === null ? '' : words.percent(stage.cumulative),
						count(stage.lostHere === null ? null : stage.lostHere - (stage === rows[0] ? report.lost.unknown : 0)),
						stage.medianDays === null ? '' : words.number(Math.round(stage.medianDays)),
						...(hasMoney ? [words.money(stage.reachedAmount, report.currency)] : []),
					])}
				/>
			}
		>
			<ul class="outside">
				{outside.map(
					([name, deals, amount, stage]) =>
						(deals > 0 || name === t('lostAll')) && (
							<li key={name}>
								<Button
									id={`stage-${stage}`}
									class={stage === null ? 'stage line fault' : 'stage line'}
									disabled={stage === ''}
									onPress={() => press(stage)}
								>
									<span class="name">{name}</span> <span>{words.number(deals)}</span>
									{amount !== null && <span class="gray money"> {words.money(amount, report.currency)}</span>}
								</Button>
							</li>
						),
				)}
			</ul>
			<FunnelNotes />
		</Section>
	);
}
