/** Ids and stage history: what is recorded, how sure it is, what can be imported, what is damaged. */
import type { HistoryState } from '../../src/addon/contract/history.ts';
import { useApp } from '../app-context.ts';
import { fillIds, startHistory } from '../records.ts';
import { Button } from './button.tsx';
import { Facts } from './facts.tsx';
import { ImportButtons } from './import-buttons.tsx';

const FIRST = 5;

export function HistorySection() {
	const { state, words } = useApp();
	const { t } = words;
	const { history, failure } = state;
	if (history === null) return failure === null ? <p class="part gray">{t('historyLoading')}</p> : null;
	return (
		<>
			<section class="part">
				<h2>{t('idsTitle')}</h2>
				<Ids history={history} />
			</section>
			<section class="part">
				<h2>{t('historyTitle')}</h2>
				<Recorded history={history} />
				<Faults history={history} />
				{history.hasIdColumn && <ImportButtons sources={history.sources} />}
			</section>
		</>
	);
}

/** Deals without an id of their own, which have no history. */
function Ids({ history: { duplicateIds, missingIds } }: { history: HistoryState }) {
	const { session, words } = useApp();
	const { t } = words;
	return (
		<>
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
		</>
	);
}

/** What the log knows, or how to begin one. */
function Recorded({ history }: { history: HistoryState }) {
	const { session, words } = useApp();
	const { t } = words;
	const { sheetName, since, events, assumed, medianSpanDays, otherTables } = history;
	if (!history.hasIdColumn) return <p class="gray">{t('noHistoryWithoutIds')}</p>;
	if (sheetName === null)
		return (
			<>
				<p class="gray">{t('noHistory')}</p>
				<Button action="history" onPress={() => void startHistory(session)}>
					{t('startHistory')}
				</Button>
			</>
		);
	const days = medianSpanDays === null ? null : Math.round(medianSpanDays * 10) / 10;
	const precision = days === null ? null : days === 0 ? t('exactToDay') : t('withinDays', { n: days });
	return (
		<Facts
			lines={[
				[
					since === null ? sheetName : t('historySince', { date: words.date(since) }),
					t('historyEvents', { n: events }),
				],
				[t('historyOthers'), otherTables > 0 ? words.number(otherTables) : null],
				[t('historyAssumed'), assumed > 0 ? words.number(assumed) : null],
				[t('historySpan'), precision],
			]}
		/>
	);
}

/** Rows of the log that cannot be used. */
function Faults({ history }: { history: HistoryState }) {
	const { t } = useApp().words;
	const { isReadable, unrecorded, damagedRows, laterRows, firstLaterRow } = history;
	const sheet = history.sheetName ?? '';
	return (
		<>
			{!isReadable && <p class="error">{t('historyUnreadable', { sheet })}</p>}
			{unrecorded > 0 && <p class="error">{t('unrecorded', { n: unrecorded, sheet })}</p>}
			{damagedRows > 0 && <p class="error">{t('damagedRows', { n: damagedRows, sheet })}</p>}
			{laterRows > 0 && <p class="error">{t('laterRows', { n: laterRows, sheet, row: String(firstLaterRow) })}</p>}
		</>
	);
}
