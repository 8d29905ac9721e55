/** Names and values in two columns; a fact without a value is left out. */
export function Facts({ lines }: { lines: readonly (readonly [string, string | null])[] }) {
	return (
		<dl class="detail">
			{lines.map(
				([name, value]) =>
					value !== null && (
						<div key={name}>
							<dt>{name}</dt>
							<dd>{value}</dd>
						</div>
					),
			)}
		</dl>
	);
}
