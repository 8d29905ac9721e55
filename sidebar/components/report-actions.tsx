/** The bar of the reading tabs: what is shown, taken into the sheet as a formula or as a report. */
import { useApp } from '../app-context.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';

export function ReportActions() {
	const { session, words } = useApp();
	return (
		<ActionBar>
			<Button id="insert" onPress={() => session.enterPanel('insert', 'insert')}>
				{words.t('insert')}
			</Button>
			<Button id="report" class="action" onPress={() => session.enterPanel('report', 'report')}>
				{words.t('reportSheet')}
			</Button>
		</ActionBar>
	);
}
