/** The curve of coming to a later stage, as the tests compare it: the product counts its events and estimates from statistics. */
import { passEvents } from '../../../src/core/funnel/resolved.ts';
import { aalenJohansen, type Incidence } from '../../../src/core/stats/aalen-johansen.ts';

export function passIncidence(...of: Parameters<typeof passEvents>): Incidence | null {
	const events = passEvents(...of);
	return events === null ? null : aalenJohansen(events);
}
