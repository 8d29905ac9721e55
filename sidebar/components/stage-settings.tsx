/** The stage list in Settings: edited as a draft, saved with one button that appears with the first change. */
import { useState } from 'preact/hooks';
import type { StageDraft } from '../../src/addon/rpc-contract.ts';
import { useApp } from '../app-context.ts';
import { type StageFault, stageFault } from '../stage-check.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { StageEditor } from './stage-editor.tsx';

export function StageSettings() {
	const { state, session, words } = useApp();
	const { t } = words;
	const saved = state.open?.stages ?? [];
	const [draft, setDraft] = useState<readonly StageDraft[] | null>(null);
	const [fault, setFault] = useState<StageFault | null>(null);
	// Counts the lists that came from the server or were given up: each begins a new editor.
	const [round, setRound] = useState(0);
	const renew = () => {
		setDraft(null);
		setFault(null);
		setRound(round + 1);
	};
	const save = async () => {
		const found = stageFault(draft ?? saved);
		setFault(found);
		if (found !== null || draft === null) return;
		await session.saveStages(draft);
		if (session.state.failure === null) renew();
	};
	return (
		<details class="part">
			<summary>
				<h2>
					{t('stages')} <span class="badge">{words.number(saved.length)}</span>
				</h2>
			</summary>
			<StageEditor key={round} stages={saved} fault={fault} onChange={setDraft} />
			{fault !== null && (
				<p class="error" role="alert">
					{t(fault.key, { stage: fault.stage })}
				</p>
			)}
			{draft !== null && (
				<ActionBar>
					<Button class="action" action="stages" onPress={() => void save()}>
						{t('saveStages')}
					</Button>
					<button type="button" onClick={renew}>
						{t('cancel')}
					</button>
				</ActionBar>
			)}
		</details>
	);
}
