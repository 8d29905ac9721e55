/** Charts: the chart types that a sheet's chart can have. */
import type { Host } from './host.ts';
import { enumeration } from './service.ts';

export class ChartsImplementation implements Pick<GoogleAppsScript.Charts.Charts, 'ChartType' | 'ChartMergeStrategy'> {
	#host: Host;

	constructor(host: Host) {
		this.#host = host;
	}

	get ChartType(): GoogleAppsScript.Charts.Charts['ChartType'] {
		return enumeration(this.#host, 'Charts.ChartType', ['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'PIE', 'TABLE']);
	}
	get ChartMergeStrategy(): GoogleAppsScript.Charts.Charts['ChartMergeStrategy'] {
		return enumeration(this.#host, 'Charts.ChartMergeStrategy', ['MERGE_COLUMNS', 'MERGE_ROWS']);
	}
}
