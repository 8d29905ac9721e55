/** The formula and what it answers now; what is wrong with it where something is. */
import type { Unit } from '../../src/core/measure.ts';
import { useApp } from '../app-context.ts';
import { Table } from './table.tsx';

export function FormulaPreviewCard() {
	const { state, words } = useApp();
	const { t } = words;
	const { preview, ready } = state;
	const rows = preview?.rows ?? [];
	const print = (cell: string | number, isOnly: boolean) =>
		typeof cell === 'string'
			? cell
			: isOnly
				? words.figure(cell, preview?.unit as Unit, ready?.report.currency ?? '')
				: words.number(cell, 4);
	const isOnly = rows.length === 1 && rows[0]?.length === 1;
	return (
		<div class="card preview" aria-live="polite">
			{preview === null ? (
				<p class="gray">{t('calculating')}</p>
			) : (
				<>
					<code>{preview.shown}</code>
					{preview.problem !== '' && <p class="error">{preview.problem}</p>}
					{isOnly ? (
						<strong>{print(rows[0]?.[0] ?? '', true) || t('none')}</strong>
					) : (
						rows.length > 0 && (
							<Table
								caption={t('preview')}
								heads={(rows[0] ?? []).map((cell) => print(cell, false))}
								rows={rows.slice(1).map((row) => row.map((cell) => print(cell, false)))}
							/>
						)
					)}
				</>
			)}
		</div>
	);
}
