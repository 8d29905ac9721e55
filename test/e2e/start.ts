/** Starts what the browser tests and the pictures need: the real server on a free port, and a browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER_FLAGS, ensureBrowser } from '../support/browser.ts';

export interface Server {
	readonly url: string;
	stop(): Promise<void>;
}

/** `npm start -- ...args` on a free port. Throws with what the server printed when it ends instead of listening. */
export function startServer(...args: readonly string[]): Promise<Server> {
	return startServerIn(process.cwd(), ...args);
}

/** @param folder a checkout of the project */
export async function startServerIn(folder: string, ...args: readonly string[]): Promise<Server> {
	const child: ChildProcess = spawn(
		process.execPath,
		['scripts/run.mjs', 'workbench/server.ts', '--port', '0', ...args],
		{
			cwd: folder,
			env: { ...process.env, STAGEKEEPER_NO_OPEN: '1', INIT_CWD: folder },
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	let printed = '';
	child.stderr?.on('data', (text) => {
		printed += text;
	});
	const ended = once(child, 'exit').then(() => {
		throw new Error(printed.trim());
	});
	ended.catch(() => {});
	const listening = (async () => {
		for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
			const url = /http:\/\/127\.0\.0\.1:\d+\//u.exec(line)?.[0];
			if (url) {
				return url;
			}
		}
		return ended;
	})();
	const url = await Promise.race([listening, ended]);
	return {
		url,
		stop: async () => {
			const gone = once(child, 'exit');
			child.kill();
			await gone;
		},
	};
}

export function startBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_FLAGS] });
}
