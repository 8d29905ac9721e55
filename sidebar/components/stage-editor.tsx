/**
 * The list of stages to edit: names, kinds, probabilities, order by buttons, arrow keys or dragging. Holds its own
 * draft.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { useApp } from '../app-context.ts';
import type { StageFault } from '../stage-check.ts';
import { Button } from './button.tsx';
import { StageFields } from './stage-fields.tsx';

interface Props {
	/** The list to begin with; later changes of this property are not followed (give another `key`). */
	stages: readonly StageDraft[];
	fault: StageFault | null;
	onChange: (stages: readonly StageDraft[]) => void;
}

interface Row {
	readonly key: number;
	readonly stage: StageDraft;
}

const NEW: StageDraft = {
	id: '',
	name: '',
	kind: 'open',
	probability: 0.5,
	aliases: [],
	usualDays: null,
	exitRule: '',
	tasks: [],
	deals: 0,
};

export function StageEditor({ stages, fault, onChange }: Props) {
	const { session, words } = useApp();
	const [rows, setRows] = useState<readonly Row[]>(() => stages.map((stage, key) => ({ key, stage })));
	const list = useRef<HTMLOListElement>(null);
	/** Selector of the control that has the focus after the next drawing. */
	const focus = useRef('');

	useLayoutEffect(() => {
		if (focus.current !== '') list.current?.querySelector<HTMLElement>(focus.current)?.focus();
		focus.current = '';
	});
	useLayoutEffect(() => {
		if (fault !== null && fault.at >= 0)
			list.current?.children[fault.at]?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
	}, [fault]);

	const update = (next: readonly Row[]) => {
		setRows(next);
		onChange(next.map(({ stage }) => stage));
	};
	const move = (at: number, to: number, control: string) => {
		const row = rows[at];
		if (row === undefined || to < 0 || to >= rows.length || to === at) return;
		const rest = rows.filter((other) => other !== row);
		focus.current = `[data-key="${row.key}"] ${control}`;
		update([...rest.slice(0, to), row, ...rest.slice(to)]);
		session.say({ key: 'movedTo', params: { stage: row.stage.name, n: to + 1 } });
	};
	/** Follows the pointer on the window: the row is re-inserted while it is dragged, which would end a capture. */
	const drag = (key: number, event: PointerEvent) => {
		event.preventDefault();
		const follow = ({ clientY }: PointerEvent) => {
			const items = [...(list.current?.children ?? [])] as HTMLElement[];
			const at = items.findIndex((item) => item.dataset.key === String(key));
			const to = items.findIndex((item) => clientY < item.getBoundingClientRect().bottom);
			latest.current(at, to < 0 ? items.length - 1 : to, '.grip');
		};
		const end = () => {
			window.removeEventListener('pointermove', follow);
			window.removeEventListener('pointerup', end);
			window.removeEventListener('pointercancel', end);
		};
		window.addEventListener('pointermove', follow);
		window.addEventListener('pointerup', end);
		window.addEventListener('pointercancel', end);
	};
	// The listener outlives a drawing: it must move the rows as they are then.
	const latest = useRef(move);
	latest.current = move;

	const add = () => {
		const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
		focus.current = `[data-key="${key}"] input`;
		// Before the endings, where a new step of the process belongs.
		const at = rows.findIndex(({ stage }) => stage.kind !== 'open' && stage.kind !== null);
		const place = at < 0 ? rows.length : at;
		update([...rows.slice(0, place), { key, stage: NEW }, ...rows.slice(place)]);
	};

	return (
		<>
			<ol class="stages" ref={list}>
				{rows.map(({ key, stage }, at) => (
					<StageFields
						key={key}
						id={key}
						stage={stage}
						at={at}
						isLast={at === rows.length - 1}
						faultKey={fault?.at === at ? fault.key : null}
						onChange={(change) =>
							update(rows.map((row) => (row.key === key ? { key, stage: { ...stage, ...change } } : row)))
						}
						onMove={(to, control) => move(at, to, control)}
						onDrag={(event) => drag(key, event)}
						onRemove={() => update(rows.filter((row) => row.key !== key))}
					/>
				))}
			</ol>
			<Button onPress={add}>{words.t('addStage')}</Button>
		</>
	);
}
