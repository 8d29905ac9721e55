/** Ids and stage history: what is recorded, how sure it is, what can be imported, what is damaged. */
import { useApp } from '../app-context.ts';
import { fillIds, importHistory, startHistory } from '../records.ts';
import { Button } from './button.tsx';
import { Facts } from './facts.tsx';

const FIRST = 5;

export function HistorySection() {
	const { state, session, words } = useApp();
	const { t } = words;
	const { history, failure } = state;
	if (history === null) return failure === null ? <p class="part gray">{t('historyLoading')}</p> : null;
	const { sheetName, since, events, assumed, medianSpanDays, damagedRows, laterRows } = history;
	const { duplicateIds, missingIds, hasIdColumn, sources } = history;
	const sheet = sheetName ?? '';
	return (
		<>
			<section class="part">
				<h2>{t('idsTitle')}</h2>
				{missingIds > 0 && (
					<>
						<p>{t('missingIds', { n: missingIds })}</p>
						<Button action="ids" onPress={() => void fillIds(session)}>
							{t('fillIds', { n: missingIds })}
						</Button>
					</>
				)}
				{duplicateIds.length > 0 && (
					<>
						<p>{t('duplicateIds', { n: duplicateIds.length })}</p>
						<ul>
							{duplicateIds.slice(0, FIRST).map(({ id, cells }) => (
								<li key={id}>
									<b>{id}</b> <span class="gray">{cells.join(', ')}</span>
								</li>
							))}
						</ul>
						{duplicateIds.length > FIRST && <p class="gray">{t('beyond', { n: duplicateIds.length - FIRST })}</p>}
					</>
				)}
				{missingIds === 0 && duplicateIds.length === 0 && <p class="gray">{t('idsGood')}</p>}
			</section>
			<section class="part">
				<h2>{t('historyTitle')}</h2>
				{!hasIdColumn ? (
					<p class="gray">{t('noHistoryWithoutIds')}</p>
				) : sheetName === null ? (
					<>
						<p class="gray">{t('noHistory')}</p>
						<Button action="history" onPress={() => void startHistory(session)}>
							{t('startHistory')}
						</Button>
					</>
				) : (
					<Facts
						lines={[
							[
								since === null ? sheetName : t('historySince', { date: words.date(since) }),
								t('historyEvents', { n: events }),
							],
							[t('historyOthers'), history.otherTables > 0 ? words.number(history.otherTables) : null],
							[t('historyAssumed'), assumed > 0 ? words.number(assumed) : null],
							[
								t('historySpan'),
								medianSpanDays === null ? null : t('days', { n: Math.round(medianSpanDays * 10) / 10 }),
							],
						]}
					/>
				)}
				{!history.isReadable && <p class="error">{t('historyUnreadable', { sheet })}</p>}
				{history.unrecorded > 0 && <p class="error">{t('unrecorded', { n: history.unrecorded, sheet })}</p>}
				{damagedRows > 0 && <p class="error">{t('damagedRows', { n: damagedRows, sheet })}</p>}
				{laterRows > 0 && (
					<p class="error">{t('laterRows', { n: laterRows, sheet, row: String(history.firstLaterRow) })}</p>
				)}
				{(hasIdColumn ? sources : []).map(({ sheetId, name, rows }) => (
					<Button key={sheetId} action={`import:${sheetId}`} onPress={() => void importHistory(session, sheetId)}>
						{sheetId === null ? t('importDates', { n: rows }) : t('importSheet', { n: rows, sheet: name })}
					</Button>
				))}
			</section>
		</>
	);
}
