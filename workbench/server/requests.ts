/**
 * What the workbench's server answers: the page, the built add-on and the file of the command line; nothing else, to
 * nobody else.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTemplateLiteralComments } from '../host/comment-stripper.ts';
import { scriptText } from '../host/script-text.ts';

export interface Served {
	/** By path; replaced as a whole when sources change. */
	files: ReadonlyMap<string, Uint8Array>;
	/** The file of the command line. */
	readonly book: { readonly name: string; readonly bytes: Uint8Array } | null;
	/** Open responses to pages that wait for changed sources; null when sources are not watched. */
	readonly listeners: Set<ServerResponse> | null;
}

const TYPES: readonly (readonly [RegExp, string])[] = [
	[/\.html$|\/$/u, 'text/html; charset=utf-8'],
	[/\.js$/u, 'text/javascript; charset=utf-8'],
	[/\.css$/u, 'text/css; charset=utf-8'],
	[/\.json$/u, 'application/json; charset=utf-8'],
];

/** The Host header is checked so that no foreign page can reach the server through a name of its own. */
export function isLocal(host: string | undefined): boolean {
	return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/u.test(host);
}

/** The page talks to this server and to nobody else, whatever a book or an add-on holds. */
const POLICY = [
	"default-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self' data:",
	"worker-src 'self' blob:",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/**
 * As scripts in its own text the page runs the add-on and the add-on's page only, just as they would be pushed: they
 * are known by their hashes. Where sources are watched a page goes on with texts that are not made yet.
 */
function scriptsOf({ files, listeners }: Served): string {
	if (listeners !== null) return "'unsafe-inline'";
	const text = (path: string): string => new TextDecoder().decode(files.get(path));
	const page = stripTemplateLiteralComments(text('/dist/sidebar.html'));
	const inline = [...page.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/giu)].map(([, code = '']) => code);
	return [scriptText(text('/dist/Code.js')), ...inline]
		.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
		.join(' ');
}

const policies = new WeakMap<Served['files'], string>();

/** Of these files, made once. */
function policyOf(served: Served): string {
	const known = policies.get(served.files);
	if (known !== undefined) return known;
	const policy = `${POLICY}; script-src 'self' 'unsafe-eval' ${scriptsOf(served)}`;
	policies.set(served.files, policy);
	return policy;
}

export function answer(request: IncomingMessage, response: ServerResponse, served: Served): void {
	const headers = {
		'Cache-Control': 'no-store',
		'X-Content-Type-Options': 'nosniff',
		'Content-Security-Policy': policyOf(served),
		'Cross-Origin-Resource-Policy': 'same-origin',
	};
	const plain = (status: number, text: string): void => {
		response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
	};
	if (!isLocal(request.headers.host)) {
		plain(403, 'Only for this machine.');
		return;
	}
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		plain(405, 'Only GET.');
		return;
	}
	const path = (request.url ?? '/').split('?')[0] ?? '/';
	if (path === '/book') {
		answerBook(response, headers, served.book);
		return;
	}
	const { listeners } = served;
	if (path === '/changes' && listeners !== null) {
		response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' }).flushHeaders();
		listeners.add(response);
		response.on('close', () => listeners.delete(response));
		return;
	}
	const body = served.files.get(path);
	const type = TYPES.find(([pattern]) => pattern.test(path))?.[1];
	if (!body || !type) {
		plain(404, `There is no ${path} here.`);
		return;
	}
	response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
}

function answerBook(response: ServerResponse, headers: Readonly<Record<string, string>>, book: Served['book']): void {
	if (book === null) {
		response.writeHead(204, headers).end();
		return;
	}
	const name = encodeURIComponent(book.name);
	response
		.writeHead(200, { ...headers, 'Content-Type': 'application/octet-stream', 'X-File-Name': name })
		.end(book.bytes);
}
