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
const READS_DOCUMENT = new Set(['SpreadsheetApp.getActive', 'SpreadsheetApp.getActiveSpreadsheet']);
const READS_USER = new Set(['Session.getActiveUser', 'Session.getEffectiveUser']);
const WITHOUT_AUTHORISATION = new Set([
	'SpreadsheetApp.getUi',
	'Session.getActiveUserLocale',
	'Session.getScriptTimeZone',
	'Ui.createAddonMenu',
	'Ui.createMenu',
]);
const SHOWS = new Set(['Ui.showSidebar', 'Ui.showModalDialog', 'Ui.showModelessDialog', 'Ui.alert', 'Ui.prompt']);

/** Text of the refusal; null when the call may go on. */
export function refusal(execution: Execution, scopes: readonly string[], owner: string, member: string): string | null {
	const name = `${owner}.${member}`;
	if (execution.kind === 'load') return GOOGLE_TEXT.authorization;
	if (execution.authMode === 'NONE' && !isOpenToAll(owner, name)) return GOOGLE_TEXT.authorization;
	return (
		(execution.kind === 'customFunction' ? refusalOfFormula(owner, member, name) : null) ??
		(SHOWS.has(name) ? refusalToShow(execution, scopes, name) : null) ??
		missingScope(scopes, owner, name)
	);
}

function isOpenToAll(owner: string, name: string): boolean {
	return WITHOUT_AUTHORISATION.has(name) || owner === 'Menu' || owner === 'Utilities';
}

/** A custom function reads; it shows and changes nothing. */
function refusalOfFormula(owner: string, member: string, name: string): string | null {
	if (name === 'SpreadsheetApp.getUi') return GOOGLE_TEXT.uiContext;
	const isOfDocument = DOCUMENT_CLASSES.has(owner) || owner === 'SpreadsheetApp';
	const isWrite = isOfDocument ? WRITES.test(member) : owner === 'Properties' && /^(set|delete)/u.test(member);
	return isWrite ? GOOGLE_TEXT.noPermission(member) : null;
}

function refusalToShow({ authMode }: Execution, scopes: readonly string[], name: string): string | null {
	if (authMode === 'LIMITED') return `${GOOGLE_TEXT.noPermission(name)}. Required permissions: ${UI_SCOPE}`;
	return scopes.includes(UI_SCOPE) ? null : GOOGLE_TEXT.missingScope(name, UI_SCOPE);
}

function missingScope(scopes: readonly string[], owner: string, name: string): string | null {
	if (READS_USER.has(name)) return scopes.includes(EMAIL_SCOPE) ? null : GOOGLE_TEXT.missingScope(name, EMAIL_SCOPE);
	if (!READS_DOCUMENT.has(name) && !DOCUMENT_CLASSES.has(owner)) return null;
	const isGranted = scopes.some((scope) => scope.startsWith('https://www.googleapis.com/auth/spreadsheets'));
	return isGranted ? null : GOOGLE_TEXT.missingScope(name, SHEETS_SCOPE);
}
