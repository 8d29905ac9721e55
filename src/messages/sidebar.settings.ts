/**
 * Words of the sidebar, English and Simplified Chinese: the settings. `{n}` is a parameter; `one|many` is chosen by it.
 */
export const settingsWords = {
	saved: ['Saved.', '已保存。'],
	language: ['Language', '语言'],
	auto: ['Same as the sheet', '与表格一致'],
	theme: ['Theme', '主题'],
	light: ['Light', '浅色'],
	dark: ['Dark', '深色'],
	system: ['Same as the system', '跟随系统'],
	currency: ['Currency for amounts without one', '未注明币种的金额所用币种'],
	currencyHint: ['such as USD or €', '例如 CNY 或 ¥'],
	dealLines: ['Rows with the same ID', '编号相同的行'],
	completeFormulas: ['Complete formulas typed without a range', '自动补全未写范围的公式'],
	completeHint: [
		'=WIN_RATE() becomes =WIN_RATE(Deals!A1:L, Stages!$J$1), so that it stays up to date.',
		'=WIN_RATE() 会变为 =WIN_RATE(Deals!A1:L, Stages!$J$1)，结果随数据更新。',
	],
	strictStages: ['Reject stages that are not in the list', '拒绝不在列表中的阶段'],
	strictHint: ['Otherwise they are accepted and listed under Check.', '否则接受输入，并列在“检查”中。'],
	stageColors: ['Color the stage column', '为阶段列着色'],
	colorsHint: [
		'One conditional format per stage. Your own rules stay and take precedence.',
		'每个阶段一条条件格式规则。您自己的规则会保留并优先。',
	],
	general: ['General', '常规'],
	reset: ['Reset settings…', '重置设置…'],
	resetAsk: [
		'Reset the columns and options of this file? The “Stages” and history sheets stay as they are.',
		'重置此文件的列设置和选项？“阶段”和历史工作表会保留。',
	],
	resetYes: ['Reset', '重置'],
	recordEditor: ['Record who changes a stage', '记录阶段变更人'],
	recordHint: [
		'The email address is written to the history sheet, where everyone with access can see it.',
		'邮箱地址会写入历史工作表，有访问权限的人都能看到。',
	],
	moveSettings: ['Settings as text', '以文本导出或导入设置'],
	moveHint: ['Use the same stages and options in another file.', '用于在其他文件中使用相同的阶段和选项。'],
	exportSettings: ['Show as text', '显示为文本'],
	copyText: ['Copy', '复制'],
	textCopied: ['Copied.', '已复制。'],
	notCopied: [
		'Copying is not allowed here. The text is selected: press Ctrl+C or ⌘C.',
		'此处不允许复制。文本已选中，请按 Ctrl+C 或 ⌘C。',
	],
	importSettings: ['Use this text', '使用此文本'],
	sampleData: ['Sample data', '示例数据'],
	trySample: ['Try sample data', '试用示例数据'],
	sampleHint: [
		'Adds a sheet of made-up deals. Your own sheets stay as they are.',
		'添加一张虚构商机的工作表，您的工作表不受影响。',
	],
	removeSample: ['Remove sample data', '移除示例数据'],
	sampleAdded: ['The sample sheet is in place.', '示例工作表已就绪。'],
	sampleRemoved: ['The sample sheet is removed.', '示例工作表已移除。'],
} as const;
