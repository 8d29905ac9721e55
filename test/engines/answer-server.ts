/** Serves the built sidebar in a frame of 300 px, and answers its calls from a made-up server over HTTP, for engines that cannot share functions with the test. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { Calls } from '../../sidebar/state.ts';
import { type MockOptions, MockServer } from '../sidebar/mock-server.ts';

/** What Google's page has: handlers chained onto a runner, one method for each function of the server. */
const RUNNER = `<script>
	const run = (done, failed) => new Proxy({}, { get: (_, name) => {
		if (name === 'withSuccessHandler') return (handler) => run(handler, failed);
		if (name === 'withFailureHandler') return (handler) => run(done, handler);
		return (argument) => { fetch('/call', { method: 'POST', body: JSON.stringify({ name, request: argument ?? null }) })
			.then((reply) => reply.json()).then(({ thrown, answer }) => thrown === undefined ? done(answer) : failed(new Error(thrown))); };
	} });
	window.google = { script: { run: run(() => {}, () => {}) } };
</script>`;

const frame = (width: number): string =>
	`<!DOCTYPE html><html lang="en"><title>frame</title><body style="margin:0"><iframe id="frame" title="sidebar" src="/page" style="border:0;width:${width}px;height:900px"></iframe></body></html>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const part of request) text += String(part);
	return text;
}

export interface AnswerServer {
	readonly url: string;
	/** From now on calls are answered from this server. */
	use(options: Partial<MockOptions>): void;
	stop(): void;
}

export async function serveAnswers(html: string): Promise<AnswerServer> {
	let mock = new MockServer({ language: 'en' });
	const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
	const page = html.replace('<head>', `<head>${RUNNER}`).replace('</body>', '<script src="/axe.js"></script></body>');
	const reply = (text: string): string => {
		const { name, request } = JSON.parse(text) as { name: keyof Calls; request: unknown };
		try {
			return JSON.stringify({ answer: mock.answer(name, request) });
		} catch (error) {
			return JSON.stringify({ thrown: (error as Error).message });
		}
	};
	const server = createServer(async (request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		const send = (type: string, text: string) =>
			response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(text);
		if (pathname === '/call') send('application/json', reply(await bodyOf(request)));
		else if (pathname === '/page') send('text/html', page);
		else if (pathname === '/axe.js') send('text/javascript', axe);
		else if (pathname === '/frame') send('text/html', frame(Number(searchParams.get('width') ?? 300)));
		else response.writeHead(204).end();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
		use: (options) => {
			mock = new MockServer({ language: 'en', ...options });
		},
		stop: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
