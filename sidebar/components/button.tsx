/** A button that can not be pressed twice: while an action runs it stays focusable but does nothing. */
import type { ComponentChildren, JSX } from 'preact';
import { useApp } from '../app-context.ts';

type Props = Omit<JSX.IntrinsicElements['button'], 'name' | 'action'> & {
	/** Key of the server action behind it; without one the button works on the page only. */
	action?: string;
	onPress: () => void;
	children: ComponentChildren;
};

export function Button({ action, onPress, children, ...rest }: Props) {
	const { busy } = useApp().state;
	const isOff = action !== undefined && busy !== '';
	return (
		<button
			type="button"
			aria-disabled={isOff || undefined}
			aria-busy={(isOff && busy === action) || undefined}
			{...rest}
			onClick={() => isOff || onPress()}
		>
			{children}
		</button>
	);
}
