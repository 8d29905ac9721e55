/**
 * Sentences under the funnel: the step that got worse, where most was lost, what is assumed, what is recorded. Not
 * here: the offer of a history (history-offer.tsx).
 */
import type { ReadyState } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';
import type { Words } from '../words.ts';
import { Button } from './button.tsx';
import { HistoryOffer } from './history-offer.tsx';

export function FunnelNotes() {
	const { state, session, words } = useApp();
	const { ready } = state;
	if (ready === null) return null;
	const { t } = words;
	const { state: recording, leftOut } = ready.recording;
	return (
		<>
			{[...pipelineNotes(ready, words), ...whereNotes(ready, words), ...howKnown(ready, words)].map((note) => (
				<p key={note} class="note">
					{note}
				</p>
			))}
			{!ready.isCounted && (recording !== 'on' || leftOut > 0) && (
				<Button class="link" onPress={() => session.show('check')}>
					{t('check')}
				</Button>
			)}
			{isAssumed(ready) && !ready.isCounted && <HistoryOffer />}
		</>
	);
}

const isAssumed = ({ report: { assumed, lost } }: ReadyState): boolean => assumed > 0 || lost.unknown > 0;

/** One funnel over several pipelines is none of theirs. */
function pipelineNotes({ report, choices: { pipelines } }: ReadyState, { t }: Words): string[] {
	if (pipelines === null || Object.hasOwn(report.filter.columns, pipelines.heading)) return [];
	return [t('pipelinesNote', { heading: pipelines.heading, list: pipelines.names.join(', ') })];
}

/** The step that got worse, and after which stage most was lost. */
function whereNotes({ report }: ReadyState, words: Words): string[] {
	const { bottleneck, mostLost, stages, currency } = report;
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
	return notes;
}

/** What is estimated, and whether that will change: only what is true of the recording. */
function howKnown(ready: ReadyState, words: Words): string[] {
	const { report, recording } = ready;
	const { assumed, lost, historySince } = report;
	const { t } = words;
	const notes: string[] = [];
	if (lost.unknown > 0) notes.push(t('lostUnknownNote'));
	if (assumed > 0) notes.push(t('assumedNote', { n: assumed }));
	// Of deals that were counted elsewhere nothing is recorded here.
	if (ready.isCounted) return notes;
	const isOn = recording.state === 'on';
	if (isAssumed(ready) || recording.state === 'behind')
		notes.push(
			isOn && historySince !== null
				? t('recording_since', { date: words.date(historySince) })
				: t(`recording_${recording.state}`),
		);
	if (isOn && recording.leftOut > 0) notes.push(t('recordingLeftOut', { n: recording.leftOut }));
	return notes;
}
