import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { answer, type Served } from '../../workbench/server/requests.ts';
import { distFile } from '../support/dist.ts';

const PAGE = '<html><script>ours()</script></html>';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const served: Served = {
	files: new Map([
		['/', bytes('<html></html>')],
		['/dist/sidebar.html', bytes(PAGE)],
		['/dist/Code.js', bytes(distFile('Code.js'))],
	]),
	book: null,
	listeners: null,
};

/** The policy that comes with the answer. */
function policyOf(url: string, method = 'GET', host = 'localhost:8080'): string {
	let policy = '';
	const response = {
		writeHead(_status: number, headers: Readonly<Record<string, string>>) {
			policy = headers['Content-Security-Policy'] ?? '';
			return response;
		},
		end: () => response,
	};
	const request = { url, method, headers: { host } };
	answer(request as unknown as IncomingMessage, response as unknown as ServerResponse, served);
	return policy;
}

it.each([['/'], ['/dist/sidebar.html'], ['/book'], ['/no/such/file'], ['/', 'POST'], ['/', 'GET', 'evil.example']])(
	'lets no script run but those of the add-on: %s %s %s',
	(...request) => {
		const policy = policyOf(...(request as [string]));
		const scripts = /(?:^|; )script-src ([^;]*)/u.exec(policy)?.[1] ?? '';
		const hash = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
		expect(scripts).toContain(hash('ours()'));
		expect(scripts).not.toContain('unsafe-inline');
		expect(policy).toContain("default-src 'self'");
		expect(policy).toContain("object-src 'none'");
	},
);
