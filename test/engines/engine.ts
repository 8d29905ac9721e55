/** What the run in several browser engines needs of each of them, whatever drives it. */

/** One window of a browser engine. */
export interface EngineWindow {
	open(url: string): Promise<void>;
	/**
	 * Runs the body of an async function in the page and answers what it returns.
	 * @throws Error with the page's own message
	 */
	run<T>(body: string): Promise<T>;
	pressTab(times: number): Promise<void>;
	close(): Promise<void>;
}

export interface Engine {
	readonly name: 'Chromium' | 'Firefox' | 'WebKit';
	/** A window, or the reason why this machine cannot show one; installs the engine where that is possible. */
	start(): Promise<EngineWindow | string>;
}
