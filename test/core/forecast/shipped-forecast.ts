/**
 * The forecast as it ships: inner functions of the built bundle, found by their names, which the build keeps.
 * So the known answers are compared with the very code that runs at Google, also where no cell shows a number.
 */
import { Script } from 'node:vm';
import { distFile } from '../../support/dist.ts';

type Core = typeof import('../../../src/core/forecast/forecast.ts') &
	typeof import('../../../src/core/forecast/forecast-range.ts') &
	typeof import('../../../src/core/forecast/period-figures.ts') &
	typeof import('../../../src/core/forecast/probability-check.ts') &
	typeof import('../../../src/core/forecast/range-drivers.ts') &
	typeof import('../../../src/core/forecast/sales-change.ts') &
	typeof import('../../../src/core/forecast/stage-calibration.ts') &
	typeof import('../../../src/core/forecast/stated-chances.ts') &
	typeof import('../../../src/core/history/history-table.ts') &
	typeof import('../../../src/core/statistics/fate-events.ts') &
	typeof import('../../../src/core/statistics/groups.ts') &
	typeof import('../../../src/core/statistics/past-pipeline.ts') &
	typeof import('../../../src/core/statistics/selection.ts') &
	typeof import('../../../src/core/stats/aalen-johansen.ts') &
	typeof import('../../../src/core/stats/wilson.ts') &
	typeof import('../../../src/core/table/table.ts') &
	typeof import('../../../src/core/time/time-zone.ts');

/** First parameter of each: names may carry a number in the bundle, and the parameter tells a function from its namesakes. */
const FIRST_PARAMETERS = {
	aalenJohansen: 'table',
	checkProbabilities: 'stated',
	fateEvents: 'pipeline',
	forecastBasis: 'pipeline',
	forecastOf: 'basis',
	forecastRange: 'outlook',
	forecastStated: '\\{',
	groupsOf: 'pipeline',
	largestDrivers: 'drivers',
	missFactor: 'misses',
	pastPipeline: 'pipeline',
	periodFigures: 'pipeline',
	rangeDrivers: '\\{',
	readHistory: 'grid',
	readTable: 'grid',
	salesChange: 'before',
	stageCalibration: '\\{',
	timeZone: 'name',
	wholeSelection: 'opportunities',
	wilson: '',
	winRateByGroup: 'groups',
} as const satisfies Partial<Record<keyof Core, string>>;

export type ForecastCore = Pick<Core, keyof typeof FIRST_PARAMETERS>;

function nameIn(code: string, name: string, parameter: string): string {
	const found = [...code.matchAll(new RegExp(`function\\s+(${name}\\d*)\\(\\s*${parameter}`, 'gu'))];
	if (found.length !== 1) throw new Error(`${name}(${parameter} stands ${found.length} times in Code.js`);
	return found[0]?.[1] ?? '';
}

function opened(): ForecastCore {
	const code = distFile('Code.js');
	const start = /^"use strict";var Addon_=\(\(\)=>\{/u;
	if (!start.test(code)) throw new Error('Code.js does not begin as expected');
	const inner = Object.entries(FIRST_PARAMETERS)
		.map(([name, parameter]) => `${name}:${nameIn(code, name, parameter)}`)
		.join(',');
	const text = code.replace(start, (begin) => `let inner;${begin}inner={${inner}};`);
	return new Script(`(function(){${text}\nreturn inner;})()`, {
		filename: 'Code.js',
	}).runInThisContext() as ForecastCore;
}

export const shipped = opened();
