/**
 * Words that the tables of several metrics share: headings by column key, and marks. A metric's own stand in its file.
 */
import { type DealPart, type Words, words } from '../metric.ts';

export const HEADINGS: Readonly<Record<string, Words>> = {
	group: words('Group', '分组'),
	value: words('Value', '数值'),
	low: words('Low (95%)', '下限（95%）'),
	high: words('High (95%)', '上限（95%）'),
	n: words('Deals counted', '计入商机数'),
	shrunk: words('Pulled to mean', '向均值靠拢'),
	note: words('Note', '备注'),
	numerator: words('Numerator', '分子'),
	denominator: words('Denominator', '分母'),
	excluded: words('Left out', '未计入'),
	assumed: words('Estimated', '估算'),
	unresolved: words('Unresolved', '尚无结果'),
	supportedUntil: words('Days with 5 deals or more', '仍有 5 个以上商机的天数'),
	stage: words('Stage', '阶段'),
	deals: words('Deals', '商机数'),
	amount: words('Amount', '金额'),
	currency: words('Currency', '币种'),
	share: words('Share', '占比'),
	reason: words('Reason', '原因'),
	conversion: words('Conversion', '转化率'),
	from: words('From', '起始阶段'),
	to: words('To', '目标阶段'),
	period: words('Period', '时间范围'),
	month: words('Month', '月份'),
	quarter: words('Quarter', '季度'),
	year: words('Year', '年份'),
};

/** Below this many deals a figure is marked as too small to trust. */
export const FEW_DEALS = 20;

/** What a deal is to an explained value. */
export const PARTS: Readonly<Record<NonNullable<DealPart>, Words>> = {
	numerator: words('numerator', '计入分子'),
	numeratorOnly: words('numerator only', '仅计入分子'),
	denominator: words('denominator only', '仅计入分母'),
	unknownStage: words('left out: unknown stage', '未计入：阶段未知'),
	noAmount: words('left out: no amount', '未计入：没有金额'),
	noChance: words('left out: no probability', '未计入：没有概率'),
	stillThere: words('left out: still in the stage', '未计入：仍在该阶段'),
	noDates: words('left out: dates missing or out of order', '未计入：日期缺失或先后颠倒'),
};

export const ASSUMED_MARK = words('estimated', '估算');
export const YES = words('yes', '是');
export const NO = words('no', '否');
export const FEW = words('too few deals', '商机太少');
export const MOST_LEFT_OUT = words('at least half could not be used', '至少一半无法计入');
export const MIXED = words('several currencies', '多种币种');
export const UNKNOWN_STAGE_ROW = words('Unknown stage', '未知阶段');
export const NO_STAGE_ROW = words('No stage', '没有阶段');
