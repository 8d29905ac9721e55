/** The words of the function reference beside the metrics' own, in both languages. */

import { COMMON_WORDS, type ReservedWord, type Words, words } from '../../src/core/metrics/metric.ts';
import type { Unit } from '../../src/core/model/metric-result.ts';
import type { Field } from '../../src/core/model/opportunity.ts';

export type Language = keyof Words;
export const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

export const TITLE = words('Functions', '函数参考');
export const INTRODUCTION = words(
	'The first argument of every function is the deal range with its header row, such as `Deals!A1:I`; the formula recalculates when a cell of that range changes. Without a range, the function reads the table that was set up, and the cell keeps its old value until it is refreshed. All other words can be in any order.',
	'每个函数的第一个参数都是包含标题行的商机区域，例如 `Deals!A1:I`；区域内的单元格变化时，公式会重新计算。省略时使用已设置的商机表，但单元格会保留旧值，直到手动刷新。其余参数的顺序不限。',
);
export const EXAMPLE_TABLE = words('Deals used in the examples', '示例所用的商机');
export const EXAMPLE_STAGE_LIST = words('Stages, with their probability', '阶段及其概率');
export const EXAMPLE_HISTORY_TITLE = words(
	'Their stage history, for the functions that need one:',
	'这些商机的阶段历史，供需要历史的函数使用：',
);
export const AS_OF = words('As of', '统计日期');
export const COMMON_TITLE = words('Words that every function takes', '所有函数通用的参数');
export const TABLE_HEADINGS: readonly Words[] = [
	words('Function', '函数'),
	words('What it returns', '含义'),
	words('Own words', '专用参数'),
	words('Definition', '定义'),
	words('Example', '示例'),
	words('Result', '结果'),
];
export const WORD_HEADINGS: readonly Words[] = [words('Word', '参数'), words('Meaning', '含义')];
export const DEFINITION = words('Definition', '定义');
export const DENOMINATOR = words('Based on', '统计范围');
export const SOURCE = words('Source', '来源');
export const NEEDS = words('Columns it needs', '需要的列');
export const UNIT = words('Unit', '单位');
export const DEFAULT = words('default', '默认');
export const OPTIONAL = words('optional', '可省略');
export const REFUSED = words('Common words it does not take', '不支持的通用参数');
export const HISTORY = words('needs a stage history', '需要阶段历史');
export const EXAMPLE = words('Example', '示例');
export const BLANK = words('(blank)', '（空）');
export const TABLE_OF = (rows: number): Words =>
	words(`a table of ${rows} ${rows === 1 ? 'row' : 'rows'}`, `${rows} 行的表格`);

export const STAGE_NAMES: Readonly<Record<1 | 2, Words>> = {
	1: words('the name of a stage', '一个阶段名称'),
	2: words('the names of one or two stages', '一个或两个阶段名称'),
};

export const UNITS: Readonly<Record<Unit | 'table', Words>> = {
	ratio: words('share, 0 to 1', '比例（0 到 1）'),
	count: words('count', '数量'),
	currency: words('amount', '金额'),
	currencyPerDay: words('amount per day', '每天金额'),
	days: words('days', '天'),
	text: words('text', '文本'),
	date: words('date', '日期'),
	table: words('table', '表格'),
};

export const FIELDS_BY_NAME: Readonly<Record<Field, Words>> = {
	id: words('deal ID', '商机编号'),
	name: words('deal name', '商机名称'),
	stage: words('stage', '阶段'),
	status: words('status', '状态'),
	amount: words('amount', '金额'),
	currency: words('currency', '币种'),
	created: words('creation date', '创建日期'),
	closed: words('close date', '成交或关闭日期'),
	expectedClose: words('expected close date', '预计成交日期'),
	owner: words('owner', '负责人'),
	source: words('source', '来源'),
	reason: words('reason', '原因'),
	probability: words('probability', '概率'),
	lostFrom: words('lost from', '输单前阶段'),
};

interface WordHelp {
	readonly example: string;
	readonly meaning: Words;
}

/** What each reserved word does, with a call to copy. */
export const RESERVED_WORDS: Readonly<Record<ReservedWord, WordHelp>> = {
	by: {
		example: '"by", "Owner"',
		meaning: words(
			'one row per value of a column, or per "month", "quarter" or "year"',
			'按某一列的每个值分行，或按 "month"、"quarter"、"year" 分行',
		),
	},
	shrink: {
		example: '"by", "Owner", "shrink"',
		meaning: words(
			'pulls the values of small groups toward the overall value, as far as chance explains the difference',
			'商机少的分组向总体数值靠拢，以减少随机波动的影响',
		),
	},
	period: {
		example: '"period", "2026-Q1"',
		meaning: words(
			'only deals of a period: "2026", "2026-Q1", "2026-03", "2026-01-01..2026-03-31", "last 90 days", "last 12 months"',
			'只统计某一时间范围的商机："2026"、"2026-Q1"、"2026-03"、"2026-01-01..2026-03-31"、"last 90 days"、"last 12 months"',
		),
	},
	cohort: {
		example: '"cohort", "closed"',
		meaning: words(
			'the date that places a deal in time: "created" (default) or "closed"',
			'按哪个日期统计："created"（默认）或 "closed"',
		),
	},
	against: {
		example: '"period", "2026-Q1", "against", "previous"',
		meaning: words(
			'three rows: the period, the period before at the same age, and the change with its 95% range',
			'共三行：本时段、上一时段同期，以及两者之间的变化（含 95% 区间）',
		),
	},
	'as of': {
		example: '"as of", Z1',
		meaning: words(
			'a cell with a date: only deals and outcomes that were there by then count. Without it, today',
			'统计日期所在的单元格：只计当日已有的商机和已有的结果；省略时为今天',
		),
	},
	stages: {
		example: '"stages", Stages!A1:H',
		meaning: words('the stage list to use, as a range', '要使用的阶段列表（区域）'),
	},
	history: {
		example: '"history", \'Stage history\'!A1:G',
		meaning: words('the stage history to use, as a range', '要使用的阶段历史（区域）'),
	},
	column: {
		example: '"column:Closed", "yes"',
		meaning: words(
			'says that a column is meant; "stage:Closed" means the stage and "word:closed" the word. A text that could mean more than one of them is an error that shows the spellings',
			'明确指定列；"stage:Closed" 指定阶段，"word:closed" 指定参数词。可能有多种含义的文本会报错，并给出各种写法',
		),
	},
	within: {
		example: '"within", 90',
		meaning: words('only what happened within this many days after the start', '只统计开始后若干天内发生的结果'),
	},
	periods: {
		example: '"periods", 6',
		meaning: words('how many months or quarters, from 1 to 12', '预测几个月或季度，1 到 12'),
	},
	from: { example: '"from", "Needs"', meaning: words('the stage to start from', '起始阶段') },
	to: { example: '"to", "Won"', meaning: words('the stage to end at', '结束阶段') },
};

/** Words outside the reserved ones that every function takes. */
export const OTHER_WORDS: readonly WordHelp[] = [
	{
		example: '"Owner", "Ann"',
		meaning: words(
			'any column heading and a value: only deals with that value',
			'商机表的任意列标题加一个值：只统计列值与之相同的商机',
		),
	},
	{
		example: '"detail"',
		meaning: words(
			'the value with its range, numerator, denominator and what was left out',
			'同时给出区间、分子、分母以及未计入的商机数',
		),
	},
];

/** Reserved words that a function takes beside the common ones. */
export function ownReserved(reserved: readonly ReservedWord[]): readonly ReservedWord[] {
	return reserved.filter((word) => !COMMON_WORDS.includes(word));
}
