/** The bar of the reading tabs: what is shown, taken into the sheet as a formula or as a report. */
import { useApp } from '../app-context.ts';
import { ActionBar } from './action-bar.tsx';

export function ReportActions() {
	const { session, words } = useApp();
	return (
		<ActionBar>
			<button type="button" id="insert" onClick={() => session.enterPanel('insert', 'insert', { preview: null, occupied: [] })}>
				{words.t('insert')}
			</button>
			<button type="button" id="report" class="action" onClick={() => session.enterPanel('report', 'report')}>
				{words.t('reportSheet')}
			</button>
		</ActionBar>
	);
}
