/** The services that a bundle finds in its global object. */
import { ChartsImplementation } from './charts.ts';
import type { Host } from './host.ts';
import { HtmlServiceImplementation } from './html-service.ts';
import { LockServiceImplementation } from './lock-service.ts';
import { PropertiesServiceImplementation } from './properties-service.ts';
import { ScriptAppImplementation } from './script-app.ts';
import { scriptConsole, scriptLogger } from './script-console.ts';
import { service } from './service.ts';
import { SessionImplementation } from './session.ts';
import { SpreadsheetAppImplementation } from './spreadsheet-app.ts';
import { UtilitiesImplementation } from './utilities.ts';

export function createGlobals(host: Host): Readonly<Record<string, object>> {
	return {
		SpreadsheetApp: service(host, 'SpreadsheetApp', new SpreadsheetAppImplementation(host)),
		PropertiesService: service(host, 'PropertiesService', new PropertiesServiceImplementation(host)),
		LockService: service(host, 'LockService', new LockServiceImplementation(host)),
		HtmlService: service(host, 'HtmlService', new HtmlServiceImplementation(host)),
		Session: service(host, 'Session', new SessionImplementation(host)),
		Utilities: service(host, 'Utilities', new UtilitiesImplementation(host)),
		ScriptApp: service(host, 'ScriptApp', new ScriptAppImplementation(host)),
		Charts: service(host, 'Charts', new ChartsImplementation(host)),
		console: scriptConsole(host),
		Logger: scriptLogger(host),
	};
}
