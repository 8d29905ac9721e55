/** The tabs: plain buttons in a navigation, so that Tab reaches each of them. */
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';

const TABS = ['funnel', 'forecast', 'check'] as const;

export function Tabs() {
	const { state, session, words } = useApp();
	const count = state.ready?.problemCount ?? 0;
	return (
		<nav aria-label={words.t('tabs')} class="tabs">
			{TABS.map((tab) => (
				<Button key={tab} aria-current={state.view === tab ? 'page' : undefined} onPress={() => session.show(tab)}>
					{words.t(tab)}
					{tab === 'check' && count > 0 && (
						<span class="badge">
							{words.number(count)}
							<span class="hidden"> {words.t('problems', { n: count })}</span>
						</span>
					)}
				</Button>
			))}
		</nav>
	);
}
