/** A table with a caption and row headers: the other way to read each chart. */
import { useApp } from '../app-context.ts';

interface Props {
	caption: string;
	heads: readonly string[];
	/** The first cell of a row is its header. */
	rows: readonly (readonly string[])[];
}

export function Table({ caption, heads, rows }: Props) {
	const { words } = useApp();
	return (
		// Very large text may need more width than there is: then the table scrolls in itself, also by keyboard.
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus to be scrolled by keyboard
		<section class={heads.length > 6 ? 'scroll wide' : 'scroll'} tabIndex={0} aria-label={caption}>
			<table>
				<caption class="hidden">{caption}</caption>
				<thead>
					<tr>
						{heads.map((head) => (
							<th key={head} scope="col">
								{head}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([name, ...cells]) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							{cells.map((cell, column) => (
								<td key={heads[column + 1]}>{cell === '' ? words.t('none') : cell}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
