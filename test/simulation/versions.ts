/** Settings and add-on of an earlier version, for I13. */
import type { World } from './world.ts';

/** The bundle as it was before settings of the present version existed. */
export function olderVersion(code: string): string {
	const check = /version > SETTINGS_VERSION|version>2/gu;
	if ([...code.matchAll(check)].length !== 1)
		throw new Error('the check of the version of settings is not in the bundle exactly once');
	return code.replace(check, 'version>1');
}

/** The settings as version 1 wrote them: it recorded the editor without being asked. */
export function putBackToVersion1({ host }: World): void {
	const { document } = host.properties;
	for (const name of ['stagekeeper.settings', 'stagekeeper.copy']) {
		const settings = JSON.parse(document.get(name) ?? '{}') as object;
		document.set(name, JSON.stringify({ ...settings, version: 1, recordEditor: true }));
	}
}
