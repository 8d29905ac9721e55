/** Stage calibration: stated probabilities against what became of the deals. */
import { LEAST_WINS } from '../forecast/backtest.ts';
import { forecastBasis, forecastOf } from '../forecast/forecast.ts';
import { checkProbabilities, isSetAtClosing, type Stated, type StatedGroup } from '../forecast/probability-check.ts';
import { stageCalibration as calibrationOf, type StageChance, type Verdict } from '../forecast/stage-calibration.ts';
import { forecastStated, ownStated } from '../forecast/stated-chances.ts';
import type { MeasureTable, TableCell, TableColumn } from '../model/metric-result.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { defineMetric, mode, type Words, words } from './metric.ts';
import { noteWords } from './shared/forecast-words.ts';
import { unmeasured } from './shared/measured.ts';
import { FEW, FEW_DEALS } from './shared/table-words.ts';

export const VERDICTS: Readonly<Record<Verdict, Words>> = {
	high: words('too high', '偏高'),
	low: words('too low', '偏低'),
	within: words('fits', '相符'),
	few: FEW,
	unseen: words('needs a stage history', '需要阶段历史'),
};
const SET_AT_CLOSING = words(
	'The probabilities were set at closing and cannot be judged',
	'这些概率在成交或关闭时才填写，无法评判',
);
const NOTHING_STATED = words('No won or lost deal has its own probability', '赢单和输单都没有自身概率');
const NO_ORIGINS = words('No earlier forecast can be checked yet', '尚无可供检验的以往预测');
const SCORES = [
	['brier', words('Brier score (0 is perfect)', '布赖尔评分（0 为最佳）')],
	['miscalibration', words('of which miscalibration', '其中：失准')],
	['discrimination', words('minus discrimination', '减去：区分度')],
	['uncertainty', words('plus uncertainty', '加上：不确定性')],
	['logScore', words('Log score', '对数评分')],
	['z', words('Spiegelhalter z (beyond ±1.96: off)', 'Spiegelhalter z 值（超出 ±1.96 为失准）')],
] as const;

function column(key: string, unit: TableColumn['unit']): TableColumn {
	return { key, unit };
}

/** In whole percent, as it would be written into the stage list. */
function wholePercent(share: number | null): number | null {
	return share === null ? null : Math.round(100 * share) / 100;
}

function stageTable({ all }: StageList, rows: readonly StageChance[]): MeasureTable {
	return {
		kind: 'table',
		columns: [
			column('stage', 'text'),
			...['set', 'seen', 'low', 'high'].map((key) => column(key, 'ratio')),
			...['n', 'won', 'lost'].map((key) => column(key, 'count')),
			column('unresolved', 'ratio'),
			column('verdict', 'text'),
			column('offer', 'ratio'),
		],
		rows: rows.map(({ position, set, seen, low, high, n, won, lost, unresolved, verdict, offer }): TableCell[] => [
			existing(all[position]).name,
			set,
			seen,
			low,
			high,
			n,
			won,
			lost,
			unresolved,
			VERDICTS[verdict],
			wholePercent(offer),
		]),
	};
}

const STATED_COLUMNS: readonly TableColumn[] = [
	column('group', 'text'),
	column('stated', 'ratio'),
	column('n', 'count'),
	column('won', 'count'),
	...['seen', 'low', 'high'].map((key) => column(key, 'ratio')),
	column('note', 'text'),
];

function saying(note: Words): MeasureTable {
	return { kind: 'table', columns: STATED_COLUMNS, rows: [[null, null, null, null, null, null, null, note]] };
}

function percent(share: number): string {
	return `${Number((100 * share).toFixed(2))}%`;
}

function groupRow({ from, to, stated, n, won, seen, low, high }: StatedGroup): TableCell[] {
	const label = from === to ? percent(from) : `${percent(from)}–${percent(to)}`;
	return [label, stated, n, won, seen, low, high, n < FEW_DEALS ? FEW : null];
}

/** One row per group, and the scores below. */
function statedTable(stated: Stated, nothing: Words): MeasureTable {
	const check = checkProbabilities(stated);
	if (check === null) return saying(nothing);
	const scores = SCORES.map(([key, label]): TableCell[] => [label, check[key], null, null, null, null, null, null]);
	return { kind: 'table', columns: STATED_COLUMNS, rows: [...check.groups.map(groupRow), ...scores] };
}

/** Calendar months over which the forecast's own chances are judged, when the call does not say. */
const JUDGED_MONTHS = 3;

export const stageCalibration = defineMetric(
	{
		id: 'stageCalibration',
		unit: 'table',
		modes: [
			[
				mode('list', 'probabilities of the stage list', '阶段列表中的概率'),
				mode('own', 'own probabilities of closed deals', '已结束商机自身的概率', { needs: ['probability'] }),
				mode('forecast', 'chances that the forecast gave on earlier days', '预测在以往各日给出的概率'),
			],
		],
		reserved: ['periods'],
		label: words('Stage calibration', '阶段概率校准'),
		summary: words(
			'Probabilities that were set, compared with the share eventually won, and a suggestion to use instead.',
			'将设定的概率与最终赢单的比例对照，并给出可替换的建议值。',
		),
		formula: words(
			'share eventually won after first entering the stage or a later one; Wilson interval at the effective number of deals',
			'自首次进入该阶段或其后阶段起最终赢单的比例；按有效商机数计算的威尔逊区间',
		),
		denominator: words(
			'deals that entered the stage or a later one; open deals count up to now',
			'进入该阶段或其后阶段的商机；进行中的商机计至目前',
		),
		source: 'Aalen & Johansen 1978; Ayer et al. 1955; Dimitriadis, Gneiting & Jordan 2021; Spiegelhalter 1986',
		headings: {
			set: words('Set', '设定'),
			seen: words('Observed', '实际'),
			won: words('Won', '赢单'),
			lost: words('Lost', '输单'),
			verdict: words('Verdict', '结论'),
			offer: words('Suggestion', '建议'),
			stated: words('Stated', '所填概率'),
		},
		compute({ modes, stageList, statistics, elsewhere }) {
			if (modes.has('forecast')) return unmeasured('needsDeals');
			if (modes.has('list'))
				return stageTable(
					stageList,
					calibrationOf(stageList, statistics().fates(), () => statistics().stays(0) !== null, elsewhere()),
				);
			const stated = ownStated(statistics().stated());
			return isSetAtClosing(stated) ? saying(SET_AT_CLOSING) : statedTable(stated, NOTHING_STATED);
		},
		ofDeals({ modes, periods }, { pipeline, selection }) {
			if (!modes.has('forecast')) return null;
			const basis = forecastBasis(pipeline, selection);
			const forecast = basis === null ? null : forecastOf(basis, { periods: periods ?? JUDGED_MONTHS, months: 1 });
			if (forecast !== null) return statedTable(forecastStated(forecast), NO_ORIGINS);
			if (basis === null) return saying(noteWords({ code: 'noClosing' }));
			const wins = basis.learned?.window.wins ?? 0;
			return saying(noteWords({ code: 'needsWins', wins, needed: LEAST_WINS }));
		},
	},
	['shrink'],
);
