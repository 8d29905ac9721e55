/** Shows changed sources in the open page: a new sidebar in its place, anything else by loading the page again. */

export interface Changing {
	/** Puts the new page of the sidebar into its place, if it is open. */
	readonly showSidebar: (html: string) => void;
	/** Resolves when the book is stored and the page may be loaded again. */
	readonly saved: () => Promise<void>;
}

/** Listens as long as the page is open. */
export function followChanges({ showSidebar, saved }: Changing): void {
	new EventSource('/changes').addEventListener('message', ({ data }) => {
		if (data === 'sidebar') {
			void fetch('/dist/sidebar.html')
				.then((response) => response.text())
				.then(showSidebar);
		} else {
			void saved().then(() => location.reload());
		}
	});
}
