/** What shows that a deal with an open stage has ended: one rule per line, each to be switched off. */
import type { OutcomeColumn } from '../../src/core/model/outcome.ts';
import { useApp } from '../app-context.ts';

interface Props {
	outcomes: readonly OutcomeColumn[];
	headings: readonly string[];
	onChange: (outcomes: readonly OutcomeColumn[]) => void;
}

export function OutcomeChoice({ outcomes, headings, onChange }: Props) {
	const { t } = useApp().words;
	return (
		<section class="part">
			<h2>{t('outcomes')}</h2>
			<p class="note">{t('outcomesHelp')}</p>
			{outcomes.map((outcome) => (
				<label key={outcome.evidence} class="tick">
					<input
						type="checkbox"
						checked={outcome.isDeciding}
						onChange={({ currentTarget: { checked } }) =>
							onChange(outcomes.map((one) => (one === outcome ? { ...one, isDeciding: checked } : one)))
						}
					/>
					<span>{t(`outcome_${outcome.evidence}`, { heading: (headings[outcome.column] ?? '').slice(0, 60) })}</span>
				</label>
			))}
		</section>
	);
}
