/**
 * The settings in the document's properties, with a second copy that is used, read-only, when the first is damaged.
 * Also the ids of the sheets that are ours and the revision. Not here: the shape of the settings and its check
 * (core/model/settings-check.ts).
 */
import type { Settings } from '../core/model/settings.ts';
import { parseSettings } from '../core/model/settings-check.ts';
import {
	documentProperties,
	joinedText,
	type Properties,
	readProperties,
	splitText,
	writeProperties,
} from './document-properties.ts';
import { Failure } from './failure.ts';
import type { StageColor } from './stage-colors.ts';

const SETTINGS = 'stagekeeper.settings';
const COPY = 'stagekeeper.copy';
const SHEETS = 'stagekeeper.sheets';
const REVISION = 'stagekeeper.revision';
const LOOK = 'stagekeeper.look';
const ZONE = 'stagekeeper.zone';
const FRESH_DAY = 'stagekeeper.day';
const COLORS = 'stagekeeper.colors';

/** Properties that go with the user's own setup; the revision is none of them. */
export function isSettingsName(name: string): boolean {
	return [SETTINGS, COPY, SHEETS, LOOK].some((first) => name === first || name.startsWith(`${first}.`));
}

/** Ids of the sheets that we made; absent when never made. */
export interface OurSheets {
	readonly stages?: number;
	readonly history?: number;
	/** Id of the configured table in the log, when it is not that of the deal sheet. */
	readonly table?: string;
}

export interface Stored {
	/** Null when this file was never set up, or when nothing readable is left. */
	readonly settings: Settings | null;
	/** `damaged`: the copy is used, nothing may be saved. `newer`: written by a newer version, left alone. */
	readonly state: 'none' | 'good' | 'damaged' | 'newer';
	readonly sheets: OurSheets;
	readonly revision: string;
	/** When every deal was last compared with the stage log, in milliseconds since 1970-01-01 UTC; NaN means unknown. */
	readonly lookAt: number;
	/** The spreadsheet's time zone when it was last asked for in an edit; '' unknown. */
	readonly zone: string;
	/** The day (days since 1970-01-01) on which the formulas in the sheet were last recalculated; NaN means unknown. */
	readonly freshDay: number;
	/** Colors of stages that were set in a sheet; null means none. */
	readonly colors: SetColors | null;
	readonly properties: Properties;
}

export interface SetColors {
	readonly sheetId: number;
	readonly colors: readonly StageColor[];
}

/** One service call for everything that is stored. */
export function readStored(): Stored {
	const properties = readProperties();
	const first = parseSettings(joinedText(properties, SETTINGS));
	const rest = {
		sheets: parsedSheets(properties.get(SHEETS)),
		revision: properties.get(REVISION) ?? '',
		lookAt: instantFrom(properties.get(LOOK)),
		zone: properties.get(ZONE) ?? '',
		freshDay: instantFrom(properties.get(FRESH_DAY)),
		colors: colorsFrom(properties.get(COLORS)),
		properties,
	};
	if ('settings' in first) return { settings: first.settings, state: 'good', ...rest };
	const copy = parseSettings(joinedText(properties, COPY));
	const settings = 'settings' in copy ? copy.settings : null;
	if (first.problem === 'none' && settings === null) return { settings, state: 'none', ...rest };
	return { settings, state: first.problem === 'newer' ? 'newer' : 'damaged', ...rest };
}

/** The settings to work with. @throws Failure `notSetUp`, or `settingsDamaged` when not even the copy is readable */
export function settingsOf(stored: Stored): Settings {
	if (stored.settings !== null) return stored.settings;
	throw new Failure(
		stored.state === 'none' ? 'notSetUp' : stored.state === 'newer' ? 'settingsNewer' : 'settingsDamaged',
	);
}

/**
 * By which the log knows the configured table: the deal sheet's id, or the one that its events were first written
 * under.
 */
export function tableIdOf({ settings, sheets }: Stored): string {
	return typeof sheets.table === 'string' ? sheets.table : String(settings?.dealSheetId ?? '');
}

/**
 * Saves settings, the sheets' ids and a new revision in one call; a failure may have applied, which is settled by
 * reading again.
 * @throws Failure `settingsDamaged` or `settingsNewer` while the stored text is not ours to overwrite
 */
export function saveSettings(stored: Stored, settings: Settings, sheets: OurSheets, revision: string, zone = ''): void {
	if (stored.state === 'damaged') throw new Failure('settingsDamaged');
	if (stored.state === 'newer') throw new Failure('settingsNewer');
	const values = new Map([
		...splitText(stored.properties, SETTINGS, settings),
		...splitText(stored.properties, COPY, settings),
		[SHEETS, JSON.stringify(sheets)] as const,
		[REVISION, revision] as const,
	]);
	if (zone !== '') values.set(ZONE, zone);
	try {
		writeProperties(values);
	} catch (thrown) {
		if (!holds(values)) throw thrown;
	}
}

function holds(values: ReadonlyMap<string, string>): boolean {
	const now = readProperties();
	return [...values].every(([name, value]) => now.get(name) === value);
}

/**
 * Says that a deal may have changed, and in the same call since when every later change would be seen; NaN keeps what
 * is known.
 */
export function saveRevision(revision: string, lookAt = Number.NaN, zone = ''): void {
	const values = new Map([[REVISION, revision]]);
	if (!Number.isNaN(lookAt)) values.set(LOOK, String(lookAt));
	if (zone !== '') values.set(ZONE, zone);
	writeProperties(values);
}

/** Says that the formulas in the sheet were recalculated on this day of this zone. */
export function saveFreshDay(day: number, zone: string): void {
	writeProperties(
		new Map([
			[FRESH_DAY, String(day)],
			[ZONE, zone],
		]),
	);
}

/** @param colors null: there are none any more */
export function saveColors(colors: SetColors | null): void {
	writeProperties(new Map([[COLORS, colors === null ? '' : JSON.stringify(colors)]]));
}

function colorsFrom(text: string | undefined): SetColors | null {
	try {
		return JSON.parse(text ?? '') as SetColors;
	} catch {
		return null;
	}
}

function instantFrom(text: string | undefined): number {
	return text !== undefined && /^\d{1,15}$/u.test(text) ? Number(text) : Number.NaN;
}

/** One service call. */
export function readRevision(): string {
	return documentProperties().getProperty(REVISION) ?? '';
}

/** Forgets the settings, also damaged or newer ones; the sheets' ids stay, so that the sheets are found again. */
export function forgetSettings(): void {
	const empty = [...readProperties().keys()].filter(
		(name) => name === SETTINGS || name === COPY || name.startsWith(`${SETTINGS}.`) || name.startsWith(`${COPY}.`),
	);
	writeProperties(new Map(empty.map((name) => [name, ''])));
}

function parsedSheets(text: string | undefined): OurSheets {
	try {
		return (JSON.parse(text ?? '{}') as OurSheets | null) ?? {};
	} catch {
		// Without the ids the sheets are found by their names.
		return {};
	}
}
