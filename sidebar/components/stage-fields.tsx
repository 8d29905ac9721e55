/** The fields of one stage in the editor; the rarer ones in a fold. */
import { useState } from 'preact/hooks';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { STAGE_KINDS, type StageKind } from '../../src/core/model/stage.ts';
import type { SidebarKey } from '../../src/messages/sidebar.words.ts';
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

interface Props {
	id: number;
	stage: StageDraft;
	at: number;
	isLast: boolean;
	faultKey: SidebarKey | null;
	onChange: (change: Partial<StageDraft>) => void;
	/** @param control selector of the control that keeps the focus */
	onMove: (to: number, control: string) => void;
	onDrag: (event: PointerEvent) => void;
	onRemove: () => void;
}

const lines = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** A number from a field, null when it is empty or not one. */
const numberIn = (input: HTMLInputElement) =>
	input.value === '' || Number.isNaN(input.valueAsNumber) ? null : Math.max(0, input.valueAsNumber);

export function StageFields({ id, stage, at, isLast, faultKey, onChange, onMove, onDrag, onRemove }: Props) {
	const { words } = useApp();
	const { t } = words;
	const [isOpen, setOpen] = useState(false);
	const { name, kind, probability, deals } = stage;
	const shown = name || t('newStage');
	const isKindFault = faultKey === 'needKind';
	// The endings' probabilities follow from their kind.
	const setKind = (chosen: string) =>
		onChange({
			kind: chosen === '' ? null : (chosen as StageKind),
			...(chosen === 'won' ? { probability: 1 } : chosen === 'lost' ? { probability: 0 } : {}),
		});
	const area = (key: 'tasks' | 'aliases') => (
		<label class="form-group">
			<span>{t(key)}</span>
			<textarea
				rows={2}
				defaultValue={stage[key].join('\n')}
				onChange={(event) => onChange({ [key]: lines(event.currentTarget.value) })}
			/>
		</label>
	);
	const arrow = (key: 'moveUp' | 'moveDown', to: number, isEnd: boolean, icon: 'up' | 'down') => (
		<Button
			class={`icon-button ${icon}`}
			aria-label={t(key, { stage: shown })}
			aria-disabled={isEnd || undefined}
			onPress={() => onMove(to, `.${icon}`)}
		>
			<Icon name={icon} />
		</Button>
	);
	return (
		<li class="card" data-key={id}>
			<div class="line">
				<button
					type="button"
					class="icon-button grip"
					aria-label={t('drag', { stage: shown })}
					onPointerDown={onDrag}
					onKeyDown={(event) => {
						const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
						if (step === 0) return;
						event.preventDefault();
						onMove(at + step, '.grip');
					}}
				>
					<Icon name="grip" />
				</button>
				<input
					type="text"
					aria-label={t('stageName', { n: at + 1 })}
					aria-invalid={(faultKey !== null && !isKindFault) || undefined}
					value={name}
					onInput={(event) => onChange({ name: event.currentTarget.value })}
				/>
				{arrow('moveUp', at - 1, at === 0, 'up')}
				{arrow('moveDown', at + 1, isLast, 'down')}
			</div>
			<div class="line wrap">
				<select
					aria-label={t('kindOf', { stage: shown })}
					aria-invalid={isKindFault || undefined}
					class={kind === null ? 'unset' : undefined}
					value={kind ?? ''}
					onChange={(event) => setKind(event.currentTarget.value)}
				>
					{kind === null && <option value="">{t('choose')}</option>}
					{STAGE_KINDS.map((one) => (
						<option key={one} value={one}>
							{t(`kind_${one}` as 'kind_open')}
						</option>
					))}
				</select>
				<span class="percent">
					<input
						type="number"
						min={0}
						max={100}
						aria-label={t('probabilityOf', { stage: shown })}
						value={Math.round(probability * 1000) / 10}
						onChange={(event) => onChange({ probability: Math.min(100, numberIn(event.currentTarget) ?? 0) / 100 })}
					/>{' '}
					%
				</span>
				<span class="secondary">{deals > 0 && t('deals', { n: deals })}</span>
				<Button
					class="icon-button fold-button"
					aria-expanded={isOpen}
					title={t('details')}
					onPress={() => setOpen(!isOpen)}
				>
					<span class="hidden">
						{t('details')}: {shown}
					</span>
				</Button>
			</div>
			{isOpen && (
				<div class="more">
					<label class="form-group">
						<span>{t('usualDays')}</span>
						<input
							type="number"
							min={0}
							value={stage.usualDays ?? ''}
							onChange={(event) => onChange({ usualDays: numberIn(event.currentTarget) })}
						/>
					</label>
					<label class="form-group">
						<span>{t('exitRule')}</span>
						<input
							type="text"
							placeholder={t('exitRuleHint')}
							value={stage.exitRule}
							onChange={(event) => onChange({ exitRule: event.currentTarget.value })}
						/>
					</label>
					{area('tasks')}
					{area('aliases')}
					<Button class="link" onPress={onRemove}>
						{t('removeStage')}
					</Button>
				</div>
			)}
		</li>
	);
}
