/** The problems that a person has chosen to ignore, kept so that some thousand fit into the settings. */

/** Characters of all ids from which on they are kept as marks. */
const MOST_TEXT = 30_000;

/** The list after some are added or removed. */
export function withIgnored(known: readonly string[], ids: readonly string[], isIgnored: boolean): string[] {
	const set = new Set(known);
	for (const id of ids) {
		if (isIgnored && !holdsIgnored(set, id)) set.add(id);
		if (!isIgnored) for (const kept of [id, markOf(id)]) set.delete(kept);
	}
	const all = [...set];
	const length = all.reduce((sum, id) => sum + id.length, 0);
	return length <= MOST_TEXT ? all : all.map((id) => (isMark(id) ? id : markOf(id)));
}

export function holdsIgnored(known: ReadonlySet<string>, id: string): boolean {
	return known.has(id) || known.has(markOf(id));
}

function isMark(id: string): boolean {
	return /^#[0-9a-z]{14}$/u.test(id);
}

/** 64 bits of the id: two that agree by chance are not to be expected among all problems of all tables. */
function markOf(id: string): string {
	return `#${hash(id, 0x811c_9dc5, 0x0100_0193)}${hash(id, 0x9e37_79b9, 0x85eb_ca6b)}`;
}

/** FNV-1a with a given start and factor. */
function hash(text: string, start: number, factor: number): string {
	let value = start;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), factor);
	return (value >>> 0).toString(36).padStart(7, '0');
}
