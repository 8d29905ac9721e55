/** What Google says about the user and the file: language, time zone. */
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The user's language tag, '' when Google does not give it (a simple trigger, another account). */
export function userLocale(): string {
	try {
		return Session.getActiveUserLocale() ?? '';
	} catch {
		return '';
	}
}

/** `en_US` → `en-US`; the engine's default for a locale that it does not know. */
export function spreadsheetLocale(spreadsheet: Spreadsheet): string {
	const tag = (spreadsheet.getSpreadsheetLocale() ?? '').replace(/_/gu, '-');
	try {
		return Intl.getCanonicalLocales(tag)[0] ?? 'en-US';
	} catch {
		return 'en-US';
	}
}

/** Who made an edit, as far as Google says (without the e-mail scope it mostly does not); '' otherwise. */
export function editorOf(event: unknown): string {
	try {
		const { user } = event as { readonly user?: GoogleAppsScript.Base.User };
		return (user ?? Session.getActiveUser()).getEmail();
	} catch {
		return '';
	}
}
