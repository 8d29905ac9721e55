/** Which sheet holds the deals, and which row its headings are in. */
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';
import { propose } from '../records.ts';
import { Choice } from './choice.tsx';

export function SheetChoice({ proposal }: { proposal: SetUpProposal }) {
	const { session, words } = useApp();
	const { t } = words;
	const { sheetId, sheets, headerRow } = proposal;
	const row = (text: string) => {
		const chosen = Number(text);
		if (Number.isInteger(chosen) && chosen > 0) void propose(session, sheetId, chosen, null);
	};
	return (
		<section class="columns-2">
			<Choice
				label={t('sheet')}
				value={String(sheetId)}
				onChoose={(id) => void propose(session, Number(id), null, null)}
			>
				{sheets.map(({ id, name }) => (
					<option key={id} value={String(id)}>
						{name}
					</option>
				))}
			</Choice>
			<label class="form-group">
				<span>{t('headerRow')}</span>
				<input type="number" min={1} value={headerRow} onChange={(event) => row(event.currentTarget.value)} />
			</label>
		</section>
	);
}
