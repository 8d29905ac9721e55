/** The bar at the foot that holds a view's primary action. */
import type { ComponentChildren } from 'preact';

export function ActionBar({ children }: { children: ComponentChildren }) {
	return <div class="bottom">{children}</div>;
}
