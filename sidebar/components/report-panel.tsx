/** The report sheet before it is made: what it holds, for which deals, and whether it follows the sheet. */
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { makeReport } from '../deals.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { Facts } from './facts.tsx';

export function ReportPanel() {
	const { state, session, words } = useApp();
	const { t } = words;
	const [isLive, setLive] = useState(true);
	const { filter } = state;
	const kind = (isThis: boolean, name: 'live' | 'values', hint: 'liveHint' | 'valuesHint') => (
		<label class="tick">
			<input type="radio" name="kind" checked={isLive === isThis} onChange={() => setLive(isThis)} />
			<span>
				{t(name)}
				<span class="secondary">{t(hint)}</span>
			</span>
		</label>
	);
	return (
		<>
			<p>{t('reportAbout')}</p>
			<Facts
				lines={[
					[t('period'), words.period(filter?.period ?? null)],
					...Object.entries(filter?.columns ?? {}).map(([heading, value]) => [heading, value || t('blank')] as const),
				]}
			/>
			<fieldset>
				<legend class="hidden">{t('reportSheet')}</legend>
				{kind(true, 'live', 'liveHint')}
				{kind(false, 'values', 'valuesHint')}
			</fieldset>
			<ActionBar>
				<Button class="action" action="report" onPress={() => void makeReport(session, isLive)}>
					{t('makeReport')}
				</Button>
			</ActionBar>
		</>
	);
}
