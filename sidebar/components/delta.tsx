/**
 * The change against the period before, with a sign; colored, and named better or worse, only where chance does not
 * explain it.
 */
import type { Figure } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';

export function Delta({ figure }: { figure: Figure }) {
	const { words } = useApp();
	const { value, previous, isClear, unit, better } = figure;
	if (value === null || previous === null || (unit !== 'ratio' && previous === 0)) return null;
	const sense = !isClear ? 'unclear' : (value - previous) * better > 0 ? 'better' : 'worse';
	return (
		<span class={`delta ${sense}`} title={words.t(sense)}>
			{words.change(value, previous, unit)}{' '}
			<span class={isClear ? 'hidden' : undefined}>{words.t(isClear ? sense : 'unclearShort')}</span>
		</span>
	);
}
