/** How many leads a sales target takes, with the range that the win rate's uncertainty leaves. */
import { useApp } from '../app-context.ts';
import { loadForecast } from '../deals.ts';

export function TargetSection() {
	const { state, session, words } = useApp();
	const { t } = words;
	const { leads, currency, outlook } = state.forecast ?? {};
	const chance = outlook?.together.targetChance ?? null;
	return (
		<section class="part">
			<h2>{t('targetTitle')}</h2>
			<form
				class="target"
				onSubmit={(event) => {
					event.preventDefault();
					const target = Number(new FormData(event.currentTarget).get('target'));
					void loadForecast(session, { target: target > 0 ? target : null });
				}}
			>
				<label class="form-group">
					<span>
						{t('target')}
						{currency && ` (${currency})`}
					</span>
					<input
						type="number"
						name="target"
						min={1}
						step="any"
						inputMode="decimal"
						defaultValue={state.target === null ? '' : String(state.target)}
					/>
				</label>
				<button type="submit">{t('calculate')}</button>
			</form>
			{chance !== null && (
				<p role="status">
					{t('targetChance')} <strong>{words.percent(chance)}</strong>
				</p>
			)}
			{leads && (
				<div class="figure" role="status">
					<span class="label">{t('leadsNeeded')}</span>
					<strong>
						{leads.value === null ? t('none') : words.number(Math.ceil(leads.value))}
						{leads.low !== null && leads.high !== null && (
							<small>
								{' '}
								{t('range', { low: words.number(Math.ceil(leads.low)), high: words.number(Math.ceil(leads.high)) })}
							</small>
						)}
					</strong>
					<span class="secondary">{t(leads.value === null ? 'noLeads' : `leadsHint_${leads.mode}`)}</span>
				</div>
			)}
		</section>
	);
}
