// Invented tables: every number of the forecast, as it ships and as it is written, against a slow program that shares no code with it.
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/core/cells/cell.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { INVENTED, PARKED_STAGE } from '../../forecast/invented-tables.ts';
import { slowAnswers } from '../../forecast/slow-answers.ts';
import { slowChange, slowStageCalibration } from '../../forecast/slow-audit.ts';
import { dayAt, type PlainTable, textOf } from '../../forecast/slow-rates.ts';
import { stage } from '../pipeline-of.ts';
import { checkChange, checkStageCalibration } from './known-audit.ts';
import { gridPipeline } from './known-forecast.ts';
import { checkChances, checkDrivers, checkOrigins, checkPeriods, checkRates } from './known-period.ts';
import { type ForecastCore, shipped } from './shipped-forecast.ts';
import { source } from './source-forecast.ts';

const COLUMNS = { id: 'Id', stage: 'Stage', amount: 'Amount', created: 'Created', closed: 'Closed', owner: 'Owner' };

function pipelineOf({ deals, open, mode, asOf }: PlainTable, core: ForecastCore): Pipeline {
	const rows = deals.map(({ id, stage: name, amount, created, closed, owner }): Grid[number] => [
		...[id, name, amount ?? '', textOf(created), closed === null ? '' : textOf(closed), owner],
	]);
	const changes = deals.flatMap(({ id, changes: own }) => own.map((change) => [id, change.stage, textOf(change.day)]));
	const stages = [
		...open.map(({ name, probability }) => stage(name, 'open', probability)),
		...[stage('Won', 'won', 1), stage('Lost', 'lost', 0), stage(PARKED_STAGE, 'parked')],
	];
	const history = mode === 'stage' ? [['Id', 'Stage', 'Changed at'], ...changes] : null;
	return gridPipeline({ deals: [Object.values(COLUMNS), ...rows], history, columns: COLUMNS, stages }, asOf, core);
}

const TABLES = Object.entries(INVENTED).map(([name, table]) => ({ name, table, known: slowAnswers(table) }));
const CORES = [
	['as it ships', shipped],
	['as it is written', source],
] as const;

describe.each(CORES)('the forecast %s', (_, core) => {
	describe.each(TABLES)('of $name', ({ table, known }) => {
		const pipeline = pipelineOf(table, core);
		const basis = core.forecastBasis(pipeline, core.wholeSelection(pipeline.opportunities));
		const forecast = basis === null ? null : core.forecastOf(basis, { periods: table.periods, months: table.months });
		if (forecast === null) throw new Error('no forecast');
		const ids = pipeline.opportunities.ids() ?? [];
		const names = table.open.map(({ name }) => name);

		it('stands on enough to tell', () => {
			expect(known.wins).toBeGreaterThanOrEqual(20);
			expect(known.backtest.length).toBeGreaterThanOrEqual(3);
			expect(known.someChances.length).toBeGreaterThanOrEqual(8);
		});
		it('gives the rates of the slow program', () => checkRates(forecast, known, names));
		it('gives its chances', () => checkChances(forecast, ids, known));
		it('gives its ranges', () => checkPeriods(forecast, known, core));
		it('gives its drivers', () => checkDrivers(forecast, ids, known, core));
		it('gives its backtest', () => checkOrigins(forecast, known, core));
		it('gives its change from one quarter to the next', () => {
			const quarter = (month: number) => [dayAt(2025, month, 1), dayAt(2025, month + 3, 1) - 1] as const;
			checkChange(pipeline, slowChange(table, quarter(3), quarter(6), textOf), core);
		});
		it.each(table.mode === 'stage' ? ['stage list'] : [])('gives its calibration of the %s', () => {
			checkStageCalibration(pipeline, slowStageCalibration(table), core);
		});
	});
});
