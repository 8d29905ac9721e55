/** `src/core/speed/text-lookup.ts` with a Map alone, for the trial in bench/speed.ts. */
export const NO_CODE = -1;

export class TextCodes {
	private readonly codes = new Map<string, number>();

	codeOf(text: string): number {
		return this.codes.get(text) ?? NO_CODE;
	}

	add(text: string, code: number): void {
		this.codes.set(text, code);
	}
}
