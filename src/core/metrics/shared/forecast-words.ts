/**
 * The words of what a forecast says of itself, in both languages. Not here: when it is said
 * (forecast/forecast-notes.ts).
 */

import type { ForecastNote } from '../../forecast/forecast-notes.ts';
import type { LeftOut } from '../../statistics/deal-standing.ts';
import { dayText } from '../../time/calendar-day.ts';
import { type Words, words } from '../metric.ts';
import { joinedNotes } from './step-notes.ts';
import { FEW } from './table-words.ts';

/** A sum as people say it: 4.1M, 410万. */
function compact(value: number, language: 'en' | 'zh-CN'): string {
	return new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

function percent(share: number): string {
	return `${Math.round(100 * share)}%`;
}

const PLAIN = {
	fewWins: FEW,
	noHistory: words(
		'By age and stage list: a stage history would distinguish deals better',
		'按商机存续天数和阶段列表估计；有阶段历史会区分得更准',
	),
	noCreation: words(
		'No creation dates: wins are projected at their past pace, open deals are not used',
		'没有创建日期：按以往赢单速度推算，未使用进行中的商机',
	),
	noAmounts: words('No amounts: wins are counted', '没有金额：按赢单数计算'),
	noClosing: words(
		'No close dates: the timing is unknown, so only the weighted pipeline is shown',
		'没有成交或关闭日期：无法得知时间，仅显示加权商机金额',
	),
	setAtClosing: words(
		'Expected dates of won deals were set at closing and say nothing about timing',
		'赢单的预计成交日期是在成交时才填的，没有参考意义',
	),
} as const;

const REASONS: readonly (readonly [keyof LeftOut, string, string])[] = [
	['parked', 'parked', '已搁置'],
	['unknownStage', 'stage not in the list', '阶段不在列表中'],
	['noCreation', 'no creation date', '没有创建日期'],
	['noEnd', 'no close date after the creation date', '没有晚于创建日期的成交或关闭日期'],
];

function leftOutWords(leftOut: LeftOut): Words {
	const found = REASONS.filter(([reason]) => leftOut[reason] > 0);
	const total = found.reduce((sum, [reason]) => sum + leftOut[reason], 0);
	return words(
		`Left out ${total}: ${found.map(([reason, text]) => `${text} ${leftOut[reason]}`).join(', ')}`,
		`未计入 ${total} 个：${found.map(([reason, , text]) => `${text} ${leftOut[reason]} 个`).join('，')}`,
	);
}

export function noteWords(note: ForecastNote): Words {
	switch (note.code) {
		case 'needsWins':
			return words(
				`${note.wins} ${note.wins === 1 ? 'win' : 'wins'}; a forecast needs ${note.needed}`,
				`仅有 ${note.wins} 个赢单；预测至少需要 ${note.needed} 个`,
			);
		case 'import': {
			const day = dayText(note.day);
			const share = percent(note.share);
			return words(
				`${share} of the new deals were created on ${day}: an import?`,
				`${share} 的新商机创建于 ${day}，是导入的吗？`,
			);
		}
		case 'stale': {
			const { deals } = note;
			const texts = (language: 'en' | 'zh-CN'): [string, string] => [
				compact(note.amount, language),
				compact(note.expected, language),
			];
			const [open, expected] = texts('en');
			const [openZh, expectedZh] = texts('zh-CN');
			return words(
				`${deals} open ${deals === 1 ? 'deal is' : 'deals are'} older than any deal ever won: ${open} open, ${expected} in the forecast`,
				`${deals} 个进行中的商机比所有已赢单的都久：金额 ${openZh}，计入预测 ${expectedZh}`,
			);
		}
		case 'slip': {
			const days = Math.round(Math.abs(note.median));
			const onTime = percent(note.onTime);
			return words(
				`Won deals closed ${days === 0 ? 'on' : `${days} ${days === 1 ? 'day' : 'days'} ${note.median > 0 ? 'after' : 'before'}`} the expected date (median), ${onTime} within a day of it`,
				`赢单的实际成交日期${days === 0 ? '与预计日期相同' : `比预计${note.median > 0 ? '晚' : '早'} ${days} 天`}（中位数），${onTime} 相差不超过一天`,
			);
		}
		case 'leftOut':
			return leftOutWords(note.leftOut);
		case 'beyondSeen':
			return words(`Only ${note.days} ${note.days === 1 ? 'day' : 'days'} of data`, `仅有 ${note.days} 天的数据`);
		default:
			return PLAIN[note.code];
	}
}

/** Several notes in one cell; null for none. */
export const forecastNotes = (notes: readonly ForecastNote[]): Words | null => joinedNotes(notes.map(noteWords));
