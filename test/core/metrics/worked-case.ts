/** The ten deals of the design's worked case (day 0 = 1970-01-01), and a way to make pipelines of plain records. */

import { textKey } from '../../../src/core/cells/text-key.ts';
import type { AmountColumn, DateColumn, Dimension, Field, Opportunities } from '../../../src/core/model/opportunity.ts';
import { NO_STAGE, UNKNOWN_STAGE } from '../../../src/core/model/opportunity.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { plainStage, type Stage, type StageKind, StageList } from '../../../src/core/model/stage.ts';
import { valuesOf } from '../../../src/core/table/name-column.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { countsBySlot } from '../funnel/tiny-pipeline.ts';

export function stage(name: string, kind: StageKind, probability: number, aliases: string[] = []): Stage {
	return plainStage(name, kind, probability, { id: `id-${name}`, aliases });
}

export const STAGES = new StageList([
	stage('Contact', 'open', 0.1, ['初步接触']),
	stage('Needs', 'open', 0.35),
	stage('Proposal', 'open', 0.65, ['Quote']),
	stage('Contract', 'open', 0.75),
	stage('Won', 'won', 1),
	stage('Lost', 'lost', 0),
]);

/** A deal as a record by heading; `Stage`, `Amount`, `Currency`, `Created`, `Closed`, `Lost from`, `Probability`, `Reason`, `Id` are fields, any other heading a dimension. */
export type Deal = Readonly<Record<string, string | number | undefined>>;

const FIELD_OF = new Map<string, Field>([
	['Id', 'id'],
	['Stage', 'stage'],
	['Amount', 'amount'],
	['Currency', 'currency'],
	['Created', 'created'],
	['Closed', 'closed'],
	['Lost from', 'lostFrom'],
	['Probability', 'probability'],
	['Reason', 'reason'],
	['Owner', 'owner'],
]);

function namesColumn(heading: string, values: readonly string[]): Dimension {
	const codeOf = new Map<string, number>();
	const labels: string[] = [];
	const codes = Int32Array.from(values, (value) => {
		const key = textKey(value);
		const code = codeOf.get(key) ?? labels.push(key === '' ? '' : value) - 1;
		codeOf.set(key, code);
		return code;
	});
	return { heading, codes, labels };
}

export function opportunitiesOf(stages: StageList, deals: readonly Deal[]): Opportunities {
	const headings = [...new Set(deals.flatMap((deal) => Object.keys(deal)))];
	const column = (heading: string): (string | number | undefined)[] => deals.map((deal) => deal[heading]);
	const numbers = (heading: string): Float64Array =>
		Float64Array.from(column(heading), (value) => (typeof value === 'number' ? value : Number.NaN));
	const has = (heading: string): boolean => headings.includes(heading);
	const columns: Partial<Record<Field, number>> = {};
	headings.forEach((heading, c) => {
		const field = FIELD_OF.get(heading);
		if (field !== undefined) columns[field] = c;
	});
	const dimensions = new Map(
		headings.map((heading) => [
			textKey(heading),
			namesColumn(
				heading,
				column(heading).map((value) => String(value ?? '')),
			),
		]),
	);
	const dates = new Map<string, DateColumn>();
	const currency = has('Currency')
		? namesColumn(
				'Currency',
				column('Currency').map((value) => String(value ?? '')),
			)
		: null;
	const amounts: AmountColumn = {
		values: numbers('Amount'),
		currencyCodes: currency?.codes ?? null,
		currencies: currency?.labels ?? [''],
		issues: [],
	};
	const codes = Int32Array.from(column('Stage'), (value) => {
		if (value === undefined || value === '') return NO_STAGE;
		const position = stages.positionOf(String(value));
		return position < 0 ? UNKNOWN_STAGE : position;
	});
	const stageColumn = { codes, counts: countsBySlot(codes, stages), lastOpen: null, issues: [] };
	return {
		count: deals.length,
		gridRows: Int32Array.from(deals, (_, d) => d + 1),
		headings,
		columns,
		tableIssues: [],
		stages: () => stageColumn,
		amounts: () => (has('Amount') ? amounts : null),
		date: (field) => {
			const heading = field === 'created' ? 'Created' : 'Closed';
			if (field === 'expectedClose' || !has(heading)) return null;
			const days = numbers(heading);
			if (!dates.has(heading))
				dates.set(heading, { days, hasTime: days.some((day) => day % 1 !== 0 && !Number.isNaN(day)), issues: [] });
			return dates.get(heading) as DateColumn;
		},
		stageDates: () => new Map(),
		ids: () => (has('Id') ? column('Id').map((value) => String(value ?? '')) : null),
		probabilities: () => (has('Probability') ? { values: numbers('Probability'), issues: [] } : null),
		dimension: (heading) =>
			dimensions.get(textKey(typeof heading === 'number' ? (headings[heading] as string) : heading)) ?? null,
		values: (column) => {
			const names = dimensions.get(textKey(headings[column] as string));
			return names === undefined ? null : valuesOf(names);
		},
		readTogether: () => undefined,
		label: (deal) => String(deals[deal]?.Id ?? ''),
	};
}

export function pipelineOf(deals: readonly Deal[], options: Partial<Pipeline> = {}): Pipeline {
	const stages = options.stages ?? STAGES;
	return {
		stages,
		opportunities: opportunitiesOf(stages, deals),
		history: null,
		asOf: 101,
		asOfDay: 100,
		timeZone: timeZone('UTC'),
		...options,
	};
}

export const WORKED_DEALS: readonly Deal[] = [
	{ Id: 'd1', Stage: 'Won', Amount: 10, Created: 0, Closed: 40, Owner: 'Ann', 'Lost from': '' },
	{ Id: 'd2', Stage: 'Won', Amount: 20, Created: 0, Closed: 25, Owner: 'Ann' },
	{ Id: 'd3', Stage: 'Lost', Amount: 5, Created: 0, Closed: 15, Owner: 'Ben', 'Lost from': 'Contact', Reason: 'Price' },
	{ Id: 'd4', Stage: 'Lost', Amount: 30, Created: 10, Closed: 70, Owner: 'Ben', 'Lost from': 'Needs', Reason: 'Price' },
	{ Id: 'd5', Stage: 'Needs', Amount: 8, Created: 20, Owner: 'Ann' },
	{ Id: 'd6', Stage: 'Contract', Amount: 40, Created: 30, Owner: 'Ben' },
	{ Id: 'd7', Stage: 'Contact', Amount: 6, Created: 40, Owner: 'Ann' },
	{ Id: 'd8', Stage: 'Proposal', Amount: 12, Created: 50, Owner: '' },
	{ Id: 'd9', Stage: 'Won', Amount: 15, Created: 0, Closed: 95, Owner: 'Ben' },
	{ Id: 'd10', Stage: 'Lost', Amount: 4, Created: 70, Closed: 80, Owner: 'Ann', 'Lost from': 'Contact' },
];

export const worked = (): Pipeline => pipelineOf(WORKED_DEALS);
