declare module 'gas-local' {
	const gas: {
		/** Runs the files of a folder in a fresh realm whose global object is `globals`, and returns that object. */
		require(
			folder: string,
			globals: Record<string, unknown>,
			options: { filter(path: string): boolean },
		): Record<string, unknown>;
	};
	export default gas;
}
