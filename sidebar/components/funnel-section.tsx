/** The funnel with its notes: rows or table, legend, what is outside the order, how sure the bottleneck is. */
import { useApp } from '../app-context.ts';
import { FunnelNotes } from './funnel-notes.tsx';
import { FunnelRows } from './funnel-rows.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

export function FunnelSection() {
	const { state, words } = useApp();
	if (state.ready === null) return null;
	const { report } = state.ready;
	const { t } = words;
	const rows = report.stages.filter(({ reached }) => reached !== null);
	const hasMoney = rows.some(({ reachedAmount }) => reachedAmount !== null);
	const count = (value: number | null) => (value === null ? '' : words.number(value));
	const parked = report.stages.filter(({ kind, now }) => kind === 'parked' && now > 0);
	const outside: [string, number, number | null, boolean][] = [
		[t('lostAll'), report.lost.deals, report.lost.amount, false],
		...parked.map(({ name, now, amount }): [string, number, number | null, boolean] => [name, now, amount, false]),
		[t('unknownStage'), report.kinds.unknown, null, true],
		[t('noStage'), report.kinds.noStage, null, true],
	];
	return (
		<Section
			name={t('funnel')}
			chart={<FunnelRows rows={rows} />}
			table={
				<Table
					caption={t('funnelCaption')}
					heads={[t('stage'), t('reached'), t('toNext'), t('lost'), t('daysShort', { n: '' }).trim(), ...(hasMoney ? [t('amount')] : [])]}
					rows={rows.map((stage) => [
						stage.name,
						count(stage.reached),
						stage.conversion === null ? '' : words.percent(stage.conversion),
						count(stage.lostHere),
						stage.medianDays === null ? '' : words.number(Math.round(stage.medianDays)),
						...(hasMoney ? [words.money(stage.reachedAmount, report.currency)] : []),
					])}
				/>
			}
		>
			<ul class="outside">
				{outside.map(
					([name, deals, amount, isFault]) =>
						(deals > 0 || name === t('lostAll')) && (
							<li key={name} class={isFault ? 'fault' : undefined}>
								<span class="name">{name}</span> <span>{words.number(deals)}</span>
								{amount !== null && <span class="gray"> {words.money(amount, report.currency)}</span>}
							</li>
						),
				)}
			</ul>
			<FunnelNotes />
		</Section>
	);
}
