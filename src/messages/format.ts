/** Puts values into a text. Belongs here: the placeholder rule. Not here: any text, any number format. */

export type TextParams = Readonly<Record<string, string | number>>;

/**
 * `{name}` is the value of `name`; `{count:deal|deals}` is its first word when `count` is 1, else its second.
 * A value is put in as it is and never read as a placeholder again; a name without a value stays visible.
 */
export function fill(template: string, params: TextParams = {}): string {
	const values = new Map(Object.entries(params));
	return template.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/gu, (whole, name: string, one?: string, many?: string) => {
		const value = values.get(name);
		if (value === undefined) return whole;
		return one === undefined || many === undefined ? String(value) : Number(value) === 1 ? one : many;
	});
}
