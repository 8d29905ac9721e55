/**
 * Serves the built sidebar to the test browser, with fonts that do not depend on the machine: the product asks for fonts of the
 * system, which would make every picture another one. Not here: the browser (page.ts).
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const LATIN = '@fontsource-variable/noto-sans';
const CHINESE = '@fontsource-variable/noto-sans-sc';

/** One packed font face for each range of signs; Latin first, so that digits look the same in both languages. */
function fontStyles(): string {
	const faces = [LATIN, CHINESE].map((name) =>
		readFileSync(require.resolve(`${name}/index.css`), 'utf8').replace(
			/url\(\.\/files\/([\w-]+)\.woff2\)/gu,
			`url(/fonts/${name}/$1.woff2)`,
		),
	);
	return `${faces.join('\n')}\n:root { font-family: 'Noto Sans Variable', 'Noto Sans SC Variable', sans-serif !important; }`;
}

function fontFile(path: string): Buffer {
	const [scope, name, file] = path.split('/').slice(2) as [string, string, string];
	return readFileSync(join(dirname(require.resolve(`${scope}/${name}/index.css`)), 'files', file));
}

export interface PageServer {
	/** Address of the page; `?view=…` opens it as the menu would. */
	readonly url: string;
	stop(): void;
}

/** Serves this page on a free port of this machine. */
export async function servePage(html: string): Promise<PageServer> {
	const page = html.replace('</head>', '<link rel="stylesheet" href="/fonts.css"></head>');
	const fixed: Readonly<Record<string, { type: string; text: string }>> = {
		'/fonts.css': { type: 'text/css', text: fontStyles() },
		'/axe.js': { type: 'text/javascript', text: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') },
	};
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		// Nothing but the page itself changes between two loads.
		const send = (type: string, body: string | Buffer, isLasting = true) =>
			response
				.writeHead(200, {
					'content-type': `${type}; charset=utf-8`,
					'cache-control': isLasting ? 'max-age=9999, immutable' : 'no-store',
				})
				.end(body);
		const known = fixed[url.pathname];
		const view = url.searchParams.get('view');
		if (known !== undefined) send(known.type, known.text);
		else if (url.pathname.startsWith('/fonts/')) send('font/woff2', fontFile(url.pathname));
		else if (url.pathname === '/')
			send('text/html', view === null ? page : page.replace('id="app"', `id="app" data-view="${view}"`), false);
		else response.writeHead(204).end();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		stop: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
