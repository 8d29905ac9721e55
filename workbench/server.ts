/**
 * `npm start [-- FILE] [--port N]`: builds the add-on and the page, and serves both on this machine only.
 * `npm run dev` does the same with maps to the sources, and shows each change of them (`--watch`).
 * The requests that it answers are in server/requests.ts; nothing of the add-on runs here.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { basename, resolve } from 'node:path';
import { buildAll, buildFiles } from '../scripts/build.ts';
import { type BookError, requireSize } from './io/book-data.ts';
import { buildWorkbenchPage } from './server/page-bundle.ts';
import { answer, type Served } from './server/requests.ts';
import { watchSources } from './server/watch.ts';

const HOST = '127.0.0.1';
const FIRST_PORT = 4173;
const PORTS_TO_TRY = 50;
const READABLE = /\.(csv|tsv|txt|xlsx)$/iu;

/** An error of the user's that needs no stack. */
class UsageError extends Error {}

async function main(args: readonly string[]): Promise<void> {
	const { file, port, isWatched } = readArguments(args);
	const book = file === null ? null : await readBookFile(file);
	const build = async (): Promise<Served['files']> => {
		// What is made for debugging stays in memory: dist/ holds what is pushed.
		const [dist, page] = await Promise.all([isWatched ? buildFiles(true) : buildAll(), buildWorkbenchPage(isWatched)]);
		return new Map([...page, ...[...dist].map(([name, text]) => [`/dist/${name}`, Buffer.from(text)] as const)]);
	};
	const served: Served = { files: await build(), book, listeners: isWatched ? new Set() : null };
	if (isWatched) watchSources(served, build);
	const server = createServer((request, response) => answer(request, response, served));
	const bound = port === null ? await listenOnFree(server) : await listen(server, port);
	const url = `http://${HOST}:${bound}/`;
	console.log(`Stagekeeper workbench: ${url}`);
	if (book !== null) {
		console.log(`File: ${book.name}`);
	}
	console.log('Stop with Ctrl+C.');
	openBrowser(url);
}

interface Arguments {
	file: string | null;
	port: number | null;
	isWatched: boolean;
}

function readArguments(args: readonly string[]): Arguments {
	const result: Arguments = { file: null, port: null, isWatched: false };
	for (let i = 0; i < args.length; i++) {
		const arg = args[i] ?? '';
		if (arg === '--port' || arg.startsWith('--port=')) {
			const text = arg.includes('=') ? arg.slice('--port='.length) : (args[++i] ?? '');
			const port = /^\d{1,5}$/u.test(text) ? Number(text) : -1;
			if (port < 0 || port > 65535) {
				throw new UsageError(`--port needs a number from 0 to 65535, not "${text}"`);
			}
			result.port = port;
		} else if (arg === '--watch') {
			result.isWatched = true;
		} else if (arg.startsWith('--')) {
			throw new UsageError(`unknown option ${arg}; use: npm start -- [FILE] [--port N]`);
		} else if (result.file !== null) {
			throw new UsageError(`one file at a time: "${result.file}" or "${arg}"`);
		} else {
			result.file = arg;
		}
	}
	return result;
}

async function readBookFile(file: string): Promise<{ name: string; bytes: Buffer }> {
	const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
	if (!READABLE.test(path)) {
		throw new UsageError(`"${file}" is not a table: choose a .csv, .tsv, .txt or .xlsx file`);
	}
	const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
		const reasons: Record<string, string> = {
			ENOENT: 'there is no such file',
			EISDIR: 'it is a folder',
			EACCES: 'it may not be read',
		};
		throw new UsageError(`cannot read "${file}": ${reasons[error.code ?? ''] ?? error.message}`);
	});
	// The page would refuse it too.
	try {
		requireSize(bytes.length);
	} catch (error) {
		throw new UsageError(`cannot open "${file}": ${(error as BookError).message}`);
	}
	return { name: basename(path), bytes };
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((done, fail) => {
		server.once('error', fail);
		server.listen(port, HOST, () => {
			server.off('error', fail);
			const address = server.address();
			done(typeof address === 'object' && address !== null ? address.port : port);
		});
	});
}

async function listenOnFree(server: Server): Promise<number> {
	for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port++) {
		try {
			return await listen(server, port);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
				throw error;
			}
		}
	}
	throw new UsageError(`no free port from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TO_TRY - 1}; name one with --port`);
}

/** Only where somebody looks: not in CI, not without a display, not when switched off. */
function openBrowser(url: string): void {
	const { CI, DISPLAY, WAYLAND_DISPLAY, STAGEKEEPER_NO_OPEN } = process.env;
	const hasDisplay = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY;
	if (CI || STAGEKEEPER_NO_OPEN || !hasDisplay || !process.stdout.isTTY) {
		return;
	}
	const commands: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
		darwin: ['open', [url]],
		win32: ['cmd', ['/c', 'start', '', url]],
	};
	const [command, commandArgs] = commands[process.platform] ?? ['xdg-open', [url]];
	spawn(command, commandArgs, { stdio: 'ignore', detached: true })
		.on('error', () => {})
		.unref();
}

main(process.argv.slice(2)).catch((error: Error & { code?: string }) => {
	const isPlain = error instanceof UsageError || error.code === 'EADDRINUSE' || error.code === 'EACCES';
	console.error(isPlain ? `npm start: ${error.message}` : error);
	process.exitCode = 1;
});
