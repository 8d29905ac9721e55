/** One execution at a door: the document, the clock, the user's language. The only place that reads the clock. */

import type { TextParams } from '../messages/format.ts';
import type { ServerKey } from '../messages/server.en.ts';
import { OpenDocument } from '../sheet/open-document.ts';
import { userLocale } from '../sheet/session-facts.ts';
import type { Language } from './contract/answer.ts';
import { languageFor, say } from './texts.ts';

export class Execution {
	readonly document: OpenDocument;
	readonly now = Date.now();
	private knownLocale: string | null = null;
	private readonly hasUser: boolean;

	/** @param hasUser false in a cell, where Google does not say who the user is, so the file's locale decides */
	constructor(hasUser: boolean) {
		this.hasUser = hasUser;
		this.document = new OpenDocument(!hasUser);
	}

	/** The time at this very moment, for what was seen only now; `now` is the time at which the execution began. */
	instant(): number {
		return Date.now();
	}

	/** Language tag for numbers and dates. */
	get locale(): string {
		if (this.knownLocale === null) {
			const ofUser = this.hasUser ? userLocale() : '';
			this.knownLocale = ofUser === '' ? this.document.locale : ofUser.replace(/_/gu, '-');
		}
		return this.knownLocale;
	}

	get language(): Language {
		const setting = this.document.stored.settings?.language ?? 'auto';
		return setting === 'auto' ? languageFor('auto', this.locale) : setting;
	}

	/** A text in the user's language; English while the language cannot be found out. */
	say(key: ServerKey, params: TextParams = {}): string {
		let language: Language = 'en';
		try {
			language = this.language;
		} catch {
			// A failing service must not hide the text about that failure.
		}
		return say(language, key, params);
	}

	/** A mark of this moment: differs from every earlier one. */
	get stamp(): string {
		return this.now.toString(36);
	}
}
