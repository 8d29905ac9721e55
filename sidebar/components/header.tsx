/** Tabs, refresh and settings in one row, filters under them; in the other views a way back and what they are. */
import { useApp } from '../app-context.ts';
import { isTab, listedStage } from '../state.ts';
import { Button } from './button.tsx';
import { Filters } from './filters.tsx';
import { Icon } from './icon.tsx';
import { Tabs } from './tabs.tsx';

export function Header() {
	const { state, session, words } = useApp();
	const { view, ready, deal, metric } = state;
	const isCounted = ready?.isCounted === true;
	const { t } = words;
	const isPanel = !isTab(view);
	const titles: Partial<Record<typeof view, string | undefined>> = {
		settings: t('settings'),
		'set-up': t(ready ? 'changeColumns' : 'setUp'),
		deals: listedStage(state)?.name,
		deal: deal === null ? '' : deal.name || t('noName', { n: deal.row }),
		insert: t('insertTitle'),
		formula: metric?.label,
		report: t('reportSheet'),
	};
	const icon = (key: 'back' | 'refresh' | 'settings', press: () => void) => (
		<Button id={key} class="icon-button" aria-label={t(key)} title={t(key)} onPress={press}>
			<Icon name={key} />
		</Button>
	);
	return (
		<header>
			<div class="top">
				{isPanel && ready !== null && icon('back', () => session.back())}
				{/* Above the tabs stands Google's own title bar, which says the same. */}
				<h1 class={isPanel || isCounted ? 'name' : 'hidden'}>{titles[view] ?? t('title')}</h1>
				{!isPanel && ready !== null && (
					<>
						{!isCounted && <Tabs />}
						{icon('refresh', () => void session.refresh())}
						{!isCounted && icon('settings', () => session.enterPanel('settings', 'settings', { changes: null }))}
					</>
				)}
			</div>
			{!isPanel && ready !== null && view !== 'check' && <Filters />}
		</header>
	);
}
