/**
 * Checks of values that anybody may have sent, each of which knows the type that it lets through. Not here: what is
 * checked (request-shape.ts, settings-shape.ts).
 */

export type Check<T> = (value: unknown) => value is T;
/** What a check lets through. */
export type Checked<C> = C extends Check<infer T> ? T : never;

type Parts = Readonly<Record<string, Check<unknown>>>;
type MayLack<P extends Parts> = { [K in keyof P]: undefined extends Checked<P[K]> ? K : never }[keyof P];
type Shape<P extends Parts> = { readonly [K in Exclude<keyof P, MayLack<P>>]: Checked<P[K]> } & {
	readonly [K in MayLack<P>]?: Checked<P[K]>;
};

/** A check by a custom test: the one place where a test is trusted to guarantee the type. */
export function check<T>(test: (value: unknown) => boolean): Check<T> {
	return test as Check<T>;
}

/** The values that a check lets through and that pass a test as well. */
export function where<T>(base: Check<T>, test: (value: T) => boolean): Check<T> {
	return check((value) => base(value) && test(value));
}

/** A plain object, whatever realm it comes from. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]';
}

export const aNumber = check<number>((value) => typeof value === 'number');
export const whole = where(aNumber, (value) => Number.isInteger(value) && value >= 0 && value < 1e9);
export const flag = check<boolean>((value) => typeof value === 'boolean');
export const share = where(aNumber, (value) => value >= 0 && value <= 1);

export function text(longest: number): Check<string> {
	return check((value) => typeof value === 'string' && value.length <= longest);
}

export function oneOf<const T>(words: readonly T[]): Check<T> {
	return check((value) => words.some((word) => word === value));
}

export function orNull<T>(base: Check<T>): Check<T | null> {
	return check((value) => value === null || base(value));
}

export function optional<T>(base: Check<T>): Check<T | undefined> {
	return check((value) => value === undefined || base(value));
}

export function listOf<T>(entry: Check<T>, longest: number): Check<readonly T[]> {
	return check((value) => Array.isArray(value) && value.length <= longest && value.every(entry));
}

export function shape<P extends Parts>(parts: P): Check<Shape<P>> {
	return check((value) => isPlainObject(value) && Object.entries(parts).every(([part, test]) => test(value[part])));
}

/** Of a few known keys any may be missing. */
type MapOf<K extends string, T> = Readonly<string extends K ? Record<string, T> : Partial<Record<K, T>>>;

export function mapOf<K extends string, T>(key: Check<K>, entry: Check<T>, longest: number): Check<MapOf<K, T>> {
	return check(
		(map) =>
			isPlainObject(map) &&
			Object.keys(map).length <= longest &&
			Object.entries(map).every(([name, value]) => key(name) && entry(value)),
	);
}
