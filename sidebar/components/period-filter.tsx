/** The period: all time, running days, the years, quarters and months that hold deals, or any two dates. */
import { useState } from 'preact/hooks';
import type { ReportChoices } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { Choice } from './choice.tsx';

const GROUPS = [
	['quarters', /^\d{4}-Q\d$/],
	['years', /^\d{4}$/],
	['months', /^\d{4}-\d\d$/],
] as const;
const RUNNING = ['last 30 days', 'last 90 days', 'last 365 days'];

export function PeriodFilter() {
	const { state, session, words } = useApp();
	const [isOther, setOther] = useState(false);
	const choices = state.ready?.choices;
	const period = state.filter?.period ?? null;
	if (choices === undefined) return null;
	const option = (value: string) => (
		<option key={value} value={value}>
			{words.period(value)}
		</option>
	);
	const isCounted = state.ready?.isCounted === true;
	const running = isCounted ? [] : RUNNING;
	if (isCounted && choices.periods.length === 0) return null;
	const known = [...running, ...choices.periods.map((entry) => entry.period)];
	const choose = (value: string) => {
		setOther(value === '?');
		if (value !== '?') session.filterBy({ period: value === '' ? null : value });
	};
	return (
		<>
			<Choice label={words.t('period')} isLabelHidden value={isOther ? '?' : (period ?? '')} onChoose={choose}>
				<option value="">{words.t('allTime')}</option>
				{period !== null && !known.includes(period) && option(period)}
				{running.map(option)}
				{GROUPS.map(([key, shape]) => {
					const periods = choices.periods.filter((entry) => shape.test(entry.period));
					return (
						periods.length > 0 && (
							<optgroup key={key} label={words.t(key)}>
								{periods.map((entry) => option(entry.period))}
							</optgroup>
						)
					);
				})}
				{!isCounted && <option value="?">{words.t('otherPeriod')}</option>}
			</Choice>
			{isOther && <Dates period={period ?? ''} choices={choices} onChoose={choose} />}
		</>
	);
}

interface DatesProps {
	period: string;
	choices: ReportChoices;
	onChoose: (period: string) => void;
}

/** Any two dates; those of the period shown, else the first and the last of the deals. */
function Dates({ period, choices, onChoose }: DatesProps) {
	const { t } = useApp().words;
	const [from, to] = period.includes('..') ? period.split('..') : [choices.firstDate ?? '', choices.lastDate ?? ''];
	return (
		<form
			class="dates"
			onSubmit={(event) => {
				event.preventDefault();
				const data = new FormData(event.currentTarget);
				onChoose(`${data.get('from')}..${data.get('to')}`);
			}}
		>
			{(
				[
					['from', from],
					['to', to],
				] as const
			).map(([key, value]) => (
				<label key={key} class="form-group">
					<span>{t(key)}</span>
					<input type="date" name={key} required defaultValue={value} />
				</label>
			))}
			<button type="submit">{t('apply')}</button>
		</form>
	);
}
