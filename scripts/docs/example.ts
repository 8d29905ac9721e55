/** The documented example of a metric and what it gives, computed by the core over the worked table. */
import type { Cell, Grid } from '../../src/core/cells/cell.ts';
import { detectTable } from '../../src/core/detection/table-detection.ts';
import { evaluate } from '../../src/core/formula/evaluate.ts';
import { resultGrid } from '../../src/core/formula/result-grid.ts';
import { readHistory } from '../../src/core/history/history-table.ts';
import { functionName, type MetricDefinition } from '../../src/core/metrics/metric.ts';
import type { Field } from '../../src/core/model/opportunity.ts';
import type { Pipeline } from '../../src/core/model/pipeline.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../src/core/samples/example-deals.ts';
import { readTable } from '../../src/core/table/table.ts';
import { timeZone } from '../../src/core/time/time-zone.ts';
import type { Language } from './words.ts';

function examplePipeline(): Pipeline {
	const detection = detectTable(EXAMPLE_DEALS);
	const columns: Partial<Record<Field, number>> = {};
	for (const [field, { column }] of detection.columns) columns[field] = column;
	const zone = timeZone('UTC');
	const opportunities = readTable(EXAMPLE_DEALS, {
		headerRow: detection.headerRow,
		columns,
		stageDates: [],
		stages: EXAMPLE_STAGES,
		timeZone: zone,
		locale: 'en',
		asOfDay: EXAMPLE_AS_OF_DAY,
	});
	const history = readHistory(EXAMPLE_HISTORY, opportunities, EXAMPLE_STAGES, zone);
	return {
		stages: EXAMPLE_STAGES,
		opportunities,
		history,
		asOf: EXAMPLE_AS_OF_DAY + 1,
		asOfDay: EXAMPLE_AS_OF_DAY,
		timeZone: zone,
	};
}

/** The range of the worked table as a call names it: `Deals!A1:I`, open downwards as in a real sheet. */
const RANGE = `Deals!A1:${String.fromCharCode(64 + (EXAMPLE_DEALS[0]?.length ?? 1))}`;

/** `=WIN_RATE(Deals!A1:I, "closed")` */
export function exampleCall({ id, exampleArguments }: MetricDefinition): string {
	return `=${functionName(id)}(${[RANGE, ...exampleArguments.map((word) => JSON.stringify(word))].join(', ')})`;
}

/** What the call gives, one cell or rows. Throws when the documented example is not a valid call. */
export function exampleAnswer(definition: MetricDefinition, language: Language): Cell | Grid {
	const evaluated = evaluate(definition, examplePipeline(), definition.exampleArguments);
	if (!evaluated.ok)
		throw new Error(`the example of ${definition.id} is not a valid call: ${JSON.stringify(evaluated.misuse)}`);
	return resultGrid(definition, evaluated.result, language);
}
