/** A share as a dot on its 95 % interval, from 0 to 100 %; the words beside it say the same. */
export function IntervalDot({ value, low, high }: { value: number; low: number | null; high: number | null }) {
	return (
		<span class="interval" aria-hidden="true">
			{low !== null && high !== null && (
				<span class="reach" style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
			)}
			<span class="dot" style={{ left: `${value * 100}%` }} />
		</span>
	);
}
