/** `src/core/speed/id-lookup.ts` with Maps alone, for the trial in bench/speed.ts. */
export class IdIndex {
	private readonly positions = new Map<string, number>();
	private readonly repeated = new Set<number>();

	constructor(ids: readonly string[]) {
		ids.forEach((id, position) => {
			if (id === '') return;
			const first = this.positions.get(id);
			if (first === undefined) this.positions.set(id, position);
			else this.repeated.add(first);
		});
	}

	first(id: string): number {
		return this.positions.get(id) ?? -1;
	}

	only(id: string): number {
		const position = this.first(id);
		return this.repeated.has(position) ? -1 : position;
	}
}
