/** Starts the page: one session, drawn again after each change of its state. */
import { render } from 'preact';
import { App } from './components/app.tsx';
import { createServer } from './server.ts';
import { Session } from './state.ts';

const root = document.getElementById('app') as HTMLElement;
const session = new Session(createServer(), () => render(<App session={session} state={session.state} />, root));
void session.open();
window.addEventListener('focus', () => void session.look());
