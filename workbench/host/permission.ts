/** Which service members an execution may call: by its kind, its authorisation mode and the granted scopes. */
import type { Execution } from './execution.ts';
import { GOOGLE_TEXT } from './google-text.ts';

export const SHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
export const UI_SCOPE = 'https://www.googleapis.com/auth/script.container.ui';
export const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

const DOCUMENT_CLASSES = new Set([
	'Spreadsheet',
	'Sheet',
	'Range',
	'RangeList',
	'Filter',
	'Protection',
	'DeveloperMetadata',
	'TextFinder',
	'EmbeddedChart',
	'NamedRange',
]);
const WRITES =
	/^(set|clear|insert|delete|append|add|remove|activate|hide|show|unhide|sort|protect|createFilter|moveActive|moveTo|copyTo|autoResize|replace|toast|merge|breakApart|trim|check|uncheck|update|rename)/u;
const WITHOUT_AUTHORISATION = new Set([
	'SpreadsheetApp.getUi',
	'Session.getActiveUserLocale',
	'Session.getScriptTimeZone',
]);
const SHOWS = new Set(['Ui.showSidebar', 'Ui.showModalDialog', 'Ui.showModelessDialog', 'Ui.alert', 'Ui.prompt']);

/** Text of the refusal; null when the call may go on. */
export function refusal(execution: Execution, scopes: readonly string[], owner: string, member: string): string | null {
	const name = `${owner}.${member}`;
	if (execution.kind === 'load') return GOOGLE_TEXT.authorization;
	if (execution.authMode === 'NONE') {
		const isAllowed =
			WITHOUT_AUTHORISATION.has(name) ||
			owner === 'Menu' ||
			owner === 'Utilities' ||
			name === 'Ui.createAddonMenu' ||
			name === 'Ui.createMenu';
		if (!isAllowed) return GOOGLE_TEXT.authorization;
	}
	if (execution.kind === 'customFunction') {
		if (name === 'SpreadsheetApp.getUi') return GOOGLE_TEXT.uiContext;
		if ((DOCUMENT_CLASSES.has(owner) || owner === 'SpreadsheetApp') && WRITES.test(member))
			return GOOGLE_TEXT.noPermission(member);
		if (owner === 'Properties' && /^(set|delete)/u.test(member)) return GOOGLE_TEXT.noPermission(member);
	}
	if (SHOWS.has(name)) {
		if (execution.authMode === 'LIMITED') return `${GOOGLE_TEXT.noPermission(name)}. Required permissions: ${UI_SCOPE}`;
		if (!scopes.includes(UI_SCOPE)) return GOOGLE_TEXT.missingScope(name, UI_SCOPE);
	}
	if (
		name === 'SpreadsheetApp.getActive' ||
		name === 'SpreadsheetApp.getActiveSpreadsheet' ||
		DOCUMENT_CLASSES.has(owner)
	) {
		const isGranted = scopes.some((scope) => scope.startsWith('https://www.googleapis.com/auth/spreadsheets'));
		if (!isGranted) return GOOGLE_TEXT.missingScope(name, SHEETS_SCOPE);
	}
	if ((name === 'Session.getActiveUser' || name === 'Session.getEffectiveUser') && !scopes.includes(EMAIL_SCOPE)) {
		return GOOGLE_TEXT.missingScope(name, EMAIL_SCOPE);
	}
	return null;
}
