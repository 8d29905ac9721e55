/** Plain JSON that remembers which of its values were read, so that a test can show that it left none out. */

export interface Read<T> {
	readonly value: T;
	/** Paths of the values that nobody has read, such as `forecast.0.kappa`. */
	unread(): string[];
}

export function recorded<T extends object>(json: T): Read<T> {
	const read = new Set<string>();
	const leaves: string[] = [];
	const view = (own: object, path: string): object => {
		const inner = new Map<string, object>();
		for (const [key, value] of Object.entries(own)) {
			const at = path === '' ? key : `${path}.${key}`;
			if (typeof value === 'object' && value !== null) inner.set(key, view(value, at));
			else leaves.push(at);
		}
		return new Proxy(own, {
			get(target, key, receiver) {
				if (typeof key === 'symbol') return Reflect.get(target, key, receiver);
				read.add(path === '' ? key : `${path}.${key}`);
				return inner.get(key) ?? Reflect.get(target, key, receiver);
			},
		});
	};
	return { value: view(json, '') as T, unread: () => leaves.filter((leaf) => !read.has(leaf)) };
}
