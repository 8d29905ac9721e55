/**
 * Reads an element that exists. The compiler cannot know that an index is in range, and a check in every loop would
 * cost time in every cell; so the tests check each access (`CHECK_ACCESS`), and the build inlines the call away.
 */

/** Set by the test runner alone; the build replaces it by `undefined`, so that nothing of the check is left. */
declare const CHECK_ACCESS: true | undefined;

/** The element itself. Throws a RangeError in tests when there is none at the index. */
export function existing<T>(element: T | undefined): T {
	if (typeof CHECK_ACCESS !== 'undefined' && element === undefined) throw new RangeError('no element at this index');
	return element as T;
}
