/** WebKit as Debian ships it: its small browser on a screen in memory, driven through WebDriver. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Engine } from './engine.ts';
import { enginePackage, program } from './install.ts';

interface Driver {
	get(url: string): Promise<void>;
	executeAsyncScript(script: string): Promise<unknown>;
	actions(): { sendKeys(...keys: string[]): { perform(): Promise<void> } };
	manage(): {
		setTimeouts(limits: { script: number; pageLoad: number }): Promise<void>;
		window(): { setRect(rect: { width: number; height: number }): Promise<unknown> };
	};
	quit(): Promise<void>;
}

interface Selenium {
	readonly default: {
		readonly Capabilities: new (capabilities: object) => object;
		readonly Key: { readonly TAB: string };
		readonly Builder: new () => {
			usingServer(url: string): { withCapabilities(capabilities: object): { build(): Promise<Driver> } };
		};
	};
}

const MINI_BROWSERS = ['x86_64', 'aarch64'].flatMap((machine) =>
	['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);
const PATIENCE = 120_000;

/** Tries again until the action works: a server that was just started listens when it is ready. */
async function whenReady<T>(action: () => Promise<T>): Promise<T> {
	for (let tries = 0; ; tries++) {
		try {
			return await action();
		} catch (error) {
			if (tries > 200) throw error;
			await new Promise((later) => setTimeout(later, 100));
		}
	}
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	await new Promise((closed) => server.close(closed));
	return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A free X display and the server that draws it. */
async function screen(): Promise<{ readonly display: string; readonly server: ChildProcess }> {
	let number = 90;
	while (existsSync(`/tmp/.X11-unix/X${number}`)) number++;
	const server = spawn('Xvfb', [`:${number}`, '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
	await whenReady(async () => {
		if (!existsSync(`/tmp/.X11-unix/X${number}`)) throw new Error('Xvfb does not start');
	});
	return { display: `:${number}`, server };
}

export const WEBKIT: Engine = {
	name: 'WebKit',
	async start() {
		if (process.platform !== 'linux') return 'WebKit is driven on Linux only';
		const driverPath = program(['/usr/bin/WebKitWebDriver'], ['webkit2gtk-driver', 'xvfb']);
		const browserPath = MINI_BROWSERS.find((place) => existsSync(place));
		if (driverPath === null || browserPath === undefined)
			return 'webkit2gtk-driver is not installed, and apt did not bring it';
		if (program(['/usr/bin/Xvfb'], ['xvfb']) === null) return 'Xvfb is not installed, and apt did not bring it';
		const selenium = await enginePackage<Selenium>('selenium-webdriver');
		if (selenium === null) return 'the package selenium-webdriver cannot be fetched';
		const { Builder, Capabilities, Key } = selenium.default;
		const { display, server } = await screen();
		const port = await freePort();
		const environment = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' };
		const driverProcess = spawn(driverPath, [`--port=${port}`], { env: environment, stdio: 'ignore' });
		const capabilities = new Capabilities({
			browserName: 'MiniBrowser',
			'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] },
		});
		const driver = await whenReady(() =>
			new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build(),
		);
		await driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
		await driver.manage().window().setRect({ width: 1500, height: 950 });
		return {
			open: (url) => driver.get(url),
			run: async <T>(body: string) => {
				const { value, error } = (await driver.executeAsyncScript(
					`const done = arguments[arguments.length - 1];
					(async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
				)) as { value?: T; error?: string };
				if (error !== undefined) throw new Error(error);
				return value as T;
			},
			pressTab: async (times) => {
				for (let press = 0; press < times; press++) await driver.actions().sendKeys(Key.TAB).perform();
			},
			close: async () => {
				await driver.quit();
				driverProcess.kill();
				server.kill();
			},
		};
	},
};
