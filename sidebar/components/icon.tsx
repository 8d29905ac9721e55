/** The few icons, drawn as one path each in a 20 × 20 box. */
const PATHS = {
	refresh: 'M16 10a6 6 0 1 1-1.8-4.3M16.5 2.5v4h-4',
	settings: 'M3 6h8m4 0h2M3 14h2m4 0h8M11 4v4h4V4zM5 12v4h4v-4z',
	back: 'M16 10H4m5-5-5 5 5 5',
	up: 'M10 16V5m-5 5 5-5 5 5',
	down: 'M10 4v11m-5-5 5 5 5-5',
	grip: 'M7 5h.01M7 10h.01M7 15h.01M13 5h.01M13 10h.01M13 15h.01',
	filter: 'M3 5h14M6 10h8m-5 5h2',
	spot: 'M10 5.5a4.5 4.5 0 1 0 .01 0M10 2v4m0 8v4M2 10h4m8 0h4',
	good: 'M4 10.5l4 4 8-9',
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
	return (
		<svg class={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true">
			<path d={PATHS[name]} />
		</svg>
	);
}
