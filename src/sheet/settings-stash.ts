/** The user's settings put aside while the sample is tried, and put back as they were, text for text. */
import { type Properties, readProperties, writeProperties } from './document-properties.ts';
import { isSettingsName } from './settings-store.ts';

const SAMPLE = 'stagekeeper.sample';
const BEFORE = 'stagekeeper.before.';

/** Ids of the sample's sheets. */
export interface SampleSheets {
	readonly deals: number;
	readonly stages: number;
	readonly history: number;
}

/** Null: no sample is being tried. `isStashed`: the user's settings are still put aside. */
export function readSample(properties: Properties): (SampleSheets & { readonly isStashed: boolean }) | null {
	try {
		const sample = JSON.parse(properties.get(SAMPLE) ?? '') as SampleSheets;
		return { ...sample, isStashed: (properties.get(`${BEFORE}yes`) ?? '') !== '' };
	} catch {
		return null;
	}
}

/** One write. */
export function stashSettings(properties: Properties, sample: SampleSheets): void {
	const values = new Map([
		[SAMPLE, JSON.stringify(sample)],
		[`${BEFORE}yes`, '1'],
	]);
	for (const [name, value] of properties) if (isSettingsName(name)) values.set(BEFORE + name, value);
	writeProperties(values);
}

/** One write: the settings are those of before, nothing is put aside any more. */
export function restoreSettings(): void {
	const properties = readProperties();
	const values = new Map<string, string>();
	for (const name of properties.keys()) if (isSettingsName(name)) values.set(name, '');
	for (const [name, value] of properties) {
		if (!name.startsWith(BEFORE)) continue;
		if (isSettingsName(name.slice(BEFORE.length))) values.set(name.slice(BEFORE.length), value);
		values.set(name, '');
	}
	writeProperties(values);
}

/** The last step: the sample is forgotten. */
export function forgetSample(): void {
	writeProperties(new Map([[SAMPLE, '']]));
}
