/** Sentences under the funnel: money at stake at the bottleneck, whether any step changed beyond chance, what is assumed, what is not recorded. */
import { useApp } from '../app-context.ts';

export function FunnelNotes() {
	const { state, words } = useApp();
	if (state.ready === null) return null;
	const { bottleneck, stages, currency, assumed, historySince } = state.ready.report;
	const { t } = words;
	const notes: string[] = [];
	if (bottleneck !== null) {
		const { verdict, dealsNeeded, moneyAtStake, previous } = bottleneck;
		if (moneyAtStake !== null && moneyAtStake > 0)
			notes.push(t('atStake', { money: words.money(moneyAtStake, currency) }));
		if (verdict !== null) {
			const p = verdict.pValue < 0.001 ? '< 0.001' : words.number(verdict.pValue, 2);
			notes.push(t('verdict', { stage: stages[verdict.stage]?.name ?? '', p }));
		} else if (previous !== null) {
			notes.push(dealsNeeded === null ? t('noVerdict') : t('noVerdictNeeded', { n: dealsNeeded }));
		}
	}
	if (assumed > 0)
		notes.push(
			historySince === null
				? t('assumedNote', { n: assumed })
				: t('assumedSince', { n: assumed, date: words.date(historySince) }),
		);
	if (state.ready.isBehind) notes.push(t('historyBehind'));
	return (
		<>
			{notes.map((note) => (
				<p key={note} class="note">
					{note}
				</p>
			))}
		</>
	);
}
