/** A table of several pipelines: with the funnel of which one the page begins. */
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';
import { Choice } from './choice.tsx';

interface Props {
	pipelines: NonNullable<SetUpProposal['pipelines']>;
	/** Null for all of them. */
	chosen: string | null;
	onChange: (name: string | null) => void;
}

export function PipelineChoice({ pipelines: { heading, names }, chosen, onChange }: Props) {
	const { t } = useApp().words;
	return (
		<section class="part">
			<h2>{t('pipelinesTitle')}</h2>
			<Choice
				label={t('beginsWith')}
				value={chosen === null ? '' : String(names.indexOf(chosen))}
				onChoose={(index) => onChange(index === '' ? null : (names[Number(index)] ?? null))}
			>
				<option value="">{t('allPipelines')}</option>
				{names.map((name, at) => (
					<option key={name} value={String(at)}>
						{name.slice(0, 80)}
					</option>
				))}
			</Choice>
			<p class="note">{t('pipelinesHelp', { heading: heading.slice(0, 60), n: names.length })}</p>
		</section>
	);
}
