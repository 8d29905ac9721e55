/** The stage histories that were found for deals whose path is estimated: each is one press away. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { findHistories, importHistory } from '../records.ts';
import { Button } from './button.tsx';

export function HistoryOffer() {
	const { state, session, words } = useApp();
	const { histories } = state;
	useEffect(() => {
		if (histories === null) void findHistories(session);
	}, [histories, session]);
	return (
		<>
			{histories?.map(({ sheetId, name, rows }) => (
				<Button key={sheetId} action={`import:${sheetId}`} onPress={() => void importHistory(session, sheetId)}>
					{sheetId === null
						? words.t('importDates', { n: rows })
						: words.t('importSheet', { n: rows, sheet: name.slice(0, 60) })}
				</Button>
			))}
		</>
	);
}
