/** How one figure is counted: formula, numerator and denominator, what was left out, its name in a cell; the win rate's definitions to choose from. */
import type { Figure } from '../../src/core/funnel-report.ts';
import type { Settings } from '../../src/core/settings.ts';
import { useApp } from '../app-context.ts';
import { saveSettings } from '../records.ts';
import { Button } from './button.tsx';

export const WIN_RATE_MODES: readonly Settings['winRateMode'][] = ['all', 'closed', 'value'];

export function Definition({ figure, label, onClose }: { figure: Figure; label: string; onClose: () => void }) {
	const { state, session, words } = useApp();
	const { t } = words;
	const help = state.open?.metrics.find(({ id }) => id === figure.id);
	const settings = state.open?.settings;
	const meaning = help?.modes.flat().find(({ word }) => word === figure.mode)?.meaning;
	// What the help says of formula and basis holds for the first mode of each group.
	const isDefault = figure.mode === '' || help?.modes.some(([first]) => first?.word === figure.mode) === true;
	const { numerator, denominator, unit } = figure;
	const currency = state.ready?.report.currency ?? '';
	const part = numerator === null ? null : unit.startsWith('currency') ? words.money(numerator, currency) : words.number(numerator);
	return (
		<section class="card definition" aria-label={`${t('how')}: ${label}`}>
			<dl>
				<dt>{t('definition')}</dt>
				<dd>
					{isDefault ? help?.formula : meaning}
					{isDefault && meaning && <span class="gray"> ({meaning})</span>}
				</dd>
				<dt>{t('basis')}</dt>
				<dd>
					{part !== null && denominator !== null && <strong>{t('ratioOf', { part, whole: words.number(denominator) })}</strong>}{' '}
					{isDefault && help?.denominator}
					{figure.excluded > 0 && <span class="gray"> · {t('excluded', { n: figure.excluded })}</span>}
					{figure.assumed > 0 && <span class="gray"> · {t('assumed', { n: figure.assumed })}</span>}
				</dd>
				{help && (
					<>
						<dt>{t('inCell')}</dt>
						<dd>
							<code>
								={help.name}
								{figure.mode === '' ? '()' : `("${figure.mode}")`}
							</code>
						</dd>
					</>
				)}
			</dl>
			{figure.id === 'winRate' && settings && (
				<fieldset>
					<legend>{t('wonOf')}</legend>
					<span class="toggle">
						{WIN_RATE_MODES.map((mode) => (
							<Button
								key={mode}
								action="settings"
								aria-pressed={settings.winRateMode === mode}
								onPress={() => void saveSettings(session, { winRateMode: mode })}
							>
								{t(`rate_${mode}` as 'rate_all')}
							</Button>
						))}
					</span>
				</fieldset>
			)}
			<button type="button" class="link" onClick={onClose}>
				{t('close')}
			</button>
		</section>
	);
}
