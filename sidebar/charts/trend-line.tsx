/** Shares over time as a line from zero; a hollow dot is based on fewer than 20 deals, a gap on none. */
interface Point {
	/** 0..1, null without a value. */
	readonly value: number | null;
	/** Deals that it is based on. */
	readonly weight: number;
	readonly name: string;
}

interface Props {
	points: readonly Point[];
	print: (value: number) => string;
	summary: string;
}

const WIDTH = 100;
const HEIGHT = 40;
const FEW = 20;

export function TrendLine({ points, print, summary }: Props) {
	const top = Math.max(0.01, ...points.map(({ value }) => value ?? 0));
	const placed = points.map(({ value, weight }, at) => ({
		x: 2 + (at / Math.max(1, points.length - 1)) * (WIDTH - 4),
		y: value === null ? null : HEIGHT - 3 - (value / top) * (HEIGHT - 6),
		isFew: weight < FEW,
	}));
	let path = '';
	let isPen = false;
	for (const { x, y } of placed) {
		if (y !== null) path += `${(isPen ? 'L' : 'M') + x.toFixed(2)} ${y.toFixed(2)}`;
		isPen = y !== null;
	}
	// A line of no length with round ends is a dot that stays round however wide the picture is drawn.
	const dots = (isFew: boolean) =>
		placed
			.map((point) =>
				point.y !== null && point.isFew === isFew ? `M${point.x.toFixed(2)} ${point.y.toFixed(2)}h0` : '',
			)
			.join('');
	return (
		<div class="trend" role="img" aria-label={summary}>
			<span class="secondary">{print(top)}</span>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
				<path class="grid" d={`M0 3H${WIDTH}M0 ${HEIGHT - 3}H${WIDTH}`} />
				<path class="line" d={path} />
				<path class="dot" d={dots(false) + dots(true)} />
				<path class="hollow" d={dots(true)} />
			</svg>
			<span class="line secondary">
				<span>{points[0]?.name}</span>
				<span>{points[points.length - 1]?.name}</span>
			</span>
		</div>
	);
}
