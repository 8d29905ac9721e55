/** Starts the page: one session, drawn again after each change of its state. */
import { render } from 'preact';
import { openCheck } from './check.ts';
import { App } from './components/app.tsx';
import { loadForecast } from './deals.ts';
import { loadHistory } from './records.ts';
import { createServer } from './server.ts';
import { Session } from './session.ts';
import { isTab, type View } from './state.ts';

const root = document.getElementById('app') as HTMLElement;
/**
 * Never while something is being drawn: effects run in the middle of it, and what one of them changes would be drawn
 * into a page that is half there.
 */
let isDue = false;
const draw = (): void => {
	isDue = false;
	render(<App session={session} state={session.state} />, root);
};
const session = new Session(createServer(), () => {
	if (!isDue) queueMicrotask(draw);
	isDue = true;
});
session.loaders
	.set('check', () => openCheck(session))
	.set('forecast', () => loadForecast(session))
	.set('settings', () => loadHistory(session));
session.isOfStatistics = root.dataset.view === 'statistics';
void session.open().then(() => {
	// The menu may open the page on another view than the funnel; before setup there is only that.
	const view = session.isOfStatistics ? undefined : (root.dataset.view as View | undefined);
	if (view === undefined || session.state.ready === null) return;
	if (isTab(view)) session.show(view);
	else session.enterPanel(view, view);
});
window.addEventListener('focus', () => {
	looks = 0;
	void session.look();
});
/** An edit is seen within this time; nobody looks at a window for longer than an hour without coming back to it. */
const WATCH_MS = 4_000;
const MOST_LOOKS = 900;
let looks = 0;
setInterval(() => {
	if (document.visibilityState === 'visible' && looks++ < MOST_LOOKS) void session.watch();
}, WATCH_MS);
