/**
 * Rebuilds what is served when a source changes, and notifies the open pages. Not here: what a page does then
 * (page/changes.ts).
 */
import { watch } from 'node:fs';
import type { Served } from './requests.ts';

const SOURCES = ['src', 'sidebar', 'workbench/page', 'workbench/grid', 'workbench/host', 'workbench/io'];
/** An editor writes a file in several steps, and a branch many files. */
const SETTLED_MS = 80;

type Files = Served['files'];

/** @param build all files by path; throws with the compiler's text when a source is wrong */
export function watchSources(served: Served, build: () => Promise<Files>): void {
	let timer: NodeJS.Timeout | undefined;
	let last = Promise.resolve();
	const rebuild = async (): Promise<void> => {
		try {
			const files = await build();
			const changed = [...files]
				.filter(([path, bytes]) => !isSame(served.files.get(path), bytes))
				.map(([path]) => path);
			served.files = files;
			if (changed.length === 0) return;
			console.log(`Rebuilt ${changed.join(', ')}`);
			const change = changed.every((path) => path === '/dist/sidebar.html') ? 'sidebar' : 'page';
			for (const listener of served.listeners ?? []) listener.write(`data: ${change}\n\n`);
		} catch (error) {
			console.error(error instanceof Error ? error.message : error);
		}
	};
	for (const folder of SOURCES)
		watch(folder, { recursive: true }, () => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				last = last.then(rebuild);
			}, SETTLED_MS);
		});
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
	one !== undefined && Buffer.compare(one, other) === 0;
