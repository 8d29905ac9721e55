/** Stage histories that were found, each one press away from being imported. */
import type { HistorySource } from '../../src/addon/contract/answer.ts';
import { useApp } from '../app-context.ts';
import { importHistory } from '../records.ts';
import { Button } from './button.tsx';

export function ImportButtons({ sources }: { sources: readonly HistorySource[] }) {
	const { session, words } = useApp();
	const { t } = words;
	return (
		<>
			{sources.map(({ sheetId, name, rows }) => (
				<Button key={sheetId} action={`import:${sheetId}`} onPress={() => void importHistory(session, sheetId)}>
					{sheetId === null ? t('importDates', { n: rows }) : t('importSheet', { n: rows, sheet: name })}
				</Button>
			))}
		</>
	);
}
