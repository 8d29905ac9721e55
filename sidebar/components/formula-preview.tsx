/** The formula and what it answers now; what is wrong with it where something is. */
import { useApp } from '../app-context.ts';
import { Table } from './table.tsx';

export function FormulaPreviewCard() {
	const { state, words } = useApp();
	const { t } = words;
	const { preview, ready } = state;
	const rows = preview?.rows ?? [];
	const print = (cell: string | number, column: number) =>
		typeof cell === 'string'
			? cell
			: words.figure(cell, preview?.units[column] ?? 'text', ready?.report.currency ?? '');
	// Notes that no row has would push figures out of sight.
	const columns = (rows[0] ?? []).flatMap((_, column) =>
		rows.some((row, at) => at > 0 && row[column] !== '') ? [column] : [],
	);
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
						<strong>{print(rows[0]?.[0] ?? '', 0) || t('none')}</strong>
					) : (
						rows.length > 0 && (
							<Table
								caption={t('preview')}
								heads={columns.map((column) => print(rows[0]?.[column] ?? '', column))}
								rows={rows.slice(1).map((row) => columns.map((column) => print(row[column] ?? '', column)))}
							/>
						)
					)}
				</>
			)}
		</div>
	);
}
