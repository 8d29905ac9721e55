/** The change against the period before: arrow, sign, and whether it is for the better in words that a screen reader says. */
import type { Figure } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { Arrow } from './arrow.tsx';

export function Delta({ figure }: { figure: Figure }) {
	const { words } = useApp();
	const { value, previous, unit, better } = figure;
	if (value === null || previous === null || (unit !== 'ratio' && previous === 0)) return null;
	const change = value - previous;
	const sense = better === 0 || change === 0 ? 'same' : change * better > 0 ? 'better' : 'worse';
	return (
		<span class={`delta ${sense}`} title={words.t(sense)}>
			{change !== 0 && <Arrow isUp={change > 0} />}
			{words.change(value, previous, unit)}
			<span class="hidden"> {words.t(sense)}</span>
		</span>
	);
}
