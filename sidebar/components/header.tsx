/** Title, refresh and settings; filters and tabs under it in the tabs' views, a way back in the others. */
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
		report: 'reportSheet',
	} as const;
	const title = words.t(isTab(view) ? 'title' : titles[view as keyof typeof titles]);
	return (
		<header>
			<div class="top">
				{isPanel && ready !== null && (
					<button
						type="button"
						id="back"
						class="icon-button"
						aria-label={words.t('back')}
						title={words.t('back')}
						onClick={() => session.back()}
					>
						<Icon name="back" />
					</button>
				)}
				<h1>{title}</h1>
				{!isPanel && ready !== null && (
					<>
						<Button class="icon-button" aria-label={words.t('refresh')} title={words.t('refresh')} onPress={() => void session.refresh()}>
							<Icon name="refresh" />
						</Button>
						<Button
							id="settings"
							class="icon-button"
							aria-label={words.t('settings')}
							title={words.t('settings')}
							onPress={() => session.enterPanel('settings', 'settings', { changes: null })}
						>
							<Icon name="settings" />
						</Button>
					</>
				)}
			</div>
			{!isPanel && ready !== null && (
				<>
					<Tabs />
					{view !== 'check' && <Filters />}
				</>
			)}
		</header>
	);
}
