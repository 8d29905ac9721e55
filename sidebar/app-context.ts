/** What every component may use: the state, its actions and the words. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

export interface App {
	readonly state: State;
	readonly session: Session;
	readonly words: Words;
}

export const AppContext = createContext<App>(null as unknown as App);

export const useApp = (): App => useContext(AppContext);
