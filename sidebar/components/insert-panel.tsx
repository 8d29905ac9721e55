/** Insert…: every function with what it answers; a press leads to its form. */
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';

export function InsertPanel() {
	const { state, session, words } = useApp();
	const { t } = words;
	const [sought, setSought] = useState('');
	const key = sought.trim().toLowerCase();
	const found = (state.open?.metrics ?? []).filter(({ name, label, summary }) =>
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
				{found.map((metric) => (
					<li key={metric.id}>
						<Button
							id={metric.id}
							class="stage"
							onPress={() => session.enterPanel('formula', metric.id, { metric, preview: null, insertion: null })}
						>
							<b>{metric.label}</b> <code class="secondary">{metric.name}</code>
							<span class="secondary summary">{metric.summary}</span>
						</Button>
					</li>
				))}
			</ul>
		</>
	);
}
