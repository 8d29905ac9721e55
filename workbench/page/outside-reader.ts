/** A file read outside of the page's own thread, which would freeze for seconds. What reads it is file-worker.ts. */

export type Asked = { readonly file: string; readonly bytes: Uint8Array } | { readonly slot: string };
export type Told =
	| { readonly kind: 'read'; readonly name: string; readonly rows: number }
	| { readonly kind: 'saved' }
	| { readonly kind: 'failed'; readonly reason: string };

/** A book that waits outside until it is known where it is to be kept. */
export interface ReadFile {
	readonly name: string;
	/** Of its longest sheet. */
	readonly rows: number;
	/** Throws when the browser has no room. */
	save(slot: string): Promise<void>;
}

/** The thread itself failed: its script, its memory, or what it told. The message is the browser's and may be empty. */
export class ReaderStopped extends Error {}

/** Throws with a plain sentence when the file cannot be read as a table, ReaderStopped when the thread failed. */
export async function readOutside(file: string, bytes: Uint8Array): Promise<ReadFile> {
	const worker = new Worker('/file-worker.js', { type: 'module' });
	const ask = (asked: Asked): Promise<Told> =>
		new Promise((resolve, reject) => {
			worker.onmessage = ({ data }: MessageEvent<Told>) =>
				data.kind === 'failed' ? reject(new Error(data.reason)) : resolve(data);
			// Without a message where the script did not come.
			worker.onerror = ({ message = '' }) => reject(new ReaderStopped(message));
			worker.onmessageerror = () => reject(new ReaderStopped('messageerror'));
			worker.postMessage(asked);
		});
	try {
		const told = await ask({ file, bytes });
		if (told.kind !== 'read') throw new Error(told.kind);
		const { name, rows } = told;
		return {
			name,
			rows,
			save: (slot) =>
				ask({ slot })
					.then(() => {})
					.finally(() => worker.terminate()),
		};
	} catch (error) {
		worker.terminate();
		throw error;
	}
}
