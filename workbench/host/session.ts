/** Session: who runs the script and in which language. */
import type { Host } from './host.ts';
import { service } from './service.ts';

class UserImplementation implements Pick<GoogleAppsScript.Base.User, 'getEmail'> {
	#email: string;

	constructor(email: string) {
		this.#email = email;
	}

	getEmail(): string {
		return this.#email;
	}
}

export class SessionImplementation
	implements
		Pick<
			GoogleAppsScript.Base.Session,
			'getActiveUser' | 'getEffectiveUser' | 'getActiveUserLocale' | 'getScriptTimeZone'
		>
{
	#host: Host;

	constructor(host: Host) {
		this.#host = host;
	}

	/** A simple trigger may not know the user: ''. */
	getActiveUser(): GoogleAppsScript.Base.User {
		const { authMode, userEmail } = this.#host.execution;
		const email = authMode === 'LIMITED' || authMode === 'CUSTOM_FUNCTION' ? '' : userEmail;
		return service(this.#host, 'User', new UserImplementation(email)) as unknown as GoogleAppsScript.Base.User;
	}
	getEffectiveUser(): GoogleAppsScript.Base.User {
		return this.getActiveUser();
	}
	getActiveUserLocale(): string {
		const { userLocale, locale } = this.#host.options;
		return userLocale ?? locale.replace('_', '-').replace(/^(?!zh)(\w+)-.*$/u, '$1');
	}
	getScriptTimeZone(): string {
		return this.#host.options.scriptTimeZone ?? this.#host.options.timeZone;
	}
}
