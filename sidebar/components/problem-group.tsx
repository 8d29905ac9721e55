/** All problems of one kind under one heading; the first few at once, the others on request. */
import { useState } from 'preact/hooks';
import type { CheckAnswer, Problem } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';
import { ignore } from '../check.ts';
import { Button } from './button.tsx';
import { DealLinesChoice } from './deal-lines-choice.tsx';
import { ProblemCard } from './problem-card.tsx';

const STEP = 5;

export function ProblemGroup({
	group,
	problems,
}: {
	group: CheckAnswer['counts'][number];
	problems: readonly Problem[];
}) {
	const { session, words } = useApp();
	const { t } = words;
	const [limit, setLimit] = useState(STEP);
	const shown = problems.slice(0, limit);
	const key = `ignore:${group.code}`;
	return (
		<section class={`group ${group.severity}`} aria-label={group.title}>
			<h2>
				<span class="mark" aria-hidden="true" />
				<span class="hidden">{t(`severity_${group.severity}` as 'severity_error')}: </span>
				<span class="name">{group.title}</span> <span class="badge">{words.number(group.count)}</span>
			</h2>
			<DealLinesChoice code={group.code} />
			<ul>
				{shown.map((problem) => (
					<ProblemCard key={problem.id} problem={problem} />
				))}
			</ul>
			<p class="row">
				{shown.length < problems.length && (
					<Button class="link" onPress={() => setLimit(limit * 4)}>
						{t('more', { n: problems.length - shown.length })}
					</Button>
				)}
				{problems.length > 1 && (
					<Button
						class="link"
						action={key}
						onPress={() =>
							void ignore(
								session,
								problems.map(({ id }) => id),
								true,
								key,
							)
						}
					>
						{t('ignoreAll', { n: problems.length })}
					</Button>
				)}
				{group.count > problems.length && <span class="gray">{t('beyond', { n: group.count - problems.length })}</span>}
			</p>
		</section>
	);
}
