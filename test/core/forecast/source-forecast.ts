/** The same functions as shipped-forecast.ts, as they are written: what mutation testing changes. */
import { forecastBasis, forecastOf } from '../../../src/core/forecast/forecast.ts';
import { forecastRange, missFactor } from '../../../src/core/forecast/forecast-range.ts';
import { periodFigures } from '../../../src/core/forecast/period-figures.ts';
import { checkProbabilities } from '../../../src/core/forecast/probability-check.ts';
import { largestDrivers, rangeDrivers } from '../../../src/core/forecast/range-drivers.ts';
import { salesChange, winRateByGroup } from '../../../src/core/forecast/sales-change.ts';
import { stageCalibration } from '../../../src/core/forecast/stage-calibration.ts';
import { forecastStated } from '../../../src/core/forecast/stated-chances.ts';
import { readHistory } from '../../../src/core/history/history-table.ts';
import { fateEvents } from '../../../src/core/statistics/fate-events.ts';
import { groupsOf } from '../../../src/core/statistics/groups.ts';
import { pastPipeline } from '../../../src/core/statistics/past-pipeline.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { aalenJohansen } from '../../../src/core/stats/aalen-johansen.ts';
import { wilson } from '../../../src/core/stats/wilson.ts';
import { readTable } from '../../../src/core/table/table.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import type { ForecastCore } from './shipped-forecast.ts';

export const source: ForecastCore = {
	...{ aalenJohansen, checkProbabilities, fateEvents, forecastBasis, forecastOf, forecastRange, forecastStated },
	...{ groupsOf, largestDrivers, missFactor, pastPipeline, periodFigures, rangeDrivers, readHistory, readTable },
	...{ salesChange, stageCalibration, timeZone, wholeSelection, wilson, winRateByGroup },
};
