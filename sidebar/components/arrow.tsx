/** Up or down beside a figure, for the eye only: words say the same to a screen reader. */
export function Arrow({ isUp }: { isUp: boolean }) {
	return (
		<span class="arrow" aria-hidden="true">
			{isUp ? '▲ ' : '▼ '}
		</span>
	);
}
