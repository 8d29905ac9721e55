/** Charts: kept as a record (type, ranges, options, place); drawing them is the page's affair. */
import type { ChartRecord } from './document-records.ts';
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { service, unwrap } from './service.ts';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type BarBuilder = GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder;
type BuilderMembers =
	| 'addRange'
	| 'asBarChart'
	| 'clearRanges'
	| 'setChartType'
	| 'setOption'
	| 'setPosition'
	| 'setNumHeaders'
	| 'setMergeStrategy'
	| 'setTransposeRowsAndColumns'
	| 'build'
	| 'getRanges';

export class EmbeddedChartBuilderImplementation
	implements Pick<Builder, BuilderMembers>, Pick<BarBuilder, 'reverseCategories'>
{
	#host: Host;
	#record: ChartRecord;

	constructor(host: Host, record: ChartRecord) {
		this.#host = host;
		this.#record = record;
	}

	addRange(range: GoogleAppsScript.Spreadsheet.Range): Builder {
		return this.#with({ ranges: [...this.#record.ranges, RangeImplementation.placeOf(range)] });
	}
	/** At Google another builder with the same chart; here the same one, which can do both. */
	asBarChart(): BarBuilder {
		return this.#with({ type: 'BAR' }) as unknown as BarBuilder;
	}
	/** The first category at the top. */
	reverseCategories(): BarBuilder {
		return this.setOption('reverseCategories', true) as unknown as BarBuilder;
	}
	clearRanges(): Builder {
		return this.#with({ ranges: [] });
	}
	getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
		return this.build().getRanges();
	}
	setChartType(type: GoogleAppsScript.Charts.ChartType): Builder {
		return this.#with({ type: String(type) });
	}
	setOption(option: string, value: unknown): Builder {
		return this.#with({ options: { ...this.#record.options, [option]: value } });
	}
	setPosition(anchorRowPos: number, anchorColPos: number, offsetX: number, offsetY: number): Builder {
		return this.#with({ position: [anchorRowPos, anchorColPos, offsetX, offsetY] });
	}
	setNumHeaders(headers: number): Builder {
		return this.#with({ headers });
	}
	setMergeStrategy(_mergeStrategy: GoogleAppsScript.Charts.ChartMergeStrategy): Builder {
		return this.#with({});
	}
	setTransposeRowsAndColumns(_transpose: boolean): Builder {
		return this.#with({});
	}
	build(): Chart {
		return chartOf(this.#host, this.#record);
	}

	#with(change: Partial<ChartRecord>): Builder {
		this.#record = { ...this.#record, ...change };
		return service(this.#host, 'EmbeddedChartBuilder', this) as unknown as Builder;
	}
}

class EmbeddedChartImplementation implements Pick<Chart, 'getChartId' | 'getRanges' | 'modify'> {
	#host: Host;
	#record: ChartRecord;

	constructor(host: Host, record: ChartRecord) {
		this.#host = host;
		this.#record = record;
	}

	static recordOf(chart: Chart): ChartRecord {
		return (unwrap(chart) as unknown as EmbeddedChartImplementation).#record;
	}

	getChartId(): number | null {
		return this.#record.id === 0 ? null : this.#record.id;
	}
	getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
		const ranges = new this.#host.realm.Array<GoogleAppsScript.Spreadsheet.Range>();
		for (const { sheetId, rect } of this.#record.ranges) ranges.push(RangeImplementation.of(this.#host, sheetId, rect));
		return ranges;
	}
	modify(): Builder {
		return service(
			this.#host,
			'EmbeddedChartBuilder',
			new EmbeddedChartBuilderImplementation(this.#host, this.#record),
		) as unknown as Builder;
	}
}

function chartOf(host: Host, record: ChartRecord): Chart {
	return service(host, 'EmbeddedChart', new EmbeddedChartImplementation(host, record)) as unknown as Chart;
}

export function newChart(host: Host, sheetId: number): Builder {
	const record: ChartRecord = {
		id: 0,
		sheetId,
		type: 'COLUMN',
		ranges: [],
		options: {},
		position: [1, 1, 0, 0],
		headers: 0,
	};
	return service(
		host,
		'EmbeddedChartBuilder',
		new EmbeddedChartBuilderImplementation(host, record),
	) as unknown as Builder;
}

export function chartsOf(host: Host, sheetId: number): Chart[] {
	const charts = new host.realm.Array<Chart>();
	for (const record of host.records.charts) if (record.sheetId === sheetId) charts.push(chartOf(host, record));
	return charts;
}

export function insertChart(host: Host, sheetId: number, chart: Chart): void {
	host.records.charts.push({ ...EmbeddedChartImplementation.recordOf(chart), sheetId, id: host.records.nextId() });
}

export function updateChart(host: Host, chart: Chart): void {
	const record = EmbeddedChartImplementation.recordOf(chart);
	host.records.charts = host.records.charts.map((old) => (old.id === record.id ? record : old));
}

export function removeChart(host: Host, chart: Chart): void {
	const { id } = EmbeddedChartImplementation.recordOf(chart);
	host.records.charts = host.records.charts.filter((record) => record.id !== id);
}
