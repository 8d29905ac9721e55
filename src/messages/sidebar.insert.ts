/**
 * Words of the sidebar, English and Simplified Chinese: Insert… and the report sheet. `{n}` is a parameter; `one|many`
 * is chosen by it.
 */
export const insertWords = {
	insert: ['Insert…', '插入…'],
	insertTitle: ['Insert a formula', '插入公式'],
	findFunction: ['Find a function', '查找函数'],
	noFunction: ['No function of that name.', '没有这个函数。'],
	variant: ['Variant', '算法'],
	fromStage: ['From stage', '起始阶段'],
	toStage: ['To stage', '目标阶段'],
	onlyStage: ['Stage', '阶段'],
	onlyColumn: ['Only deals where', '只统计'],
	onlyValue: ['is', '等于'],
	everyDeal: ['all deals', '全部商机'],
	groupBy: ['Group by', '分组'],
	noGroup: ['none', '不分组'],
	byQuarter: ['quarter', '季度'],
	byMonthWord: ['month', '月'],
	byYear: ['year', '年'],
	againstPrevious: ['Compare with the period before', '与上一时段比较'],
	againstHint: ['The former period is seen at the age of this one.', '上一时段按与本时段相同的时长查看。'],
	preview: ['Preview', '预览'],
	calculating: ['Calculating…', '正在计算…'],
	insertCell: ['Insert into the selected cell', '插入选中的单元格'],
	inserted: ['Written to {cell}.', '已写入 {cell}。'],
	isOccupied: ['The cells for the formula already have content:', '公式要写入的位置已有内容：'],
	replace: ['Replace it', '替换'],

	reportSheet: ['Report sheet', '报告工作表'],
	reportAbout: [
		'A sheet with the figures, the funnel with its chart, the trend and the reasons, ready to print. Making it again updates only its own cells.',
		'生成一张工作表，含关键指标、漏斗与图表、趋势和原因，可直接打印。再次生成时只更新自己的单元格。',
	],
	reportOf: ['For', '范围'],
	live: ['Live formulas', '实时公式'],
	liveHint: ['They follow every change of the deals.', '随商机变化自动更新。'],
	values: ['Values', '数值'],
	valuesHint: ['They stay as they are today.', '保持今天的结果不变。'],
	makeReport: ['Create the report', '生成报告'],
	reportMade: ['The report is in the sheet “{sheet}”.', '报告已生成在“{sheet}”工作表中。'],
} as const;
