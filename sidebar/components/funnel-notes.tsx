/** Sentences under the funnel: the step that got worse, where most was lost, what is assumed, what is not recorded. */
import { useApp } from '../app-context.ts';

export function FunnelNotes() {
	const { state, words } = useApp();
	if (state.ready === null) return null;
	const { bottleneck, mostLost, lost, stages, currency, assumed, historySince } = state.ready.report;
	const { t } = words;
	const notes: string[] = [];
	const name = (position: number) => stages[position]?.name ?? '';
	if (bottleneck !== null)
		notes.push(
			t('bottleneckNote', {
				period: words.period(bottleneck.period),
				stage: name(bottleneck.stage),
				percent: words.percent(bottleneck.conversion),
				reference: words.percent(bottleneck.reference),
			}),
		);
	if (mostLost !== null) {
		const { stage, deals, amount } = mostLost;
		notes.push(
			amount === null
				? t('mostLostDeals', { stage: name(stage), n: deals })
				: t('mostLostMoney', { stage: name(stage), n: deals, money: words.money(amount, currency) }),
		);
	}
	if (lost.unknown > 0) notes.push(t('lostUnknownNote'));
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
