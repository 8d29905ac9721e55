/** States of the sidebar that every engine shows, as options of the made-up server and steps of a hand. */
import type { SidebarKey } from '../../src/messages/sidebar.words.ts';
import type { MockOptions } from '../sidebar/mock-server.ts';

export type Step =
	| { readonly click: string }
	| { readonly choose: string; readonly value: string }
	| { readonly write: string; readonly value: string };

export interface EngineState {
	readonly name: string;
	readonly options?: Partial<MockOptions>;
	readonly steps?: readonly Step[];
	/** A text of the dictionary that the state must show. */
	readonly shows: SidebarKey;
}

const HOSTILE = ['<img src=x onerror="window.hacked=1">', '=1+1', '__proto__', 'W'.repeat(60), '无尽的名称'.repeat(12)];
const tab = (at: number): Step => ({ click: `.tabs button:nth-child(${at})` });

export const ENGINE_STATES: readonly EngineState[] = [
	{ name: 'funnel', shows: 'winRate' },
	{ name: 'funnel with open sections', steps: [{ click: '.fold' }], shows: 'winRate' },
	{ name: 'few deals', options: { deals: 12, problems: 0 }, shows: 'winRate' },
	{ name: 'many deals', options: { deals: 10_000, problems: 3000 }, shows: 'winRate' },
	{
		name: 'hostile names',
		options: { stages: [...HOSTILE, 'Won', 'Lost'], owners: HOSTILE, reasons: HOSTILE },
		shows: 'winRate',
	},
	{ name: 'several currencies', options: { isMixed: true }, shows: 'winRate' },
	{ name: 'deals of a stage', steps: [{ click: '.funnel li:nth-child(3) .stage' }], shows: 'back' },
	{ name: 'forecast', steps: [tab(2)], shows: 'forecast' },
	{ name: 'check', steps: [tab(3)], shows: 'check' },
	{ name: 'set-up', options: { isSetUp: false }, shows: 'useColumns' },
	{ name: 'insert', steps: [{ click: '#insert' }], shows: 'back' },
	{ name: 'report', steps: [{ click: '#report' }], shows: 'back' },
	{ name: 'settings', steps: [{ click: '#settings' }, { click: 'main > details > summary' }], shows: 'back' },
];
