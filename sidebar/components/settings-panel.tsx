/** Settings: what is saved at once when it is chosen, and the stages with a button of their own. */
import type { Field } from '../../src/core/model/opportunity.ts';
import { DEAL_LINES, type DealLines, type Settings } from '../../src/core/model/settings.ts';
import { useApp } from '../app-context.ts';
import { changeColumns, saveSettings } from '../records.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { WIN_RATE_MODES } from './definition.tsx';
import { Facts } from './facts.tsx';
import { HistorySection } from './history-section.tsx';
import { ResetSection } from './reset-section.tsx';
import { SampleButton } from './sample-button.tsx';
import { StageSettings } from './stage-settings.tsx';
import { TransferSection } from './transfer-section.tsx';

export function SettingsPanel() {
	const { state, session, words } = useApp();
	const { t } = words;
	const settings = state.open?.settings;
	if (!settings) return null;
	const save = (change: Partial<Settings>) => void saveSettings(session, change);
	const tick = (
		key: 'completeFormulas' | 'strictStages' | 'stageColors' | 'recordEditor',
		hint: 'completeHint' | 'strictHint' | 'colorsHint' | 'recordHint',
	) => (
		<label class="tick">
			<input
				type="checkbox"
				checked={settings[key]}
				onChange={(event) => save({ [key]: event.currentTarget.checked })}
			/>
			<span>
				{t(key)}
				<span class="secondary">{t(hint)}</span>
			</span>
		</label>
	);
	return (
		<>
			<StageSettings />
			<section class="part">
				<h2>{t('columns')}</h2>
				<p>{settings.dealSheetName}</p>
				<Facts
					lines={Object.entries(settings.columns).map(
						([field, heading]) => [t(`field_${field}` as `field_${Field}`), heading] as const,
					)}
				/>
				<Button id="columns" action="propose" onPress={() => void changeColumns(session)}>
					{t('chooseColumns')}
				</Button>
			</section>
			<section class="part">
				<fieldset>
					<legend>
						<h2>{t('wonOf')}</h2>
					</legend>
					{WIN_RATE_MODES.map((mode) => (
						<label key={mode} class="tick">
							<input
								type="radio"
								name="win-rate"
								checked={settings.winRateMode === mode}
								onChange={() => save({ winRateMode: mode })}
							/>
							<span>{t(`rate_${mode}` as 'rate_all')}</span>
						</label>
					))}
				</fieldset>
			</section>
			<section class="part">
				<h2>{t('general')}</h2>
				<Choice
					label={t('language')}
					value={settings.language}
					onChoose={(language) => save({ language: language as Settings['language'] })}
				>
					<option value="auto">{t('auto')}</option>
					<option value="en" lang="en">
						English
					</option>
					<option value="zh-CN" lang="zh-CN">
						简体中文
					</option>
				</Choice>
				<Choice
					label={t('theme')}
					value={settings.theme}
					onChoose={(theme) => save({ theme: theme as Settings['theme'] })}
				>
					{(['light', 'dark', 'system'] as const).map((theme) => (
						<option key={theme} value={theme}>
							{t(theme)}
						</option>
					))}
				</Choice>
				<label class="form-group">
					<span>{t('currency')}</span>
					<input
						type="text"
						maxLength={12}
						placeholder={t('currencyHint')}
						value={settings.currency}
						onChange={(event) => save({ currency: event.currentTarget.value.trim() })}
					/>
				</label>
				<Choice
					label={t('dealLines')}
					value={settings.dealLines}
					onChoose={(dealLines) => save({ dealLines: dealLines as DealLines })}
				>
					{DEAL_LINES.map((way) => (
						<option key={way} value={way}>
							{t(`lines_${way}`)}
						</option>
					))}
				</Choice>
				{tick('completeFormulas', 'completeHint')}
				{tick('strictStages', 'strictHint')}
				{tick('stageColors', 'colorsHint')}
				{tick('recordEditor', 'recordHint')}
			</section>
			<HistorySection />
			<TransferSection />
			<section class="part">
				<h2>{t('sampleData')}</h2>
				{!state.open?.hasSample && <p class="secondary">{t('sampleHint')}</p>}
				<p class="row">
					<SampleButton />
				</p>
			</section>
			<ResetSection />
		</>
	);
}
