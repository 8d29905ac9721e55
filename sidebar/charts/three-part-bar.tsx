/**
 * A bar as wide as the deals that reached the stage: moved on (solid), still here (pale), lost here (hatched); won is
 * one part; losses without a known stage are gray.
 */
import type { ReportStage } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';

export function ThreePartBar({
	stage,
	widest,
	lostUnknown,
}: {
	stage: ReportStage;
	widest: number;
	lostUnknown: number;
}) {
	const { words } = useApp();
	const { t } = words;
	const isWon = stage.kind === 'won';
	const parts = isWon
		? ([['won', stage.reached ?? 0, t('wonHere'), 'still']] as const)
		: ([
				['moved', stage.movedOn ?? 0, t('movedOn'), 'movedOn'],
				['still', (stage.still ?? 0) + (stage.parkedHere ?? 0), t('still'), 'still'],
				['lost', (stage.lostHere ?? 0) - lostUnknown, t('lostHere'), 'lost'],
				['blank', lostUnknown, t('lostUnknown'), 'lost'],
			] as const);
	return (
		<>
			<span class="bar" aria-hidden="true">
				{parts.map(
					([kind, count, name, part]) =>
						count > 0 && (
							<span
								key={kind}
								class={`bar-${kind}`}
								style={{ width: `${(count / widest) * 100}%` }}
								title={`${name}: ${words.number(count)}`}
								data-part={part}
							/>
						),
				)}
			</span>
			{!isWon && (
				<span class="hidden"> {parts.map(([, count, name]) => `${name} ${words.number(count)}`).join(', ')}</span>
			)}
		</>
	);
}
