/** What goes wrong while a file is read and stored ends in a sentence, and the book in view is kept as before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, pageWords } from '../../workbench/page/words.ts';
import { sharedBrowser, sharedServer } from './shared.ts';
import { WorkbenchPage } from './workbench.ts';

const WORKER = '**/file-worker.js';

let workbench: WorkbenchPage;

/** Runs before the reader's own script, on its thread. */
const planted = (script: string) => async (): Promise<void> => {
	await workbench.page.route(WORKER, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `${script}\n${await response.text()}` });
	});
};

/** Every value that is stored becomes another one. */
const storing = (value: string): string =>
	`const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (_, key) { return put.call(this, ${value}, key); };`;

/** Beyond 127 MB even compressed: what repeats is farther apart than the browser's compression looks. */
const TOO_LARGE = `const noise = crypto.getRandomValues(new Uint8Array(65536));
	const large = new Uint8Array(134 << 20);
	for (let at = 0; at < large.length; at += noise.length) large.set(noise, at);
	${storing('large')}`;

const GIVING_UP = 'IDBObjectStore.prototype.put = function () { this.put = () => {}; this.transaction.abort(); };';

const toast = (text: string): Promise<void> => workbench.page.locator('#toasts').getByText(text).first().waitFor();

async function expectSentence(key: 'cannotKeep' | 'readerStopped', told: string): Promise<void> {
	const { cannotOpen, reading, saved, ...words } = pageWords('en');
	await workbench.page.evaluate(() => {
		const data = new DataTransfer();
		data.items.add(new File(['Deal,Stage\nNorthwind,Won\n'], 'new.csv'));
		document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
	});
	const [before = '', after = ''] = words[key].split('{reason}');
	await toast(fill(cannotOpen, { name: 'new.csv', reason: before }));
	const sentence = await workbench.page.locator('#toasts').innerText();
	expect(sentence).toContain(after);
	expect(sentence).toContain(told);
	expect(sentence).not.toContain(`${before}${after}`);
	expect(await workbench.page.getByText(fill(reading, { name: 'new.csv' })).count()).toBe(0);
	await workbench.page.locator('#saved').getByText(saved).waitFor();
	await workbench.page.locator('#toasts').evaluate((box) => box.replaceChildren());
}

beforeAll(async () => {
	workbench = await WorkbenchPage.open(await sharedBrowser(), sharedServer());
});

afterAll(async () => {
	await workbench?.close();
});

describe('a file that is not opened, though it is a table', () => {
	it.each([
		['the browser refuses a value at once, as too large', 'cannotKeep', planted(TOO_LARGE), 'too large'],
		['the browser cannot copy a value', 'cannotKeep', planted(storing('() => {}')), 'cloned'],
		['the browser gives up without a reason', 'cannotKeep', planted(GIVING_UP), 'names no reason'],
		[
			'the reader’s script does not come',
			'readerStopped',
			() => workbench.page.route(WORKER, (route) => route.abort()),
			'names no reason',
		],
		['the reader’s script breaks', 'readerStopped', planted('throw new RangeError("Out of memory");'), 'Out of memory'],
	] as const)('says so when %s', async (_, key, plant, told) => {
		await plant();
		try {
			await expectSentence(key, told);
		} finally {
			await workbench.page.unroute(WORKER);
		}
	});
});
