/** Forgetting the settings, asked about first. */
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { reset } from '../records.ts';
import { Button } from './button.tsx';

export function ResetSection() {
	const { session, words } = useApp();
	const { t } = words;
	const [isAsking, setAsking] = useState(false);
	return (
		<section class="part">
			{isAsking ? (
				<div class="card error">
					<p>{t('resetAsk')}</p>
					<p class="row">
						<Button action="reset" onPress={() => void reset(session)}>
							{t('resetYes')}
						</Button>
						<button type="button" ref={(button) => button?.focus()} onClick={() => setAsking(false)}>
							{t('cancel')}
						</button>
					</p>
				</div>
			) : (
				<Button class="link" onPress={() => setAsking(true)}>
					{t('reset')}
				</Button>
			)}
		</section>
	);
}
