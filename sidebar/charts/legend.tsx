/** What the parts of a bar mean. */
import { useApp } from '../app-context.ts';

export function Legend({ hasDays }: { hasDays: boolean }) {
	const { t } = useApp().words;
	return (
		<p class="legend secondary">
			{(
				[
					['moved', 'movedOn'],
					['still', 'still'],
					['lost', 'lostHere'],
				] as const
			).map(([kind, key]) => (
				<span key={kind}>
					<span class={`key bar-${kind}`} aria-hidden="true" />
					{t(key)}
				</span>
			))}
			{hasDays && <span>{t('medianNote')}</span>}
		</p>
	);
}
