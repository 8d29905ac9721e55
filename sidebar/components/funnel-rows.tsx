/**
 * The funnel as a list: a button with a three-part bar for each stage, the step to the next one under it, the legend at
 * the end.
 */
import type { ReportStage } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { boundedPercent } from '../bounded-percent.ts';
import { Legend } from '../charts/legend.tsx';
import { ThreePartBar } from '../charts/three-part-bar.tsx';
import { openStage } from '../deals.ts';
import { Button } from './button.tsx';
import { ConversionRow } from './conversion-row.tsx';

export function FunnelRows({ rows }: { rows: readonly ReportStage[] }) {
	const { state, session, words } = useApp();
	const { ready } = state;
	if (ready === null) return null;
	const { currency, stages, bottleneck, lost } = ready.report;
	const widest = Math.max(1, ...rows.map(({ reached }) => reached ?? 0));
	const width = ({ reached }: ReportStage) => ((reached ?? 0) / widest) * 100;
	const worst = bottleneck === null ? undefined : stages[bottleneck.stage];
	return (
		<>
			<ol class="funnel">
				{rows.map((stage, position) => (
					<li key={stage.id}>
						<Button
							id={`stage-${stage.id}`}
							class="stage"
							onPress={(part) => openStage(session, stage.id, `stage-${stage.id}`, part)}
						>
							<span class="line">
								<span class="name">{stage.name}</span> <strong>{words.number(stage.reached ?? 0)}</strong>
								{stage.reachedAmount !== null && (
									<span class="gray money"> {words.money(stage.reachedAmount, currency)}</span>
								)}
							</span>
							<ThreePartBar stage={stage} widest={widest} lostUnknown={position === 0 ? lost.unknown : 0} />
						</Button>
						{position < rows.length - 1 && stage.kind === 'open' && (
							<ConversionRow
								stage={stage}
								isBottleneck={stage === worst}
								share={boundedPercent(words, ready.report, stage)}
								lostUnknown={position === 0 ? lost.unknown : 0}
								from={width(stage)}
								to={width(rows[position + 1] ?? stage)}
							/>
						)}
					</li>
				))}
			</ol>
			<Legend hasDays={rows.some(({ medianDays }) => medianDays !== null)} />
		</>
	);
}
