/** Why deals were lost or won: shares as bars or as a table; the blank reason is a row like any other. */
import { useState } from 'preact/hooks';
import type { ReportReason } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { ShareBars } from '../charts/share-bars.tsx';
import { Button } from './button.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

const FIRST = 6;

export function ReasonsSection({ name, reasons: all }: { name: string; reasons: readonly ReportReason[] }) {
	const { state, words } = useApp();
	const [isAll, setAll] = useState(false);
	const { t } = words;
	const currency = state.ready?.report.currency ?? '';
	const reasons = all.filter(({ deals }) => deals > 0);
	const top = reasons[0];
	// Blank reasons alone say nothing.
	if (top === undefined || (top.reason === '' && reasons.length === 1)) return null;
	const label = (reason: string) => (reason === '' ? t('noReason') : reason);
	const shown = isAll ? reasons : reasons.slice(0, FIRST);
	const hasMoney = reasons.some(({ amount }) => amount !== null);
	return (
		<Section
			name={name}
			gist={`${label(top.reason)} ${words.percent(top.share)}`}
			isFolded
			chart={
				<ShareBars
					bars={shown.map(({ reason, deals, share }) => ({
						name: label(reason),
						share,
						text: `${words.number(deals)} · ${words.percent(share)}`,
						isBlank: reason === '',
					}))}
				/>
			}
			table={
				<Table
					caption={name}
					heads={[t('reason'), t('dealsHead'), t('share'), ...(hasMoney ? [t('amount')] : [])]}
					rows={shown.map(({ reason, deals, share, amount }) => [
						label(reason),
						words.number(deals),
						words.percent(share),
						...(hasMoney ? [words.money(amount, currency)] : []),
					])}
				/>
			}
		>
			{shown.length < reasons.length && (
				<Button class="link" onPress={() => setAll(true)}>
					{t('more', { n: reasons.length - shown.length })}
				</Button>
			)}
		</Section>
	);
}
