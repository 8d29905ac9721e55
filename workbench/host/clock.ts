/** The host's clock in the bundle's global: `new Date()` and `Date.now()` there ask it. */
import type { Realm } from './realm.ts';

/** Puts a Date over the realm's own: same instances, other "now". */
export function setClock(
	global: Record<string, unknown>,
	realm: Pick<Realm, 'Date'>,
	now: () => number,
): DateConstructor {
	const Real = realm.Date;
	const clock: DateConstructor = new Proxy(Real, {
		construct: (target, args: unknown[]): object => Reflect.construct(target, args.length === 0 ? [now()] : args),
		apply: (target) => new target(now()).toString(),
		get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
	});
	global.Date = clock;
	return clock;
}
