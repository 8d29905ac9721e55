/**
 * Deals without a column of stages beside a table of stage changes: what would be added, and the button that adds it.
 */
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';
import { addStages } from '../records.ts';
import { Button } from './button.tsx';

export function StageOffer({ proposal: { stageOffer, sheetId, headerRow } }: { proposal: SetUpProposal }) {
	const { session, words } = useApp();
	if (stageOffer === null) return null;
	const { sheetName, deals, known } = stageOffer;
	return (
		<section class="card">
			<p>{words.t('stageOffer', { sheet: sheetName, deals, known })}</p>
			<Button class="action" action="add-stages" onPress={() => void addStages(session, sheetId, headerRow)}>
				{words.t('addStages')}
			</Button>
		</section>
	);
}
