/**
 * The constructors of the global object in which the bundle runs: values made with any other fail `instanceof` there.
 */
export interface Realm {
	readonly Date: DateConstructor;
	readonly Array: ArrayConstructor;
	readonly Object: ObjectConstructor;
	readonly Error: ErrorConstructor;
}

export const OWN_REALM: Realm = { Date, Array, Object, Error };

/** A plain value (no class instances but dates) rebuilt with the realm's constructors. */
export function inRealm(realm: Realm, value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (typeof (value as Date).getTime === 'function') return new realm.Date((value as Date).getTime());
	if (Array.isArray(value)) {
		const copy = new realm.Array<unknown>();
		for (const part of value) copy.push(inRealm(realm, part));
		return copy;
	}
	const copy = new realm.Object() as Record<string, unknown>;
	for (const [key, part] of Object.entries(value)) {
		// Not by assignment: the key may be `__proto__`.
		Object.defineProperty(copy, key, {
			value: inRealm(realm, part),
			enumerable: true,
			configurable: true,
			writable: true,
		});
	}
	return copy;
}
