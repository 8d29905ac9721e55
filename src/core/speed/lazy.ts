/**
 * A value that is made when it is first asked for: what no formula needs must not cost the start of every cell's run.
 */
export function onFirstUse<T>(make: () => T): () => T {
	let made: { readonly value: T } | null = null;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
