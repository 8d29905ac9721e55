/** What the Workbench menu switches, kept across reloads. */
import type { PageLanguage } from './words.ts';

export interface Switches {
	language: PageLanguage;
	timeZone: string;
	isAuthorized: boolean;
	isReadOnly: boolean;
	isSlow: boolean;
	isFailing: boolean;
	hasTypedColumns: boolean;
}

export const TIME_ZONES = [
	'America/Los_Angeles',
	'America/New_York',
	'Europe/London',
	'Europe/Berlin',
	'Asia/Shanghai',
	'Asia/Tokyo',
	'Australia/Sydney',
];

const KEY = 'stagekeeper-workbench';

export function loadSwitches(): Switches {
	const defaults: Switches = {
		language: navigator.language.startsWith('zh') ? 'zh-CN' : 'en',
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		isAuthorized: true,
		isReadOnly: false,
		isSlow: false,
		isFailing: false,
		hasTypedColumns: false,
	};
	try {
		return { ...defaults, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Switches>) };
	} catch {
		return defaults;
	}
}

export function saveSwitches(switches: Switches): void {
	localStorage.setItem(KEY, JSON.stringify(switches));
}
