/**
 * The filter that a user chose last in a file: kept in the user's own properties, so that nobody else's view changes.
 * Not here: what it means.
 */

const NAME = 'stagekeeper.filter.';

/** Text of the filter kept for this file; null without one, and where Google gives no properties of the user. */
export function readUserFilter(fileId: string): string | null {
	try {
		return PropertiesService.getUserProperties().getProperty(NAME + fileId);
	} catch {
		// A view that is not remembered is not a reason to show none.
		return null;
	}
}

/** @param text null: none is kept any more */
export function keepUserFilter(fileId: string, text: string | null): void {
	try {
		if (text === null) PropertiesService.getUserProperties().deleteProperty(NAME + fileId);
		else PropertiesService.getUserProperties().setProperty(NAME + fileId, text);
	} catch {
		// As above: full or refused, the figures are shown anyway. What is too long leaves no earlier one in its place.
		if (text !== null) keepUserFilter(fileId, null);
	}
}
