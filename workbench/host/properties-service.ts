/** PropertiesService with its limits: 9 KB a value, 500 KB a store. */
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { inRealm } from './realm.ts';
import { service } from './service.ts';

const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;
const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

/** The stored texts, for the page to keep over a reload and for tests to look at. */
export class PropertyStores {
	readonly document = new Map<string, string>();
	readonly script = new Map<string, string>();
	readonly user = new Map<string, string>();
}

type PropertiesMembers = Pick<
	GoogleAppsScript.Properties.Properties,
	| 'deleteAllProperties'
	| 'deleteProperty'
	| 'getKeys'
	| 'getProperties'
	| 'getProperty'
	| 'setProperties'
	| 'setProperty'
>;
type Properties = GoogleAppsScript.Properties.Properties;

class PropertiesImplementation implements PropertiesMembers {
	#host: Host;
	#texts: Map<string, string>;

	constructor(host: Host, texts: Map<string, string>) {
		this.#host = host;
		this.#texts = texts;
	}

	getProperty(key: string): string | null {
		return this.#texts.get(String(key)) ?? null;
	}

	getKeys(): string[] {
		return inRealm(this.#host.realm, [...this.#texts.keys()]) as string[];
	}

	getProperties(): { [key: string]: string } {
		return inRealm(this.#host.realm, Object.fromEntries(this.#texts)) as { [key: string]: string };
	}

	setProperty(key: string, value: string): Properties {
		this.#check([[String(key), String(value)]], false);
		this.#texts.set(String(key), String(value));
		return this.#self();
	}

	setProperties(properties: { [key: string]: string }, deleteAllOthers = false): Properties {
		const entries = Object.entries(properties).map(([key, value]): [string, string] => [key, String(value)]);
		this.#check(entries, deleteAllOthers);
		if (deleteAllOthers) this.#texts.clear();
		for (const [key, value] of entries) this.#texts.set(key, value);
		return this.#self();
	}

	deleteProperty(key: string): Properties {
		this.#texts.delete(String(key));
		return this.#self();
	}

	deleteAllProperties(): Properties {
		this.#texts.clear();
		return this.#self();
	}

	#check(entries: readonly [string, string][], isReplacing: boolean): void {
		if (entries.some(([, value]) => bytes(value) > VALUE_BYTES)) throw this.#host.exception(GOOGLE_TEXT.valueTooLarge);
		const next = new Map(isReplacing ? entries : [...this.#texts, ...entries]);
		let total = 0;
		for (const [key, value] of next) total += bytes(key) + bytes(value);
		if (total > STORE_BYTES) throw this.#host.exception(GOOGLE_TEXT.quota);
	}

	#self(): Properties {
		return service(this.#host, 'Properties', this) as unknown as Properties;
	}
}

type PropertiesServiceMembers = Pick<
	GoogleAppsScript.Properties.PropertiesService,
	'getDocumentProperties' | 'getScriptProperties' | 'getUserProperties'
>;

export class PropertiesServiceImplementation implements PropertiesServiceMembers {
	#host: Host;

	constructor(host: Host) {
		this.#host = host;
	}

	getDocumentProperties(): Properties {
		// Google's types know no null.
		if (this.#host.doubts.documentProperties === 'null') return null as unknown as Properties;
		return this.#of(this.#host.properties.document);
	}

	getScriptProperties(): Properties {
		return this.#of(this.#host.properties.script);
	}

	getUserProperties(): Properties {
		return this.#of(this.#host.properties.user);
	}

	#of(texts: Map<string, string>): Properties {
		return service(this.#host, 'Properties', new PropertiesImplementation(this.#host, texts)) as unknown as Properties;
	}
}
