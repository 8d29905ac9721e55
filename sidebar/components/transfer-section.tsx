/** Settings as text, to take to another file; and the sample data. */
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { exportSettings, importSettings } from '../records.ts';
import { Button } from './button.tsx';

export function TransferSection() {
	const { session, words } = useApp();
	const { t } = words;
	const [text, setText] = useState('');
	const area = useRef<HTMLTextAreaElement>(null);
	const copy = async () => {
		area.current?.select();
		// The sandbox may have no clipboard or refuse it: then the text stays selected for the keyboard.
		try {
			await navigator.clipboard.writeText(text);
			session.say({ key: 'textCopied' });
		} catch {
			session.say({ key: 'notCopied' });
		}
	};
	return (
		<details class="part">
			<summary>
				<h2>{t('moveSettings')}</h2>
			</summary>
			<p class="secondary">{t('moveHint')}</p>
			<textarea
				ref={area}
				rows={5}
				aria-label={t('moveSettings')}
				spellcheck={false}
				value={text}
				onInput={(event) => setText(event.currentTarget.value)}
			/>
			<p class="row">
				<Button action="export" onPress={() => void exportSettings(session, setText)}>
					{t('exportSettings')}
				</Button>
				{text !== '' && (
					<>
						<Button onPress={() => void copy()}>{t('copyText')}</Button>
						<Button action="import" onPress={() => void importSettings(session, text)}>
							{t('importSettings')}
						</Button>
					</>
				)}
			</p>
		</details>
	);
}
