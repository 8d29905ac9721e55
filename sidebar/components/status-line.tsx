/** What has just been done, said to screen readers too, with Undo where it can be undone. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';

export function StatusLine() {
	const { state, session, words } = useApp();
	const { status } = state;
	const line = useRef<HTMLDivElement>(null);
	const remedy = status?.remedy;

	useEffect(() => {
		// Above the bar at the foot, however many rows its buttons take.
		const bar = document.querySelector<HTMLElement>('.bottom')?.offsetHeight ?? 0;
		if (line.current !== null) line.current.style.bottom = `${bar + 8}px`;
		// The button that was pressed may have gone with its row, now or with a later answer: the keyboard goes on from here.
		if (status !== null && document.activeElement === document.body) line.current?.focus();
	});

	return (
		<div role="status" aria-live="polite" ref={line} tabIndex={-1} class={status === null ? 'hidden' : 'status'}>
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
