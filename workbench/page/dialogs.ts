/**
 * Alerts and prompts of the add-on. A script waits for the answer inside a synchronous call, which only the browser's
 * own dialogs can do; the buttons' meaning is written out where they differ from OK and Cancel.
 */
import type { PageWords } from './words.ts';

export interface Dialogs {
	alert(title: string, prompt: string, buttons: string): string;
	prompt(title: string, prompt: string, buttons: string): { readonly button: string; readonly text: string };
}

export function browserDialogs(words: PageWords): Dialogs {
	const text = (title: string, prompt: string): string => (title === '' ? prompt : `${title}\n\n${prompt}`);
	return {
		alert(title, prompt, buttons) {
			if (buttons === 'OK') {
				window.alert(text(title, prompt));
				return 'OK';
			}
			const isQuestion = buttons.startsWith('YES');
			const isAccepted = window.confirm(text(title, isQuestion ? `${prompt}\n\n${words.okMeansYes}` : prompt));
			if (isQuestion) {
				return isAccepted ? 'YES' : 'NO';
			}
			return isAccepted ? 'OK' : 'CANCEL';
		},
		prompt(title, prompt) {
			const answer = window.prompt(text(title, prompt));
			return { button: answer === null ? 'CANCEL' : 'OK', text: answer ?? '' };
		},
	};
}
