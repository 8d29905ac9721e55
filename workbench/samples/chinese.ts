/**
 * The same trade in Chinese: headings, stages, companies, amounts with 万 in a few cells, and the stage changes in a
 * second sheet.
 */
import type { CellWrite } from '../host/store.ts';
import type { BookData } from '../io/book-data.ts';
import { dateCell, dayOf, moneyCell, textRow } from './cells.ts';
import { CHINESE_COMPANIES, CHINESE_PEOPLE } from './names.ts';
import { journey, type StepPlan } from './process.ts';
import { Random } from './random.ts';

const STEPS: readonly StepPlan[] = [
	{ stage: '初步接触', passes: 0.68, days: 12 },
	{ stage: '需求确认', passes: 0.66, days: 18 },
	{ stage: '方案报价', passes: 0.55, days: 20 },
	{ stage: '商务谈判', passes: 0.7, days: 15 },
];

export function chineseSample(seed: number, asOf: string): BookData {
	const random = new Random(seed);
	const today = dayOf(asOf);
	const rows: CellWrite[][] = [
		textRow([
			'商机编号',
			'商机名称',
			'客户',
			'销售阶段',
			'金额',
			'创建日期',
			'成交或关闭日期',
			'负责人',
			'来源',
			'输单原因',
			'输单阶段',
			'预计成交日期',
		]),
	];
	const created = Array.from({ length: 400 }, () => today - random.between(1, 420)).sort((a, b) => a - b);
	const changes: CellWrite[][] = [textRow(['商机编号', '阶段', '进入日期'])];
	created.forEach((day, at) => {
		const { entered, outcome, closedDay } = journey(random, STEPS, day, today, 1);
		const open = entered[entered.length - 1]?.stage as string;
		const stage = outcome === 'won' ? '赢单' : outcome === 'lost' ? '输单' : open;
		const company = random.pick(CHINESE_COMPANIES);
		const amount = random.between(8, 120) * 1000;
		const isInWan = random.chance(0.03);
		const id = `SJ${String(at + 1).padStart(4, '0')}`;
		const expected = (closedDay ?? Math.max(today + random.between(-25, 60), day + 15)) + random.between(-6, 6);
		rows.push([
			{ value: id },
			{ value: `${company}${random.pick(['采购', '续约', '升级', '试点'])}` },
			{ value: company },
			{ value: stage },
			isInWan ? { value: `${amount / 10_000}万` } : moneyCell(amount, '¥'),
			dateCell(day),
			dateCell(closedDay),
			{ value: random.pick(CHINESE_PEOPLE) },
			{ value: random.pick(['转介绍', '官网', '展会', '电话拓展']) },
			{ value: outcome === 'lost' ? random.pick(['价格', '竞争对手', '项目取消', '预算不足']) : null },
			{ value: outcome === 'lost' ? open : null },
			dateCell(expected),
		]);
		for (const step of entered) changes.push([{ value: id }, { value: step.stage }, dateCell(step.day)]);
		if (closedDay !== null) changes.push([{ value: id }, { value: stage }, dateCell(closedDay)]);
	});
	return {
		sheets: [
			{ name: '商机', cells: rows },
			{ name: '阶段变更', cells: changes },
		],
	};
}
