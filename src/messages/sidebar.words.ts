/**
 * Every word of the sidebar: each key once, with its two languages side by side; a key without its pair does not
 * compile.
 * Not here: what the server says (menus, toasts, problems, failures) and a metric's own words.
 */
import { checkWords } from './sidebar.check.ts';
import { dealWords } from './sidebar.deals.ts';
import { frameWords } from './sidebar.frame.ts';
import { funnelWords } from './sidebar.funnel.ts';
import { insertWords } from './sidebar.insert.ts';
import { settingsWords } from './sidebar.settings.ts';
import { setupWords } from './sidebar.setup.ts';

/** English, Simplified Chinese. */
type Pair = readonly [string, string];

const all = {
	...frameWords,
	...funnelWords,
	...dealWords,
	...checkWords,
	...setupWords,
	...settingsWords,
	...insertWords,
};

export type SidebarKey = keyof typeof all;
export const sidebarWords: Readonly<Record<SidebarKey, Pair>> = all;
