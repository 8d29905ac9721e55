// Invented tables: every number of the shipped forecast against a slow program that shares no code with it.
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/core/cells/cell.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { INVENTED, PARKED_STAGE } from '../../forecast/invented-tables.ts';
import { slowAnswers } from '../../forecast/slow-answers.ts';
import { slowChange, slowStageCalibration } from '../../forecast/slow-audit.ts';
import { dayAt, type PlainTable, textOf } from '../../forecast/slow-rates.ts';
import { stage } from '../pipeline-of.ts';
import { checkChange, checkStageCalibration } from './known-audit.ts';
import { shippedPipeline } from './known-forecast.ts';
import { checkChances, checkDrivers, checkOrigins, checkPeriods, checkRates } from './known-period.ts';
import { shipped } from './shipped-forecast.ts';

const COLUMNS = { id: 'Id', stage: 'Stage', amount: 'Amount', created: 'Created', closed: 'Closed', owner: 'Owner' };

function pipelineOf({ deals, open, mode, asOf }: PlainTable): Pipeline {
	const rows = deals.map(({ id, stage: name, amount, created, closed, owner }): Grid[number] => [
		...[id, name, amount ?? '', textOf(created), closed === null ? '' : textOf(closed), owner],
	]);
	const changes = deals.flatMap(({ id, changes: own }) => own.map((change) => [id, change.stage, textOf(change.day)]));
	const stages = [
		...open.map(({ name, probability }) => stage(name, 'open', probability)),
		...[stage('Won', 'won', 1), stage('Lost', 'lost', 0), stage(PARKED_STAGE, 'parked')],
	];
	const history = mode === 'stage' ? [['Id', 'Stage', 'Changed at'], ...changes] : null;
	return shippedPipeline({ deals: [Object.values(COLUMNS), ...rows], history, columns: COLUMNS, stages }, asOf);
}

describe.each(Object.entries(INVENTED))('%s', (_, table) => {
	const pipeline = pipelineOf(table);
	const known = slowAnswers(table);
	const basis = shipped.forecastBasis(pipeline, shipped.wholeSelection(pipeline.opportunities));
	const forecast = basis === null ? null : shipped.forecastOf(basis, { periods: table.periods, months: table.months });
	if (forecast === null) throw new Error('no forecast');
	const ids = pipeline.opportunities.ids() ?? [];

	it('is large enough to tell', () => {
		expect(known.wins).toBeGreaterThanOrEqual(20);
		expect(known.backtest.length).toBeGreaterThanOrEqual(3);
		expect(known.someChances.length).toBeGreaterThanOrEqual(8);
	});
	it('gives the rates of the slow program', () =>
		checkRates(
			forecast,
			known,
			table.open.map(({ name }) => name),
		));
	it('gives its chances', () => checkChances(forecast, ids, known));
	it('gives its ranges', () => checkPeriods(forecast, known));
	it('gives its drivers', () => checkDrivers(forecast, ids, known));
	it('gives its backtest', () => checkOrigins(forecast, known));
	it('gives its change from one quarter to the next', () => {
		const quarter = (month: number) => [dayAt(2025, month, 1), dayAt(2025, month + 3, 1) - 1] as const;
		checkChange(pipeline, slowChange(table, quarter(3), quarter(6), textOf));
	});
	it.each(table.mode === 'stage' ? ['stage list'] : [])('gives its calibration of the %s', () => {
		checkStageCalibration(pipeline, slowStageCalibration(table));
	});
});
