/** One change of the settings as they are now, under the document's lock: what others save at the same time is kept. */
import type { Settings } from '../core/model/settings.ts';
import { withDocumentLock } from './document-lock.ts';
import { Failure } from './failure.ts';
import type { OpenDocument } from './open-document.ts';
import { saveSettings, settingsOf, tableIdOf } from './settings-store.ts';

/**
 * @param revision null: no figure changes, the one that is there stays
 * @param change the parts that change, from the settings as they are under the lock; it may refuse with an error
 * @throws Failure `settingsNewer`, `settingsDamaged`, `lockTimeout`; nothing is changed then
 */
export function changeSettings(
	document: OpenDocument,
	revision: string | null,
	change: (settings: Settings) => Partial<Settings>,
): { readonly before: Settings; readonly now: Settings } {
	// Waiting does not help an add-on too old for the file, so this is reported even while another one holds the lock.
	if (document.stored.state === 'newer') throw new Failure('settingsNewer');
	const changed = withDocumentLock(() => {
		document.forget();
		const { stored } = document;
		const before = settingsOf(stored);
		const now = { ...before, ...change(before) };
		if (JSON.stringify(now) !== JSON.stringify(before) || stored.state !== 'good')
			saveSettings(stored, now, { ...stored.sheets, table: tableIdOf(stored) }, revision ?? stored.revision);
		return { before, now };
	});
	document.forget();
	return changed;
}
