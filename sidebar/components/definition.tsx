/**
 * How one figure is calculated: formula, numerator and denominator, what was left out, its name in a cell; the win
 * rate's definitions to choose from.
 */

import type { Settings } from '../../src/core/model/settings.ts';
import type { Figure } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { saveSettings } from '../records.ts';
import { Button } from './button.tsx';

export const WIN_RATE_MODES: readonly Settings['winRateMode'][] = ['all', 'closed', 'value'];

export function Definition({ figure, label, onClose }: { figure: Figure; label: string; onClose: () => void }) {
	const { state, words } = useApp();
	const { t } = words;
	const help = state.open?.metrics.find(({ id }) => id === figure.id);
	const { mode } = figure;
	const group = help?.modes.find((choices) => choices.some(({ word }) => word === mode));
	// A variant says itself what it counts; formula and basis are those of the first one.
	const variant = group !== undefined && group[0]?.word !== mode ? group.find(({ word }) => word === mode) : undefined;
	return (
		<section class="card definition" aria-label={`${t('how')}: ${label}`}>
			<dl>
				<dt>{t('definition')}</dt>
				<dd>{variant?.meaning ?? help?.formula}</dd>
				<dt>{t('basis')}</dt>
				<dd>
					<Quotient figure={figure} />
					{variant === undefined && help && `${figure.denominator === null ? '' : ' · '}${help.denominator}`}
					{figure.excluded > 0 && <span class="gray"> · {t('excluded', { n: figure.excluded })}</span>}
					{figure.assumed > 0 && <span class="gray"> · {t('assumed', { n: figure.assumed })}</span>}
				</dd>
				{help && (
					<>
						<dt>{t('inCell')}</dt>
						<dd>
							<code>
								={help.name}
								{group?.some(({ word }) => word === help.definedMode) ? `("${mode}")` : '()'}
							</code>
						</dd>
					</>
				)}
			</dl>
			{figure.id === 'winRate' && <WinRateModes />}
			<Button class="link" onPress={onClose}>
				{t('close')}
			</Button>
		</section>
	);
}

/** Numerator and denominator; nothing for a figure that is not a quotient. */
function Quotient({ figure: { numerator, denominator, unit, mode, currency } }: { figure: Figure }) {
	const { words } = useApp();
	if (denominator === null) return null;
	const isRatio = unit === 'ratio';
	const isMoney = mode === 'value';
	const unitOfPart = isMoney || unit === 'currencyPerDay' ? 'currency' : isRatio ? 'count' : unit;
	const part = words.figure(numerator, unitOfPart, currency);
	const whole = isMoney ? words.money(denominator, currency) : denominator;
	return <strong>{words.t(isRatio ? 'ratioOf' : 'quotient', { part, whole })}</strong>;
}

function WinRateModes() {
	const { state, session, words } = useApp();
	const { t } = words;
	const settings = state.open?.settings;
	if (!settings) return null;
	return (
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
	);
}
