/** `npm run dev` on a copy of the sources: a change is seen in the page that is open. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Server, startServerIn } from './start.ts';
import { WorkbenchPage } from './workbench.ts';

const COPIED = ['src', 'sidebar', 'workbench', 'scripts', 'appsscript.json', 'package.json', 'tsconfig.base.json'];

let folder: string;
let server: Server;

async function change(file: string, edit: (text: string) => string): Promise<void> {
	const path = join(folder, file);
	const before = await readFile(path, 'utf8');
	const after = edit(before);
	expect(after).not.toBe(before);
	await writeFile(path, after);
}

const textOf = async (path: string): Promise<string> => (await fetch(new URL(path, server.url))).text();

/** Sources that the inline map at the end of a script names. */
function mappedSources(script: string): string[] {
	const map = /sourceMappingURL=data:application\/json;base64,([\w+/=]+)/u.exec(script)?.[1] ?? '';
	return (JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as { sources: string[] }).sources;
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'stagekeeper-dev-'));
	for (const name of COPIED) await cp(name, join(folder, name), { recursive: true });
	await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
	server = await startServerIn(folder, '--watch');
});

afterAll(async () => {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});

describe('npm run dev', () => {
	it('shows a change of a component in the open sidebar, without loading the page again', async () => {
		const browser = await chromium.connect(inject('browserEndpoint'));
		const workbench = await WorkbenchPage.open(browser, server);
		await workbench.menu('Extensions', 'Stagekeeper', 'Open funnel');
		const { page } = workbench;
		const sidebar = page.frameLocator('#sidebar iframe');
		await sidebar.locator('main').waitFor();
		await page.evaluate(() => Object.assign(window, { isSamePage: true }));
		await change('sidebar/index.html', (text) => text.replace('<body>', '<body data-version="2">'));
		await expect.poll(() => sidebar.locator('body').getAttribute('data-version')).toBe('2');
		await change('sidebar/components/action-bar.tsx', (text) =>
			text.replace('class="bottom"', 'class="bottom" data-changed'),
		);
		await expect.poll(() => sidebar.locator('[data-changed]').count()).toBeGreaterThan(0);
		expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
		await workbench.page.context().close();
		await browser.close();
	});

	it('serves a change of the add-on, and goes on after a source that does not compile', async () => {
		await change('src/messages/server.en.ts', (text) => `${text}\nexport const broken = ;\n`);
		await change('src/messages/server.en.ts', (text) =>
			text.replace('\nexport const broken = ;\n', '').replace('Open funnel', 'Show the funnel'),
		);
		await expect.poll(() => textOf('/dist/Code.js')).toContain('Show the funnel');
	});

	it('leads from both bundles to the sources', async () => {
		expect(mappedSources(await textOf('/dist/Code.js')).join()).toContain('src/core/metrics/win-rate.ts');
		expect(mappedSources(await textOf('/dist/sidebar.html')).join()).toContain('sidebar/main.tsx');
	});
});
