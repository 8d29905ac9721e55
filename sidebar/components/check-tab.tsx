/** The Check tab: how much of the table can be trusted, every problem by kind, and what puts it right. */
import { useApp } from '../app-context.ts';
import { fix, ignore, reapply, stop } from '../check.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { HistorySection } from './history-section.tsx';
import { Icon } from './icon.tsx';
import { ProblemGroup } from './problem-group.tsx';

const SEVERITIES = ['error', 'warning', 'info'];
const bySeverity = (a: { severity: string }, b: { severity: string }) =>
	SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

export function CheckTab() {
	const { state, session, words } = useApp();
	const { check, progress, failure } = state;
	const { t } = words;
	if (check === null) return failure === null ? <p class="loading gray">{t('checking')}</p> : null;
	const { problems, counts, quality, ignored, rows } = check;
	const hidden = state.open?.settings?.ignoredIssues ?? [];
	const safe = counts.reduce((sum, group) => sum + group.safe, 0);
	return (
		<>
			{quality !== null && (
				<section class="quality">
					<label for="quality">{t('quality')}</label> <strong>{words.percent(quality, 1)}</strong>
					<meter id="quality" min={0} max={1} value={quality} />
				</section>
			)}
			{counts.length === 0 && (
				<section class="card good">
					<Icon name="good" />
					<h2>{t('allGood')}</h2>
					<p class="gray">{t('allGoodHint', { n: rows })}</p>
				</section>
			)}
			{[...counts].sort(bySeverity).map((group) => (
				<ProblemGroup key={group.code} group={group} problems={problems.filter(({ code }) => code === group.code)} />
			))}
			{ignored > 0 && (
				<p class="row gray">
					{t('ignored', { n: ignored })}
					{hidden.length > 0 && (
						<Button class="link" action="unignore" onPress={() => void ignore(session, hidden, false, 'unignore')}>
							{t('unignore')}
						</Button>
					)}
				</p>
			)}
			<section class="part">
				<Button action="reapply" onPress={() => void reapply(session)}>
					{t('reapply')}
				</Button>
				<p class="secondary">{t('reapplyHint')}</p>
			</section>
			<HistorySection />
			{progress !== null ? (
				<ActionBar>
					<label class="progress">
						{t('fixing', { done: progress.done, all: progress.all })}
						<progress max={progress.all} value={progress.done} />
					</label>
					<Button onPress={() => stop()}>{t('stop')}</Button>
				</ActionBar>
			) : (
				safe > 0 && (
					<ActionBar>
						<Button
							class="action"
							action="fix-safe"
							title={t('safeHint')}
							onPress={() => void fix(session, problems, 'fix-safe', safe)}
						>
							{t('fixSafe', { n: safe })}
						</Button>
					</ActionBar>
				)
			)}
		</>
	);
}
