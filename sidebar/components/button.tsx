/** A button that cannot be pressed twice: while an action runs it stays focusable but does nothing. */
import type { ComponentChildren, JSX } from 'preact';
import { useApp } from '../app-context.ts';

type Props = Omit<JSX.IntrinsicElements['button'], 'name' | 'action'> & {
	/** Key of the server action behind it; without one the button works on the page only. */
	action?: string;
	/** @param part what was pressed inside it: the `data-part` of the place, '' for the button itself and by keyboard */
	onPress: (part: string) => void;
	children: ComponentChildren;
};

const partAt = (target: EventTarget | null): string =>
	(target instanceof Element && target.closest<HTMLElement>('[data-part]')?.dataset.part) || '';

export function Button({ action, onPress, children, ...rest }: Props) {
	const { busy } = useApp().state;
	const isOff = action !== undefined && busy !== '';
	return (
		<button
			type="button"
			aria-disabled={isOff || undefined}
			aria-busy={(isOff && busy === action) || undefined}
			{...rest}
			onClick={(event) => isOff || onPress(partAt(event.target))}
		>
			{children}
		</button>
	);
}
