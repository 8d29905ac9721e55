/** The part of papaparse that is used here. */
declare module 'papaparse' {
	const Papa: {
		parse(
			text: string,
			options: { delimiter?: string; delimitersToGuess?: string[]; skipEmptyLines: boolean; preview?: number },
		): { data: string[][]; meta: { delimiter: string } };
		unparse(rows: readonly (readonly string[])[]): string;
	};
	export default Papa;
}
