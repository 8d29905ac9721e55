/**
 * The whole page: which view is shown, language and theme of the document, where the focus goes when the view changes.
 */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Language } from '../../src/addon/contract/answer.ts';
import { AppContext } from '../app-context.ts';
import type { Session } from '../session.ts';
import { isTab, type State } from '../state.ts';
import { createWords } from '../words.ts';
import { CheckTab } from './check-tab.tsx';
import { DealPanel } from './deal-panel.tsx';
import { DealsPanel } from './deals-panel.tsx';
import { FailureCard } from './failure-card.tsx';
import { ForecastTab } from './forecast-tab.tsx';
import { FormulaForm } from './formula-form.tsx';
import { FunnelTab } from './funnel-tab.tsx';
import { Header } from './header.tsx';
import { InsertPanel } from './insert-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { SetUp } from './set-up.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { StatusLine } from './status-line.tsx';

/** A new tab is a new component here and a line in tabs.tsx. */
const VIEWS = {
	funnel: FunnelTab,
	forecast: ForecastTab,
	check: CheckTab,
	settings: SettingsPanel,
	'set-up': SetUp,
	deals: DealsPanel,
	deal: DealPanel,
	insert: InsertPanel,
	formula: FormulaForm,
	report: ReportPanel,
};

/** Before the first answer only the browser knows the language. */
const firstLanguage = (): Language => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');

export function App({ session, state }: { session: Session; state: State }) {
	const { open, view, trail, focus, isLoading, failure } = state;
	const language = open?.language ?? firstLanguage();
	const locale = open?.locale ?? language;
	const words = useMemo(() => createWords(language, locale), [language, locale]);
	const theme = open?.settings?.theme ?? 'light';
	const depth = useRef(0);

	useEffect(() => {
		document.documentElement.lang = language;
		document.documentElement.dataset.theme = theme;
	}, [language, theme]);

	// Before the next key, which would go to a control that is no longer there.
	useLayoutEffect(() => {
		if (trail.length < depth.current) document.getElementById(focus)?.focus();
		else if (!isTab(view)) {
			window.scrollTo(0, 0);
			document.querySelector<HTMLElement>('#back, main h2')?.focus();
		}
		depth.current = trail.length;
	}, [view, trail, focus]);

	// Esc leads back, except where it means something to the field that has the focus.
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const isField = event.target instanceof Element && event.target.matches('input, textarea, select');
			if (event.key !== 'Escape' || event.defaultPrevented || isField || isTab(view) || open?.state !== 'ready') return;
			session.back();
		};
		document.addEventListener('keydown', onKey);
		return () => document.removeEventListener('keydown', onKey);
	}, [view, open, session]);

	const View = VIEWS[view];
	const isEmptyHanded = open === null;
	return (
		<AppContext.Provider value={{ state, session, words }}>
			<Header />
			{isLoading && <div class="thin-progress" />}
			<main aria-busy={isLoading} class={isLoading && !isEmptyHanded ? 'is-loading' : undefined}>
				{failure !== null && <FailureCard />}
				{isEmptyHanded ? failure === null && <p class="loading gray">{words.t('loading')}</p> : <View />}
			</main>
			<StatusLine />
		</AppContext.Provider>
	);
}
