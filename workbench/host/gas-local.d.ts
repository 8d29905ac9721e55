/** The part of gas-local that is used here. */
declare module 'gas-local' {
	const gas: {
		require(
			folder: string,
			globalObject: Record<string, unknown>,
			options: { filter(path: string): boolean },
		): Record<string, unknown>;
	};
	export default gas;
}
