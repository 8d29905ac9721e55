/** Starts the page: one session, drawn again after each change of its state. */
import { render } from 'preact';
import { openCheck } from './check.ts';
import { App } from './components/app.tsx';
import { loadForecast } from './deals.ts';
import { loadHistory } from './records.ts';
import { createServer } from './server.ts';
import { Session } from './session.ts';

const root = document.getElementById('app') as HTMLElement;
const session = new Session(createServer(), () => render(<App session={session} state={session.state} />, root));
session.loaders
	.set('check', () => openCheck(session))
	.set('forecast', () => loadForecast(session))
	.set('settings', () => loadHistory(session));
void session.open().then(() => {
	// The menu's "Insert formula…" opens the page on that panel; before set-up there is nothing to insert.
	if (document.documentElement.dataset.view === 'insert' && session.state.ready !== null) {
		session.enterPanel('insert', 'insert');
	}
});
window.addEventListener('focus', () => void session.look());
