import { Script } from 'node:vm';
import { setClock } from '../../workbench/host/clock.ts';
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
	'Date',
];

/** Compiled once, opened by any number of editors. */
export class BundleSource {
	private readonly make: (...services: unknown[]) => Functions;
	readonly names: readonly string[];

	constructor(code: string) {
		this.names = [...code.matchAll(/^function (\w+)\([^)]*\) \{\s+return Addon_\./gmu)]
			.map((found) => found[1] as string)
			.filter((name) => !name.endsWith('_'));
		const text = `(function(${SERVICES.join(', ')}) {\n${code}\nreturn { ${this.names.join(', ')} };\n})`;
		this.make = new Script(text, { filename: 'Code.js' }).runInThisContext() as (...services: unknown[]) => Functions;
	}

	open(host: Host): Functions {
		const holder: Record<string, unknown> = {};
		host.realm = { ...OWN_REALM, Date: setClock(holder, OWN_REALM, () => host.options.now()) };
		return this.make(...SERVICES.map((name) => (name === 'Date' ? holder.Date : host.globals[name])));
	}
}
