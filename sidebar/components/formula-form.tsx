/** A function's arguments as a small form, the value that it would show, and writing it into the sheet. */
import { useEffect, useState } from 'preact/hooks';
import type { MetricHelp } from '../../src/addon/contract/sheet-and-settings.ts';
import { spelled } from '../../src/core/formula/spelling.ts';
import { useApp } from '../app-context.ts';
import { insertFormula, previewFormula } from '../deals.ts';
import { canCompare, type FormulaArguments, formulaWords, NO_ARGUMENTS } from '../formula-words.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { FormulaPreviewCard } from './formula-preview.tsx';

/** Typing pauses this long before the value is asked for. */
const PAUSE_MS = 300;

export function FormulaForm() {
	const { metric } = useApp().state;
	return metric && <Form metric={metric} />;
}

function Form({ metric }: { metric: MetricHelp }) {
	const { state, session, words } = useApp();
	const { t } = words;
	const { insertion } = state;
	const [args, setArgs] = useState<FormulaArguments>(NO_ARGUMENTS);
	const { ready } = state;
	const stages = ready?.report.stages.filter(({ reached }) => reached !== null).map(({ name }) => name) ?? [];
	const request = { metric: metric.id, words: formulaWords(metric, args, stages) };
	const asked = JSON.stringify(request);
	useEffect(() => {
		const timer = setTimeout(() => void previewFormula(session, JSON.parse(asked)), PAUSE_MS);
		return () => clearTimeout(timer);
	}, [asked, session]);
	if (!ready) return null;
	const { periods } = ready.choices;
	const filters = ready.choices.filters.filter(({ values }) => values.length > 1);
	const change = (part: Partial<FormulaArguments>) => {
		session.set({ insertion: null });
		setArgs({ ...args, ...part });
	};
	const put = (list: readonly string[], at: number, value: string) => Object.assign([...list], { [at]: value });
	const column = filters.find(({ heading }) => heading === args.column);
	const options = (values: readonly (string | readonly [string, string])[]) =>
		values.map((value) => {
			const [id, text] = typeof value === 'string' ? [value, value] : value;
			return (
				<option key={id} value={id}>
					{text.slice(0, 80)}
				</option>
			);
		});
	return (
		<>
			<p class="gray">{metric.summary}</p>
			<section class="arguments">
				{metric.modes.map((group, at) => (
					<Choice
						key={group[0]?.word}
						label={t('variant')}
						value={
							args.modes[at] ?? group.find(({ word }) => word === metric.definedMode)?.word ?? group[0]?.word ?? ''
						}
						onChoose={(word) => change({ modes: put(args.modes, at, word) })}
					>
						{options(group.map(({ word, meaning }) => [word, meaning]))}
					</Choice>
				))}
				{Array.from({ length: metric.stageNames }, (_, at) => (
					<Choice
						// biome-ignore lint/suspicious/noArrayIndexKey: first and second stage are positions
						key={at}
						label={t(metric.stageNames === 1 ? 'onlyStage' : at === 0 ? 'fromStage' : 'toStage')}
						value={args.stages[at] ?? stages[at] ?? ''}
						onChoose={(name) => change({ stages: put(args.stages, at, name) })}
					>
						{options(stages)}
					</Choice>
				))}
				{metric.number !== null && (
					<label class="form-group">
						<span>{metric.number}</span>
						<input
							type="number"
							step="any"
							value={args.number}
							onInput={(event) => change({ number: event.currentTarget.value })}
						/>
					</label>
				)}
				<Choice
					label={t('onlyColumn')}
					value={args.column}
					onChoose={(heading) => change({ column: heading, value: null })}
				>
					<option value="">{t('everyDeal')}</option>
					{options(filters.map(({ heading }) => heading))}
				</Choice>
				{column && (
					<Choice
						label={t('onlyValue')}
						value={String(column.values.findIndex(({ value }) => value === args.value))}
						onChoose={(at) => change({ value: column.values[Number(at)]?.value ?? null })}
					>
						<option value="-1">{t('choose')}</option>
						{options(column.values.map(({ value }, at) => [String(at), value || t('blank')]))}
					</Choice>
				)}
				{metric.reserved.includes('by') && (
					<Choice label={t('groupBy')} value={args.by} onChoose={(by) => change({ by })}>
						<option value="">{t('noGroup')}</option>
						{options([
							...filters.map(({ heading }) => [spelled('column', heading), heading] as const),
							...(metric.reserved.includes('cohort')
								? ([
										[spelled('word', 'month'), t('byMonthWord')],
										[spelled('word', 'quarter'), t('byQuarter')],
										[spelled('word', 'year'), t('byYear')],
									] as const)
								: []),
						])}
					</Choice>
				)}
				{metric.reserved.includes('period') && (
					<Choice label={t('period')} value={args.period} onChoose={(period) => change({ period })}>
						<option value="">{t('allTime')}</option>
						{options(
							[...['last 90 days', 'last 365 days'], ...periods.map(({ period }) => period)].map((period) => [
								period,
								words.period(period),
							]),
						)}
					</Choice>
				)}
				{canCompare(metric, args) && (
					<label class="tick">
						<input
							type="checkbox"
							checked={args.isAgainst}
							onChange={(event) => change({ isAgainst: event.currentTarget.checked })}
						/>
						<span>
							{t('againstPrevious')}
							<span class="secondary">{t('againstHint')}</span>
						</span>
					</label>
				)}
			</section>
			<FormulaPreviewCard />
			<ActionBar>
				{insertion !== null ? (
					<div class="card error" role="alert">
						<p>{t('isOccupied')}</p>
						<ul>
							{insertion.occupied.map(({ cell, text }) => (
								<li key={cell}>
									<b>{cell}</b> {text.slice(0, 100)}
								</li>
							))}
							{insertion.more > 0 && <li class="gray">{t('beyond', { n: insertion.more })}</li>}
						</ul>
						<p class="row">
							<Button action="insert" onPress={() => void insertFormula(session, request, true)}>
								{t('replace')}
							</Button>
							<button type="button" ref={(button) => button?.focus()} onClick={() => session.set({ insertion: null })}>
								{t('cancel')}
							</button>
						</p>
					</div>
				) : (
					<Button class="action" action="insert" onPress={() => void insertFormula(session, request, false)}>
						{t('insertCell')}
					</Button>
				)}
			</ActionBar>
		</>
	);
}
