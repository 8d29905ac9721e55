/**
 * The stage list in Settings: edited as a draft, looked at as a list of changes, then saved. Nothing is written before
 * that.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { useApp } from '../app-context.ts';
import { writeNames } from '../check.ts';
import { mergedStages, previewStages, saveStages } from '../records.ts';
import { type StageFault, stageFault } from '../stage-check.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { StageEditor } from './stage-editor.tsx';

/** Deals of a removed stage are left where they are: they become a problem that Check lists. */
const LEAVE = '-';

export function StageSettings() {
	const { state, session, words } = useApp();
	const { t } = words;
	const saved = state.open?.stages ?? [];
	const [draft, setDraft] = useState<readonly StageDraft[] | null>(null);
	const [fault, setFault] = useState<StageFault | null>(null);
	/** Removed stage → the stage that takes its deals, LEAVE, or nothing yet. */
	const [targets, setTargets] = useState<Readonly<Record<string, string>>>({});
	// Counts the lists that came from the server or were given up: each begins a new editor.
	const [round, setRound] = useState(0);
	const heading = useRef<HTMLHeadingElement>(null);
	const { changes, formerNames } = state;
	useEffect(() => {
		if (changes !== null) heading.current?.focus();
	}, [changes]);
	// A list that somebody else changed takes the place of the draft, which was of the former one.
	const listed = JSON.stringify(saved.map(({ deals: _, ...stage }) => stage));
	const drafted = useRef(listed);
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a new list renews, not each rendering
	useEffect(() => {
		if (drafted.current === listed) return;
		drafted.current = listed;
		renew();
	}, [listed]);
	const removed =
		draft === null ? [] : saved.filter(({ id, deals }) => deals > 0 && !draft.some((stage) => stage.id === id));
	const merges = Object.fromEntries(
		removed.flatMap(({ id }) => (targets[id] && targets[id] !== LEAVE ? [[id, targets[id]]] : [])),
	);
	const renew = () => {
		setDraft(null);
		setFault(null);
		setTargets({});
		setRound(round + 1);
		session.set({ changes: null });
	};
	const review = () => {
		const homeless = removed.find(({ id }) => !targets[id]);
		const found = homeless ? { key: 'needMerge' as const, at: -1, stage: homeless.name } : stageFault(draft ?? saved);
		setFault(found);
		if (found === null && draft !== null) void previewStages(session, draft, merges);
	};
	const save = async () => {
		await saveStages(session, mergedStages(draft ?? saved, merges, saved));
		if (session.state.failure === null) renew();
	};
	return (
		<details class="part">
			<summary>
				<h2>
					{t('stages')} <span class="badge">{words.number(saved.length)}</span>
				</h2>
			</summary>
			{/* Hidden, not gone, while its changes are looked at: the draft stays as it is. */}
			<div hidden={changes !== null}>
				<StageEditor key={round} stages={saved} fault={fault} onChange={setDraft} />
				{removed.map(({ id, name, deals }) => (
					<Choice
						key={id}
						label={t('removedStage', { stage: name, n: deals })}
						value={targets[id] ?? ''}
						isInvalid={fault?.key === 'needMerge' && !targets[id]}
						onChoose={(target) => setTargets({ ...targets, [id]: target })}
					>
						<option value="">{t('choose')}</option>
						{draft?.map(
							(stage) =>
								stage.id !== '' && (
									<option key={stage.id} value={stage.id}>
										{stage.name.slice(0, 60)}
									</option>
								),
						)}
						<option value={LEAVE}>{t('leaveDeals')}</option>
					</Choice>
				))}
			</div>
			{changes !== null && (
				<section class="card">
					<h2 ref={heading} tabIndex={-1}>
						{t('changesTitle')}
					</h2>
					{changes.length === 0 && <p class="gray">{t('noChanges')}</p>}
					<ul class="points">
						{changes.map(({ kind, stage, text }) => (
							<li key={kind + stage}>{text}</li>
						))}
					</ul>
				</section>
			)}
			{fault !== null && (
				<p class="error" role="alert">
					{t(fault.key, { stage: fault.stage })}
				</p>
			)}
			{draft === null && formerNames.length > 0 && (
				<section class="card">
					<p>{t('formerNames', { n: formerNames.length })}</p>
					<Button class="action" action="names" onPress={() => void writeNames(session)}>
						{t('writeNames', { n: formerNames.length })}
					</Button>
					<Button onPress={() => session.set({ formerNames: [] })}>{t('leaveNames')}</Button>
				</section>
			)}
			{draft !== null && (
				<ActionBar>
					<Button class="action" action="stages" onPress={() => (changes === null ? review() : void save())}>
						{t(changes === null ? 'reviewStages' : 'saveStages')}
					</Button>
					<Button onPress={() => (changes === null ? renew() : session.set({ changes: null }))}>
						{t(changes === null ? 'cancel' : 'keepEditing')}
					</Button>
				</ActionBar>
			)}
		</details>
	);
}
