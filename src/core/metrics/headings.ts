/** Words that the tables of several metrics share: headings by column key, and marks. A metric's own stand in its file. */
import { type Words, words } from './metric.ts';

export const HEADINGS: Readonly<Record<string, Words>> = {
	group: words('Group', '分组'),
	value: words('Value', '数值'),
	low: words('Low (95 %)', '下限（95%）'),
	high: words('High (95 %)', '上限（95%）'),
	n: words('Deals counted', '计入商机数'),
	shrunk: words('Pulled to the mean', '向均值收缩'),
	note: words('Note', '备注'),
	numerator: words('Numerator', '分子'),
	denominator: words('Denominator', '分母'),
	excluded: words('Left out', '未计入'),
	assumed: words('Assumed', '推定'),
	stage: words('Stage', '阶段'),
	deals: words('Deals', '商机数'),
	amount: words('Amount', '金额'),
	currency: words('Currency', '币种'),
	share: words('Share', '占比'),
	reason: words('Reason', '原因'),
	conversion: words('Conversion', '转化率'),
	from: words('From', '起始阶段'),
	to: words('To', '目标阶段'),
};

/** Below this many deals a figure is marked as too small to trust. */
export const FEW_DEALS = 20;

export const FEW = words('too few deals', '商机太少');
export const MIXED = words('several currencies', '币种不一');
export const UNKNOWN_STAGE_ROW = words('Unknown stage', '未知阶段');
export const NO_STAGE_ROW = words('No stage', '无阶段');
