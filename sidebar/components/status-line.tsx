/** What has just been done, announced to screen readers too, with Undo when it can be undone. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';

const STATUS_MS = 6_000;
const REMEDY_MS = 30_000;

export function StatusLine() {
	const { state, session, words } = useApp();
	const { status } = state;
	const line = useRef<HTMLDivElement>(null);
	const remedy = status?.remedy;
	const [isHeld, setHeld] = useState(false);

	// What was done is news for a moment; what can be undone stays longer, and neither goes while somebody is at it.
	useEffect(() => {
		if (status === null || isHeld) return;
		const timer = setTimeout(() => session.say(null), status.remedy ? REMEDY_MS : STATUS_MS);
		return () => clearTimeout(timer);
	}, [status, isHeld, session]);

	useEffect(() => {
		// Above the bar at the foot, however many rows its buttons take.
		const bar = document.querySelector<HTMLElement>('.bottom')?.offsetHeight ?? 0;
		if (line.current !== null) line.current.style.bottom = `${bar + 8}px`;
	});

	// biome-ignore lint/correctness/useExhaustiveDependencies: any new state may take the button away
	useEffect(() => {
		// The button that was pressed may have gone with its row, now or with a later answer: the keyboard goes on from
		// here. Not when the line is left: Tab from its last button leads out of the page.
		if (status !== null && document.activeElement === document.body) line.current?.focus();
	}, [state, status]);

	return (
		<div
			role="status"
			aria-live="polite"
			ref={line}
			tabIndex={-1}
			class={status === null ? 'hidden' : 'status'}
			onMouseEnter={() => setHeld(true)}
			onMouseLeave={() => setHeld(false)}
			onFocusIn={({ target, currentTarget }) => setHeld(target !== currentTarget)}
			onFocusOut={() => setHeld(false)}
		>
			{status !== null && (
				<>
					<span>{words.t(status.key, status.params)}</span>
					{remedy && (
						<Button action={remedy.action} onPress={remedy.run}>
							{words.t(remedy.key)}
						</Button>
					)}
					<Button class="icon-button" aria-label={words.t('close')} onPress={() => session.say(null)}>
						<span aria-hidden="true">×</span>
					</Button>
				</>
			)}
		</div>
	);
}
