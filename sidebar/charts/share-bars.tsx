/** Named shares of a whole as bars, the largest as wide as there is room. */
interface Bar {
	readonly name: string;
	/** 0..1 */
	readonly share: number;
	readonly text: string;
	readonly isBlank: boolean;
}

export function ShareBars({ bars }: { bars: readonly Bar[] }) {
	const widest = Math.max(...bars.map(({ share }) => share)) || 1;
	return (
		<ul class="shares">
			{bars.map(({ name, share, text, isBlank }) => (
				<li key={name}>
					<span class="line">
						<span class={isBlank ? 'name gray' : 'name'}>{name}</span> <span>{text}</span>
					</span>
					<span class="bar" aria-hidden="true">
						<span class={isBlank ? 'bar-blank' : 'bar-share'} style={{ width: `${(share / widest) * 100}%` }} />
					</span>
				</li>
			))}
		</ul>
	);
}
