/** Tabs, refresh and settings in one row, filters under them; in the other views a way back and what they are. */
import { useApp } from '../app-context.ts';
import { isTab, listedStage } from '../state.ts';
import { Button } from './button.tsx';
import { Filters } from './filters.tsx';
import { Icon } from './icon.tsx';
import { Tabs } from './tabs.tsx';

export function Header() {
	const app = useApp();
	const { view, ready } = app.state;
	const isCounted = ready?.isCounted === true;
	const isPanel = !isTab(view);
	return (
		<header>
			<div class="top">
				{isPanel && ready !== null && <Back />}
				{/* Above the tabs stands Google's own title bar, which says the same. */}
				<h1 class={isPanel || isCounted ? 'name' : 'hidden'}>{titleOf(app)}</h1>
				{!isPanel && ready !== null && <Views isCounted={isCounted} />}
			</div>
			{!isPanel && ready !== null && view !== 'check' && <Filters />}
		</header>
	);
}

function titleOf({ state, words: { t } }: ReturnType<typeof useApp>): string {
	const { view, ready, deal, metric } = state;
	const titles: Partial<Record<typeof view, string | undefined>> = {
		settings: t('settings'),
		'set-up': t(ready ? 'changeColumns' : 'setUp'),
		deals: listedStage(state)?.name,
		deal: deal === null ? '' : deal.name || t('noName', { n: deal.row }),
		insert: t('insertTitle'),
		formula: metric?.label,
		report: t('reportSheet'),
	};
	return titles[view] ?? t('title');
}

function IconButton({ name, onPress }: { name: 'back' | 'refresh' | 'settings'; onPress: () => void }) {
	const { t } = useApp().words;
	return (
		<Button id={name} class="icon-button" aria-label={t(name)} title={t(name)} onPress={onPress}>
			<Icon name={name} />
		</Button>
	);
}

function Back() {
	const { session } = useApp();
	return <IconButton name="back" onPress={() => session.back()} />;
}

/** Counted statistics have one view. */
function Views({ isCounted }: { isCounted: boolean }) {
	const { session } = useApp();
	return (
		<>
			{!isCounted && <Tabs />}
			<IconButton name="refresh" onPress={() => void session.refresh()} />
			{!isCounted && (
				<IconButton name="settings" onPress={() => session.enterPanel('settings', 'settings', { changes: null })} />
			)}
		</>
	);
}
