/** A table of stage changes that was found beside the deals: imported with the setup where it is ticked. */
import type { HistorySource } from '../../src/addon/contract/answer.ts';
import { useApp } from '../app-context.ts';

interface Props {
	source: HistorySource;
	isTaken: boolean;
	onChange: (isTaken: boolean) => void;
}

export function HistoryChoice({ source, isTaken, onChange }: Props) {
	const { t } = useApp().words;
	const sheet = source.name.slice(0, 60);
	return (
		<section class="part">
			<h2>{t('historyTitle')}</h2>
			<label class="tick">
				<input type="checkbox" checked={isTaken} onChange={({ currentTarget: { checked } }) => onChange(checked)} />
				<span>{t('importChanges', { n: source.rows, sheet })}</span>
			</label>
			<p class="note">{t('importChangesHelp', { sheet })}</p>
		</section>
	);
}
