/** Tabs, refresh and settings in one row, filters under them; in the other views a way back and what they are. */
import { useApp } from '../app-context.ts';
import { isTab } from '../state.ts';
import { Button } from './button.tsx';
import { Filters } from './filters.tsx';
import { Icon } from './icon.tsx';
import { Tabs } from './tabs.tsx';

export function Header() {
	const { state, session, words } = useApp();
	const { view, ready } = state;
	const isPanel = !isTab(view);
	const titles = {
		settings: 'settings',
		'set-up': ready ? 'changeColumns' : 'setUp',
		deals: 'dealsHead',
		deal: 'thisDeal',
		insert: 'insertTitle',
		formula: 'insertTitle',
		report: 'reportSheet',
	} as const;
	const icon = (key: 'back' | 'refresh' | 'settings', press: () => void) => (
		<Button id={key} class="icon-button" aria-label={words.t(key)} title={words.t(key)} onPress={press}>
			<Icon name={key} />
		</Button>
	);
	return (
		<header>
			<div class="top">
				{isPanel && ready !== null && icon('back', () => session.back())}
				{/* Above the tabs stands Google's own title bar, which says the same. */}
				<h1 class={isPanel ? undefined : 'hidden'}>{words.t(isPanel ? titles[view as keyof typeof titles] : 'title')}</h1>
				{!isPanel && ready !== null && (
					<>
						<Tabs />
						{icon('refresh', () => void session.refresh())}
						{icon('settings', () => session.enterPanel('settings', 'settings', { changes: null }))}
					</>
				)}
			</div>
			{!isPanel && ready !== null && view !== 'check' && <Filters />}
		</header>
	);
}
