/** Sample data: added where there is none, removed where there is. */
import { useApp } from '../app-context.ts';
import { removeSample, trySample } from '../records.ts';
import { Button } from './button.tsx';

export function SampleButton() {
	const { state, session, words } = useApp();
	const { t } = words;
	return state.open?.hasSample ? (
		<Button action="sample" onPress={() => void removeSample(session)}>
			{t('removeSample')}
		</Button>
	) : (
		<Button action="sample" title={t('sampleHint')} onPress={() => void trySample(session)}>
			{t('trySample')}
		</Button>
	);
}
