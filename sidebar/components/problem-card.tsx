/** One problem: the cell, old → new, and what can be done about it. */
import type { Problem } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';
import { fix, goTo, ignore } from '../check.ts';
import { Button } from './button.tsx';

export function ProblemCard({ problem }: { problem: Problem }) {
	const { session, words } = useApp();
	const { t } = words;
	const { id, text, cell, row, column, value, suggestion, isInStages } = problem;
	const isPlaced = row !== null && column !== null;
	const about = cell === '' ? text : cell;
	const button = (key: 'fix' | 'goTo' | 'ignore', action: string, press: () => void) => (
		<Button action={action} aria-label={`${t(key)} · ${about}`} onPress={press}>
			{t(key)}
		</Button>
	);
	return (
		<li class="card">
			{/* Under the heading of its kind the change says everything. */}
			{suggestion === null || !isPlaced ? (
				<p>{text}</p>
			) : (
				<p class="change">
					{cell !== '' && <span class="gray">{cell}</span>} <del>{value === '' ? t('blank') : value}</del>
					<span aria-hidden="true"> → </span>
					<span class="hidden"> {t('becomes')} </span>
					<ins>{suggestion}</ins>
				</p>
			)}
			<p class="row">
				{suggestion !== null && isPlaced && button('fix', `fix:${id}`, () => void fix(session, [problem], `fix:${id}`))}
				{row !== null && button('goTo', `go:${id}`, () => void goTo(session, row, column ?? 0, `go:${id}`, isInStages))}
				{button('ignore', `ignore:${id}`, () => void ignore(session, [id], true, `ignore:${id}`))}
			</p>
		</li>
	);
}
