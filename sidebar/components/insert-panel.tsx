/** Insert…: every function with what it answers; the chosen one leads to its form. */
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormulaForm } from './formula-form.tsx';

export function InsertPanel() {
	const { state, session, words } = useApp();
	const { t } = words;
	const [sought, setSought] = useState('');
	const [chosen, setChosen] = useState<string | null>(null);
	const metrics = state.open?.metrics ?? [];
	const metric = metrics.find(({ id }) => id === chosen);
	const choose = (id: string | null) => {
		session.set({ preview: null, occupied: [], status: null });
		setChosen(id);
	};
	if (metric !== undefined) return <FormulaForm key={metric.id} metric={metric} onLeave={() => choose(null)} />;
	const key = sought.trim().toLowerCase();
	const found = metrics.filter(({ name, label, summary }) =>
		`${name} ${name.replaceAll('_', ' ')} ${label} ${summary}`.toLowerCase().includes(key),
	);
	return (
		<>
			<label class="form-group">
				<span>{t('findFunction')}</span>
				<input type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
			</label>
			{found.length === 0 && <p class="loading gray">{t('noFunction')}</p>}
			<ul class="deals">
				{found.map(({ id, name, label, summary }) => (
					<li key={id}>
						<button type="button" class="stage" onClick={() => choose(id)}>
							<b>{label}</b> <code class="secondary">{name}</code>
							<span class="secondary summary">{summary}</span>
						</button>
					</li>
				))}
			</ul>
		</>
	);
}
