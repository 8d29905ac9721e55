/** A sheet without deals or without a stage column: begin with a ready stage list instead. */
import { useState } from 'preact/hooks';
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';
import { startTemplate } from '../records.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';

type Template = 'b2b' | 'b2c';

export function TemplateStart({ sheetId, templates }: Pick<SetUpProposal, 'sheetId' | 'templates'>) {
	const { session, words } = useApp();
	const { t } = words;
	const [template, setTemplate] = useState<Template>('b2b');
	return (
		<section class="part">
			<h2>{t('startTemplate')}</h2>
			<p class="secondary">{t('startTemplateHint')}</p>
			<Choice label={t('stagesFrom')} value={template} onChoose={(value) => setTemplate(value as Template)}>
				{templates
					.filter(({ id }) => id !== 'sheet')
					.map(({ id, name }) => (
						<option key={id} value={id}>
							{name}
						</option>
					))}
			</Choice>
			<Button action="template" onPress={() => void startTemplate(session, sheetId, template)}>
				{t('useTemplate')}
			</Button>
		</section>
	);
}
