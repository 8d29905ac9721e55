/**
 * What `google.script.run` carries: numbers, text, booleans, null, plain arrays and objects, by value. Everything else
 * fails here, loudly.
 */
import { inRealm, type Realm } from './realm.ts';

/** @param realm where the copy is made; null: here. Throws an Error that names the place of what cannot be carried. */
export function copyForRpc(realm: Realm | null, value: unknown, place: string): unknown {
	const plain = copy(value, place, []);
	return realm === null ? plain : inRealm(realm, plain);
}

function copy(value: unknown, place: string, parents: readonly object[]): unknown {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new Error(`Failed due to illegal value in property: ${place} (${value})`);
		return value;
	}
	if (typeof value !== 'object') throw new Error(`Failed due to illegal value in property: ${place} (${typeof value})`);
	if (parents.includes(value)) throw new Error(`Failed due to illegal value in property: ${place} (circular)`);
	const inside = [...parents, value];
	if (Array.isArray(value)) return Array.from(value, (part, at) => copy(part, `${place}[${at}]`, inside));
	const kind = Object.prototype.toString.call(value);
	if (kind !== '[object Object]')
		throw new Error(`Failed due to illegal value in property: ${place} (${kind.slice(8, -1)})`);
	const result: Record<string, unknown> = {};
	for (const [key, part] of Object.entries(value)) {
		// A property that is undefined does not arrive, as with JSON.
		if (part !== undefined)
			Object.defineProperty(result, key, {
				value: copy(part, `${place}.${key}`, inside),
				enumerable: true,
				configurable: true,
				writable: true,
			});
	}
	return result;
}
