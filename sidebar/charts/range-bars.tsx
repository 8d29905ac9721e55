/**
 * Ranges on one scale from zero: a whisker from low to high with its middle, and the actual result when it is known.
 */
interface Range {
	readonly name: string;
	/** Null when there is no range: the line is drawn without a whisker. */
	readonly low: number | null;
	readonly middle: number | null;
	readonly high: number | null;
	/** The actual result. */
	readonly came?: number;
	/** The value printed at the end of the line. */
	readonly shown: string;
}

interface Props {
	ranges: readonly Range[];
	legend: readonly (readonly ['whisker' | 'middle' | 'came', string])[];
}

export function RangeBars({ ranges, legend }: Props) {
	// Slightly wider than the widest range, so that its end and the marker of a result there are not cut off.
	const widest = 1.04 * Math.max(...ranges.flatMap(({ high, came }) => [high ?? 0, came ?? 0])) || 1;
	const share = (value: number) => `${(Math.max(0, value) / widest) * 100}%`;
	return (
		<>
			<ul class="shares ranges">
				{ranges.map(({ name, low, middle, high, came, shown }) => (
					<li key={name}>
						<span class="line">
							<span class="name">{name}</span> <strong>{shown}</strong>
						</span>
						<span class="range" aria-hidden="true">
							{low !== null && high !== null && middle !== null && (
								<>
									<span class="whisker" style={{ left: share(low), width: share(high - low) }} />
									<span class="middle" style={{ left: share(middle) }} />
								</>
							)}
							{came !== undefined && <span class="came" style={{ left: share(came) }} />}
						</span>
					</li>
				))}
			</ul>
			<p class="legend secondary">
				{legend.map(([kind, text]) => (
					<span key={kind}>
						<span class={`key ${kind}`} aria-hidden="true" />
						{text}
					</span>
				))}
			</p>
		</>
	);
}
