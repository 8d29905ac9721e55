/** One Chinese term for one thing, as a 销售经理 says it: in the sidebar, the menu, the functions, the workbench and the guides. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/core/metrics/index.ts';
import { HEADINGS, PARTS } from '../../src/core/metrics/shared/table-words.ts';
import { sampleDeals } from '../../src/core/samples/sample-deals.ts';
import { SERVER_ZH_CN } from '../../src/messages/server.zh-CN.ts';
import { sidebarWords } from '../../src/messages/sidebar.words.ts';
import { pageWords } from '../../workbench/page/words.ts';

/** What is never said, beside what is said. */
const NEVER = [
	[/打开漏斗|显示漏斗/u, '打开销售漏斗'],
	[/公式实时化|转为实时公式/u, '让公式自动更新'],
	[/[0-9}两几]\s*(?:条|笔|单)(?:商机|交易)/u, '个商机'],
	[/货币/u, '币种'],
	[/帐号/u, '账号'],
	[/阶段(?:的)?变化/u, '阶段变更'],
	[/退出(?:条件|标准|规则)/u, '推进条件'],
	[/常规(?:天数|停留)/u, '通常天数'],
	[/预计(?:结束|关闭)/u, '预计成交日期'],
	[/(?<!成交或)(?:关闭|结束)日期/u, '成交或关闭日期'],
	[/(?<!在此)期间(?!被|与)/u, '时间范围'],
	[/期间依据/u, '按哪个日期统计'],
	[/推定|假定/u, '估算'],
	[/至今的经过|的经过|经过为/u, '阶段历程'],
	[/赢单(?:机会|几率|可能)/u, '赢单概率'],
	[/加权管道|管道/u, '加权商机金额'],
	[/所需线索|需要的线索/u, '所需新商机'],
	[/\bn\s*=/u, '样本'],
	[/成交率|胜率/u, '赢单率'],
	[/丢单|失单/u, '输单'],
	[/卡住|僵住/u, '停滞'],
	[/超期|过期/u, '逾期'],
	[/拥有者|所有人/u, '负责人'],
] as const;

const metricTexts = METRICS.flatMap((metric) => [
	...[metric.label, metric.summary, metric.formula, metric.denominator, ...Object.values(metric.headings)],
	...metric.modes.flat().map(({ meaning }) => meaning),
]).map((words) => words['zh-CN']);

const PLACES: Readonly<Record<string, readonly string[]>> = {
	menu: Object.values(SERVER_ZH_CN),
	sidebar: Object.values(sidebarWords).map(([, chinese]) => chinese ?? ''),
	functions: [...metricTexts, ...[...Object.values(HEADINGS), ...Object.values(PARTS)].map((words) => words['zh-CN'])],
	workbench: Object.values(pageWords('zh-CN')),
	guide: readFileSync('docs/guide.zh-CN.md', 'utf8').split('\n'),
	reference: readFileSync('docs/functions.zh-CN.md', 'utf8').split('\n'),
	'sample deals': sampleDeals(20_000, 'zh-CN').rows.flat().map(String),
	listing: [JSON.stringify(JSON.parse(readFileSync('docs/listing.json', 'utf8')).languages['zh-CN'])],
};

describe.each(Object.entries(PLACES))('Chinese in the %s', (_place, texts) => {
	it.each(NEVER)('says nothing like %s, but %s', (never) => {
		expect(texts.length).toBeGreaterThan(0);
		expect(texts.filter((text) => never.test(text))).toEqual([]);
	});
});
