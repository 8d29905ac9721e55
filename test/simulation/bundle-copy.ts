/** The built bundle for many simulated documents in one process. Not here: when its functions run (executions.ts). */
import { Script } from 'node:vm';
import type { Host } from '../../workbench/host/host.ts';
import { OWN_REALM } from '../../workbench/host/realm.ts';

export type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

const SERVICES = [
	'SpreadsheetApp',
	'PropertiesService',
	'LockService',
	'HtmlService',
	'Session',
	'Utilities',
	'ScriptApp',
	'Charts',
	'console',
	'Logger',
];

type Format = Pick<Intl.DateTimeFormat, 'formatToParts'>;

const formats = new Map<string, Format>();
const MOST_ANSWERS = 10_000;

/** Mostly asked about the same few nights. */
function remembering(format: Intl.DateTimeFormat): Format {
	const answers = new Map<number, Intl.DateTimeFormatPart[]>();
	return {
		formatToParts: (instant) => {
			const known = answers.get(Number(instant)) ?? format.formatToParts(instant);
			if (answers.size > MOST_ANSWERS) answers.clear();
			answers.set(Number(instant), known);
			return known;
		},
	};
}

/** Making a format costs more than a whole look at a small table, and each execution makes its own: equal ones are made once. */
class SharedFormat {
	constructor(locale: string, options: Intl.DateTimeFormatOptions) {
		const key = JSON.stringify([locale, options]);
		const format = formats.get(key) ?? remembering(new Intl.DateTimeFormat(locale, options));
		formats.set(key, format);
		// biome-ignore lint/correctness/noConstructorReturn: the bundle writes `new`
		return format as unknown as SharedFormat;
	}
}

const SHARED_INTL = Object.create(Intl, { DateTimeFormat: { value: SharedFormat } }) as typeof Intl;

/** The host of the function that runs now: one runs at a time, and all copies of a bundle find their services and clock through it. */
let current: Host | null = null;

function running(): Host {
	if (current === null) throw new Error('no function of a bundle runs');
	return current;
}

const SERVICES_NOW = new Map(
	SERVICES.map((name) => [
		name,
		new Proxy({}, { get: (_, key) => Reflect.get(running().globals[name] as object, key) }),
	]),
);

/** A Date whose now is the host's. A class, because a proxy as Date makes every date of a sheet cost ten times as much. */
class ClockDate extends Date {
	constructor(...args: unknown[]) {
		if (args.length === 0) super(running().options.now());
		else super(...(args as [number]));
	}

	static override now(): number {
		return running().options.now();
	}
}

/**
 * Compiled and evaluated once; any number of editors of any number of documents call the same functions, which are fast only because they are
 * the same. The bundle keeps nothing from one call to the next that depends on a document (test/build/ and "same seed, same bytes" would show it).
 */
export class BundleSource {
	private readonly functions: Functions;
	readonly names: readonly string[];

	constructor(code: string) {
		this.names = [...code.matchAll(/^function (\w+)\([^)]*\) \{\s+return Addon_\./gmu)]
			.map((found) => found[1] as string)
			.filter((name) => !name.endsWith('_'));
		const given: Record<string, unknown> = { ...Object.fromEntries(SERVICES_NOW), Date: ClockDate, Intl: SHARED_INTL };
		const text = `(function(${Object.keys(given).join(', ')}) {\n${code}\nreturn { ${this.names.join(', ')} };\n})`;
		const make = new Script(text, { filename: 'Code.js' }).runInThisContext() as (...services: unknown[]) => Functions;
		this.functions = make(...Object.values(given));
	}

	open(host: Host): Functions {
		host.realm = { ...OWN_REALM, Date: ClockDate as DateConstructor };
		return Object.fromEntries(
			Object.entries(this.functions).map(([name, run]) => [
				name,
				(...args: unknown[]) => {
					current = host;
					try {
						return run(...args);
					} finally {
						current = null;
					}
				},
			]),
		);
	}
}
