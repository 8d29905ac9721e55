/** The stage histories that were found for deals whose path is estimated. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { findHistories } from '../records.ts';
import { ImportButtons } from './import-buttons.tsx';

export function HistoryOffer() {
	const { state, session } = useApp();
	const { histories } = state;
	useEffect(() => {
		if (histories === null) void findHistories(session);
	}, [histories, session]);
	return histories && <ImportButtons sources={histories} />;
}
