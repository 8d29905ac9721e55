/** What went wrong, in words, and the one action that helps. */
import type { SidebarKey } from '../../src/messages/sidebar.words.ts';
import { useApp } from '../app-context.ts';
import { changeColumns, reset } from '../records.ts';
import { Button } from './button.tsx';

export function FailureCard() {
	const { state, session, words } = useApp();
	if (state.failure === null) return null;
	const { answer, again } = state.failure;
	const { t } = words;
	const actions: Record<string, readonly [SidebarKey, () => void]> = {
		retry: ['retry', again],
		// A retry would be refused again: the user has to see first what has changed in the meantime.
		reload: ['loadChanged', () => void session.open(state.filter)],
		'choose-columns': ['chooseColumns', () => void changeColumns(session)],
		reset: ['resetAction', () => void reset(session)],
		'set-up': ['setUpAction', () => void session.open()],
	};
	const [key, press] = actions[answer.action ?? ''] ?? (['close', () => session.set({ failure: null })] as const);
	const hasPage = state.open !== null;
	// Without a page behind it there is nothing to go back to by closing.
	const isButton = answer.action !== null || hasPage;
	return (
		<section class="card error" role="alert">
			<h2>{t('failed')}</h2>
			<p>{answer.text || t(`fail_${answer.code}` as SidebarKey)}</p>
			{isButton && (
				<Button action="failure" class={hasPage ? undefined : 'action'} onPress={press}>
					{t(key)}
				</Button>
			)}
		</section>
	);
}
