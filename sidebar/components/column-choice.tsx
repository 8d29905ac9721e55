/**
 * One field and the column found for it: how certain it is, an example of its values, a drop-down to correct it.
 */
import type { Confidence, SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';
import { Choice } from './choice.tsx';

interface Props {
	found: SetUpProposal['columns'][number];
	headings: readonly string[];
	/** The choice in force, which may differ from what was found. */
	column: number | null;
	isInvalid: boolean;
	onChoose: (column: number | null) => void;
}

const SIGNS: Readonly<Record<Confidence, string>> = { sure: '✓', likely: '✓', unsure: '?', none: '–' };

export function ColumnChoice({ found, headings, column, isInvalid, onChoose }: Props) {
	const { t } = useApp().words;
	const { field } = found;
	const isOwn = column !== found.column;
	const sureness = isOwn ? 'sure' : found.confidence;
	return (
		<div class="column-choice">
			<Choice
				id={`column-${field}`}
				label={t(`field_${field}` as 'field_id')}
				value={column === null ? '' : String(column)}
				isInvalid={isInvalid}
				describedBy={`found-${field}`}
				onChoose={(value) => onChoose(value === '' ? null : Number(value))}
			>
				<option value="">{t(field === 'stage' ? 'choose' : 'notHere')}</option>
				{headings.map((heading, position) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: headings may be equal; a column is its position
					<option key={position} value={String(position)}>
						{heading === '' ? `(${position + 1})` : heading.slice(0, 60)}
					</option>
				))}
			</Choice>
			<p id={`found-${field}`} class={`secondary found ${sureness}`}>
				<span aria-hidden="true" class="sign">
					{SIGNS[sureness]}
				</span>
				{!isOwn && <Evidence found={found} headings={headings} />}
			</p>
		</div>
	);
}

/** How sure the proposed column is, what else it could be where that is not sure, an example of its cells. */
function Evidence({ found, headings }: Pick<Props, 'found' | 'headings'>) {
	const { t } = useApp().words;
	const { confidence, example, reason, runnerUp } = found;
	const isSure = confidence === 'sure';
	const other = runnerUp === null ? '' : (headings[runnerUp] ?? '');
	return (
		<>
			{t(confidence === 'none' ? 'notFound' : confidence)}
			{!isSure && reason !== null && <span> · {t(`by_${reason}`)}</span>}
			{!isSure && other !== '' && <span> · {t('runnerUp', { heading: other.slice(0, 40) })}</span>}
			{example !== '' && <span> · {t('example', { value: example.slice(0, 60) })}</span>}
		</>
	);
}
