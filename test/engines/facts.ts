/** Facts of a layout that hold in every engine. The functions run in the page, so they use nothing of this file. */

/** Makes the frame as tall as its page, so that nothing lies under the bar at its foot, until the page grows no more. */
export async function showInFull(inner: Window): Promise<void> {
	const frame = inner.frameElement as HTMLElement;
	for (let steady = 0; steady < 5; steady++) {
		const height = `${Math.min(inner.document.documentElement.scrollHeight, 12_000)}px`;
		if (frame.style.height !== height) steady = 0;
		frame.style.height = height;
		await new Promise((drawn) => inner.requestAnimationFrame(() => inner.setTimeout(drawn, 20)));
	}
}

/** Elements that reach beyond the page, and a page that scrolls sideways. */
export function overflowing(inner: Window): string[] {
	const root = inner.document.documentElement;
	const wide = [...inner.document.querySelectorAll('body *')].filter((element) => {
		const box = element.getBoundingClientRect();
		return box.width > 1 && box.right > root.clientWidth + 1 && element.closest('.scroll, svg') === null;
	});
	return [
		...(root.scrollWidth > root.clientWidth ? [`page ${root.scrollWidth} > ${root.clientWidth}`] : []),
		...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)),
	];
}

/** Buttons whose label is cut off without a sign. */
export function clipped(inner: Window): string[] {
	return [...inner.document.querySelectorAll<HTMLElement>('button')]
		.filter((button) => button.offsetParent !== null && button.scrollWidth > button.clientWidth + 1)
		.filter(
			(button) =>
				!/ellipsis|visible/u.test(
					`${inner.getComputedStyle(button).textOverflow} ${inner.getComputedStyle(button).overflowX}`,
				),
		)
		.map((button) => button.outerHTML.slice(0, 120));
}

/** Numbers the controls that Tab is meant to reach, in the order of the page, and starts to note which one has the focus. */
export function watchFocus(inner: Window): number {
	const page = inner.document;
	const controls = [...page.querySelectorAll<HTMLElement>('button, select, input, textarea, summary')].filter(
		(control) =>
			control.checkVisibility() &&
			!control.matches(':disabled') &&
			!(
				control instanceof (inner as Window & typeof globalThis).HTMLInputElement &&
				control.type === 'radio' &&
				!control.checked
			),
	);
	const seen: number[] = [];
	(inner as Window & { seen?: number[] }).seen = seen;
	page.addEventListener('focusin', ({ target }) => {
		const at = controls.indexOf(target as HTMLElement);
		if (at >= 0 && seen.at(-1) !== at) seen.push(at);
	});
	inner.focus();
	// Engines begin in different places of a page that was just clicked; from the first control on all go the same way.
	controls[0]?.focus();
	if (page.activeElement === controls[0] && seen.length === 0) seen.push(0);
	return controls.length;
}

/** Controls that the focus missed or reached out of order, by the numbers of `watchFocus`. */
export function focusFlaws(inner: Window, count: number): string[] {
	const seen = (inner as Window & { seen?: number[] }).seen ?? [];
	const first = [...new Set(seen)];
	const missed = Array.from({ length: count }, (_, at) => at).filter((at) => !first.includes(at));
	const turns = first.filter((at, place) => place > 0 && at < (first[place - 1] ?? 0)).length;
	return [
		...(missed.length > 0 ? [`not reached by Tab: ${missed.join(', ')} of ${count}`] : []),
		...(turns > 0 ? [`Tab goes ${first.join(', ')}`] : []),
	];
}

/** What axe finds in the page. */
export async function accessibility(inner: Window): Promise<string[]> {
	const { axe } = inner as Window & {
		axe?: {
			run(
				options: object,
			): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
		};
	};
	if (axe === undefined) return ['axe did not load'];
	const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
	const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
	return violations.map(
		({ id, nodes: [node] }) =>
			`${id} ${node?.target.join(' ') ?? ''} ${node?.failureSummary.replace(/\s+/gu, ' ').slice(0, 300) ?? ''}`,
	);
}
