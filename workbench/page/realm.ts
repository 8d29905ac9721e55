/**
 * The script realm: a hidden frame of the same origin whose browser globals are deleted, as Apps Script has none.
 * The bundle runs there with constructors of its own, as it does in Apps Script. `window`, `document`, `location` and
 * `top` cannot be deleted; a scan of the bundle covers those.
 */
import { scriptText } from '../host/script-text.ts';

/** Globals of the language and of Apps Script's engine; everything else goes. */
const KEPT = new Set(
	`Object Function Array Number Boolean String Symbol Date Promise RegExp Error AggregateError EvalError RangeError ReferenceError
	SyntaxError TypeError URIError globalThis JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array
	Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet
	WeakRef Proxy Reflect FinalizationRegistry Atomics decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
	eval isFinite isNaN parseFloat parseInt undefined NaN Infinity console`.split(/\s+/u),
);

export type Realm = Window & typeof globalThis;

export function createRealm(): Realm {
	const frame = document.createElement('iframe');
	frame.hidden = true;
	frame.title = 'Apps Script';
	document.body.append(frame);
	const realm = frame.contentWindow as Realm;
	for (
		let level: object | null = realm;
		level && level !== realm.Object.prototype;
		level = Object.getPrototypeOf(level)
	) {
		for (const name of Object.getOwnPropertyNames(level)) {
			if (!KEPT.has(name) && name !== 'constructor') {
				Reflect.deleteProperty(level, name);
			}
		}
	}
	return realm;
}

/**
 * Runs the bundle's text in the realm with the services as its globals, as a script of its own: a bundle that is strict
 * would keep its functions to itself inside an eval. Throws what it throws.
 */
export function loadScript(realm: Realm, code: string, services: Readonly<Record<string, unknown>>): void {
	Object.assign(realm, services);
	const { document } = realm;
	const script = document.createElement('script');
	script.textContent = scriptText(code);
	let failure: { readonly error: unknown } | null = null;
	const listen = (event: ErrorEvent): void => {
		failure = { error: event.error };
		event.preventDefault();
	};
	const { addEventListener, removeEventListener } = EventTarget.prototype;
	addEventListener.call(realm, 'error', listen as EventListener);
	document.body.append(script);
	removeEventListener.call(realm, 'error', listen as EventListener);
	if (failure) {
		throw (failure as { readonly error: unknown }).error;
	}
}
