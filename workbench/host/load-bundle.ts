/** Loads the built bundle in node through gas-local: a fresh global with the host's services and the host's clock. */
import { runInContext } from 'node:vm';
import gas from 'gas-local';
import { Bundle } from './bundle.ts';
import { setClock } from './clock.ts';
import type { Host } from './host.ts';
import type { Realm } from './realm.ts';

/**
 * `folder` holds Code.js (`dist`). Each call is a cold start in a realm of its own: nothing of an earlier one is kept.
 * Afterwards the host makes its values in that realm, so one host serves one loaded bundle at a time.
 */
export function loadBundle(host: Host, folder: string): Bundle {
	const global = host.execute('load', () =>
		gas.require(folder, { ...host.globals }, { filter: (path) => path.endsWith('Code.js') }),
	);
	const realm = runInContext('({ Date, Array, Object, Error })', global) as Realm;
	host.realm = { ...realm, Date: setClock(global, realm, () => host.options.now()) };
	return new Bundle(host, global);
}
