/** Tables with known forecasts and their answers, kept beside the project. */
import { readFileSync } from 'node:fs';
import type { Grid } from '../../../src/core/cells/cell.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { type Stage, StageList } from '../../../src/core/model/stage.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { sharedData } from '../../support/shared-data.ts';
import { stage } from '../pipeline-of.ts';
import { csvGrid } from '../plain-csv.ts';
import { type Read, recorded } from './recorded.ts';
import { shipped } from './shipped-forecast.ts';

/** Answers as written by the two reference programs; only what the tests read. */
export interface KnownAnswers {
	readonly stages: {
		readonly open: string[];
		readonly won: string[];
		readonly lost: string[];
		readonly parked: string[];
		readonly probabilities: number[] | null;
	};
	readonly columns: Record<'id' | 'stage' | 'amount' | 'created' | 'closed', string>;
	readonly forecast: KnownForecast[];
	// biome-ignore lint/suspicious/noExplicitAny: plain JSON, read key by key
	readonly [key: string]: any;
}

export interface KnownPeriod {
	readonly from: string;
	readonly to: string;
	readonly expectedOpen: number;
	readonly expectedNewAndBlank: number;
	readonly newWins: number;
	readonly mean: number;
	readonly variance: number;
	readonly base: [number, number, number];
	readonly stretch: number;
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
}

export interface KnownOrigin {
	readonly asOf: string;
	readonly to: string;
	readonly wins: number;
	readonly mean: number;
	readonly variance: number;
	readonly actual: number;
	readonly z: number;
	readonly rowZ: number[];
	readonly kappa: number;
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	readonly inside: boolean | null;
}

export interface KnownForecast {
	readonly asOf: string;
	readonly n: number;
	readonly unit: 1 | 3;
	readonly mode: 'age' | 'tilt' | 'stage' | 'rate';
	readonly force?: boolean;
	readonly target: number;
	readonly window: { readonly from: string; readonly days: number; readonly rule: number; readonly firstEnd: string };
	readonly wins: number;
	readonly winsWithAmount: number;
	readonly meanWon: number;
	readonly created: number | null;
	readonly perDay: number;
	readonly start: number[] | null;
	readonly hazards:
		| {
				readonly support: number;
				readonly stage: string;
				readonly win: [number, number][];
				readonly lose: [number, number][];
				readonly tailWin: number;
				readonly tailLose: number;
		  }[]
		| null;
	readonly monthFactors: number[];
	readonly openDeals: number;
	readonly someChances: { readonly id: string; readonly p: number[] }[];
	readonly wonSoFar: { readonly amount: number; readonly deals: number; readonly blank: number };
	readonly rows: KnownPeriod[];
	readonly total: KnownPeriod;
	readonly kappa: number;
	readonly kappaRows: number;
	readonly targetChance: number;
	readonly backtest: KnownOrigin[];
	readonly drivers: { readonly id: string; readonly amount: number; readonly p: number; readonly share: number }[];
}

const FOLDER = 'data/forecast';
export const TABLES: Readonly<Record<string, { readonly deals: string; readonly history: string | null }>> = {
	tiny: { deals: `${FOLDER}/inputs/tiny_deals.csv`, history: `${FOLDER}/inputs/tiny_history.csv` },
	pe_pipeline: { deals: `${FOLDER}/inputs/pe_deals.csv`, history: `${FOLDER}/inputs/pe_history.csv` },
	bpi2012: { deals: `${FOLDER}/inputs/bpi2012_deals.csv`, history: `${FOLDER}/inputs/bpi2012_history.csv` },
	maven_crm: { deals: 'data/maven_crm/sales_pipeline.csv', history: null },
};
export const KNOWN_TABLES = Object.keys(TABLES);

/** Null where the answers are not on this machine. */
export function knownAnswers(name: string): KnownAnswers | null {
	const path = sharedData(`${FOLDER}/${name}.json`);
	return path === null ? null : JSON.parse(readFileSync(path, 'utf8'));
}

/** The same, each number of which is known to have been read or not. */
export function recordedAnswers(name: string): Read<KnownAnswers> | null {
	const answers = knownAnswers(name);
	return answers === null ? null : recorded(answers);
}

export function dayOf(text: string): number {
	const [year, month, day] = text.split('-').map(Number) as [number, number, number];
	return calendarDay(year, month, day);
}

function stagesOf({ stages }: KnownAnswers): Stage[] {
	return [
		...stages.open.map((name, i) => stage(name, 'open', stages.probabilities?.[i] ?? 0.5)),
		...stages.won.map((name) => stage(name, 'won', 1)),
		...stages.lost.map((name) => stage(name, 'lost', 0)),
		...stages.parked.map((name) => stage(name, 'parked', 0.5)),
	];
}

interface Grids {
	readonly deals: Grid;
	readonly history: Grid | null;
	/** Heading by field. */
	readonly columns: Readonly<Record<string, string>>;
	readonly stages: readonly Stage[];
}

/** Read as of a day; what came later is not known. */
export function gridPipeline({ deals, history, columns, stages }: Grids, asOfDay: number, core = shipped): Pipeline {
	const headings = deals[0] ?? [];
	const places = Object.fromEntries(
		Object.entries(columns).map(([field, heading]) => [field, headings.indexOf(heading)]),
	);
	const list = new StageList(stages);
	const zone = core.timeZone('UTC');
	const setting = { headerRow: 0, columns: places, stages: list, timeZone: zone, locale: 'en_US', asOfDay };
	const opportunities = core.readTable(deals, setting);
	const pipeline: Pipeline = {
		stages: list,
		opportunities,
		history: history === null ? null : core.readHistory(history, opportunities, list, zone),
		asOf: asOfDay + 1,
		asOfDay,
		timeZone: zone,
	};
	return lastDayOf(pipeline) > asOfDay ? core.pastPipeline(pipeline) : pipeline;
}

/** The table as of a day. @param withHistory reads its stage history, when it has one */
export function knownPipeline(name: string, answers: KnownAnswers, asOf: string, withHistory: boolean): Pipeline {
	const { deals = '', history = null } = TABLES[name] ?? {};
	const grids = {
		deals: csvGrid(sharedData(deals) ?? ''),
		history: history === null || !withHistory ? null : csvGrid(sharedData(history) ?? ''),
		...{ columns: answers.columns, stages: stagesOf(answers) },
	};
	return gridPipeline(grids, dayOf(asOf));
}

function lastDayOf({ opportunities }: Pipeline): number {
	const days = [...(opportunities.date('created')?.days ?? []), ...(opportunities.date('closed')?.days ?? [])];
	return days.reduce((last, day) => (day > last ? day : last), 0);
}
