/** ScriptApp: the enumeration of authorisation modes. */
import type { Host } from './host.ts';
import { enumeration } from './service.ts';

export class ScriptAppImplementation implements Pick<GoogleAppsScript.Script.ScriptApp, 'AuthMode'> {
	#host: Host;

	constructor(host: Host) {
		this.#host = host;
	}

	get AuthMode(): GoogleAppsScript.Script.ScriptApp['AuthMode'] {
		return enumeration(this.#host, 'ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
	}
}
