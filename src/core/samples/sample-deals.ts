/**
 * Made-up deals to try the product with: the same for the same day, with the way of each deal through its stages. No
 * clock, no chance of its own.
 */

import type { Stage } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { STAGE_TEMPLATES } from '../stage-list/stage-templates.ts';
import { dayText } from '../time/calendar-day.ts';
import { randomNumbers } from './random-numbers.ts';

type Language = 'en' | 'zh-CN';

export interface SampleDeals {
	/** Headings, then one row per deal; dates as YYYY-MM-DD, amounts as numbers. */
	readonly rows: readonly (readonly (string | number)[])[];
	readonly stages: readonly Stage[];
	/** Entries of stages in order of deal and time; positions in `stages`, -1 for the beginning. */
	readonly moves: readonly {
		readonly dealId: string;
		readonly from: number;
		readonly to: number;
		readonly day: number;
	}[];
}

export const SAMPLE_COUNT = 120;
export const SAMPLE_FIELDS = [
	'id',
	'name',
	'stage',
	'amount',
	'created',
	'expectedClose',
	'closed',
	'owner',
	'source',
	'reason',
] as const;

const WORDS: Readonly<Record<Language, readonly string[]>> = {
	en: [
		'Deal id|Deal|Stage|Amount|Created|Expected close|Closed|Owner|Source|Loss reason',
		'Northwind|Brightside|Harbor|Evergreen|Summit|Bluebird|Oakline|Riverton|Cobalt|Meridian',
		'pilot|renewal|upgrade|rollout|retrofit',
		'Ana Silva|Ben Cole|Chloe Roy|Wang Fang',
		'Referral|Website|Trade fair|Outbound',
		'Price|No decision|Competitor|Timing',
		'Need and budget confirmed|The right people saw it|Solution agreed in writing|Terms agreed, date set',
	],
	'zh-CN': [
		'商机编号|商机|阶段|金额|创建日期|预计成交日期|成交或关闭日期|负责人|来源|输单原因',
		'华东精工|晨光|远洋|长青|高峰|蓝鸟|橡树|江城|钴蓝|子午',
		'试点|续约|升级|推广|改造',
		'李娜|王芳|陈伟|赵磊',
		'转介绍|官网|展会|外呼',
		'价格|暂不决定|竞争对手|时机',
		'需求和预算已确认|关键人员已了解产品|方案已书面确认|条款已谈妥，日期已定',
	],
};
const PASSES = [0.76, 0.72, 0.66, 0.55];
const DAYS = [10, 16, 20, 24];
const TEMPLATE = existing(STAGE_TEMPLATES[0]);

/** Ids by which the sample is distinguished from deals of the user. */
export function sampleId(number: number): string {
	return `SAMPLE-${String(number).padStart(3, '0')}`;
}

export function sampleDeals(today: number, language: Language): SampleDeals {
	const random = randomNumbers(20_261_123);
	const [headings, companies, kinds, owners, sources, reasons, rules] = WORDS[language].map((line) =>
		line.split('|'),
	) as string[][];
	const pick = (list: readonly string[] | undefined): string => list?.[Math.floor(random() * list.length)] ?? '';
	const stages = TEMPLATE.stages.map(
		({ id, name, kind, probability }, i): Stage => ({
			id,
			name: name[language],
			kind,
			probability,
			aliases: [],
			usualDays: DAYS[i] ?? null,
			exitRule: rules?.[i] ?? '',
			tasks: [],
		}),
	);
	const [won, lost] = [PASSES.length, PASSES.length + 1];
	const moves: { dealId: string; from: number; to: number; day: number }[] = [];
	const rows = Array.from({ length: SAMPLE_COUNT }, (_, i): (string | number)[] => {
		const dealId = sampleId(i + 1);
		const created = today - 1 - Math.floor(((SAMPLE_COUNT - i - random()) / SAMPLE_COUNT) * 300);
		let [stage, day] = [0, created];
		moves.push({ dealId, from: -1, to: 0, day });
		while (stage < won) {
			const isPassed = random() < existing(PASSES[stage]);
			day += Math.max(1, Math.round(existing(DAYS[stage]) * (0.4 + 1.4 * random())));
			if (day > today) break;
			const to = isPassed ? stage + 1 : lost;
			moves.push({ dealId, from: stage, to, day });
			stage = to;
		}
		const isClosed = stage >= won;
		const amount = Math.round(60 * Math.exp(random() * 2.4)) * 100;
		const expected = isClosed ? day : Math.max(created + 60, today - 10 + Math.floor(random() * 100));
		return [
			dealId,
			`${pick(companies)} ${pick(kinds)}`,
			existing(stages[stage]).name,
			amount,
			dayText(created),
			dayText(expected),
			isClosed ? dayText(day) : '',
			pick(owners),
			pick(sources),
			stage === lost ? pick(reasons) : '',
		];
	});
	return { rows: [headings as string[], ...rows], stages, moves };
}
