/** The server's texts in the language of the user. */
import type { Settings } from '../core/model/settings.ts';
import { fill, type TextParams } from '../messages/format.ts';
import { SERVER_EN, type ServerKey, type ServerTexts } from '../messages/server.en.ts';
import { SERVER_ZH_CN } from '../messages/server.zh-CN.ts';
import type { Language } from './contract/answer.ts';

const TEXTS: Readonly<Record<Language, ServerTexts>> = { en: SERVER_EN, 'zh-CN': SERVER_ZH_CN };

/** The setting; on `auto` Chinese for any Chinese locale, else English. */
export function languageFor(setting: Settings['language'] | undefined, locale: string): Language {
	if (setting !== undefined && setting !== 'auto') return setting;
	return /^zh\b/iu.test(locale.replace(/_/gu, '-')) ? 'zh-CN' : 'en';
}

export function say(language: Language, key: ServerKey, params: TextParams = {}): string {
	return fill(TEXTS[language][key], params);
}

/** One text in every language: the names by which one of our sheets is found. */
export function inEveryLanguage(key: ServerKey): string[] {
	return Object.values(TEXTS).map((texts) => texts[key]);
}
