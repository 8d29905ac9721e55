/**
 * The unit and the currency that a heading gives to the amounts below it: `Amount (k€)`, `金额（万元）`, `Сумма, тыс. руб.`
 * Not here: one amount (amount-text.ts).
 */
import { currencyOf } from '../cells/amount-text.ts';
import { headingUnitFactor } from '../cells/amount-units.ts';
import { existing } from '../speed/existing.ts';

/** ISO codes that are a currency also where the heading may mean something else by three letters. */
const FREQUENT =
	/^(?:USD|EUR|GBP|CNY|JPY|CHF|AUD|CAD|INR|BRL|MXN|HKD|TWD|SGD|KRW|SEK|NOK|DKK|PLN|RMB|CZK|ZAR|NZD|RUB|TRY|IDR|VND|THB|UAH)$/u;

export interface HeadingMoney {
	/** How many ones of the currency each number is; 1 where the heading names no unit. */
	readonly factor: number;
	/** ISO code or sign; '' none. */
	readonly currency: string;
}

const NONE: HeadingMoney = { factor: 1, currency: '' };
/** Longer headings are sentences. */
const LONGEST = 80;
/** Said before a unit: `in k€`, `en milliers d'euros`, `(单位：万元)`. */
const BEFORE = /^(?:(?:in|en|em|w|в|i|x|×)\s+|(?:单位|單位|単位|단위|unit|einheit)\s*[:：]?\s*)+/u;
/** Between a unit and its currency: `milliers d'euros`, `miles de €`, `millions of USD`. */
const BETWEEN = /^(?:de|d['’]|of|di|du|da)\s*/u;
/** Latin letters that are units without a currency beside them; others may be anything. */
const ALONE = new Set(['k', 'm']);
const MARK = /^(?:us\$|r\$|a\$|c\$|hk\$|nt\$|s\$|cn¥|jp¥|\p{Sc})/u;

/** Reads words that say a unit, a currency or both, in either order; null where they say something else. */
function moneyOf(words: string): HeadingMoney | null {
	const plain = words.replace(/^=\s*/u, '').trim().replace(BEFORE, '').trim();
	if (plain === '') return null;
	// A unit of several words may hold its currency: `k€`, `r$ mil`, `triệu đồng`.
	const whole = headingUnitFactor(plain);
	if (whole !== undefined) {
		if (plain.length === 1 && /[a-z]/u.test(plain) && !ALONE.has(plain)) return null;
		return { factor: whole, currency: currencyIn(plain) || (unitAndCurrency(plain)?.currency ?? '') };
	}
	const alone = frequentCurrency(plain);
	if (alone !== '') return { factor: 1, currency: alone };
	return unitAndCurrency(plain);
}

/** A unit beside a currency, whichever comes first; null for other words. */
function unitAndCurrency(plain: string): HeadingMoney | null {
	for (let length = plain.length - 1; length > 0; length--) {
		const [head, tail] = [plain.slice(0, length).trim(), plain.slice(length).trim()];
		const behind = headingUnitFactor(head);
		const currency = behind === undefined ? '' : frequentCurrency(tail.replace(BETWEEN, ''));
		if (behind !== undefined && currency !== '') return { factor: behind, currency };
		const before = headingUnitFactor(tail);
		const first = before === undefined ? '' : frequentCurrency(head);
		if (before !== undefined && first !== '') return { factor: before, currency: first };
	}
	return null;
}

function currencyIn(words: string): string {
	const sign = /us\$|r\$|\p{Sc}|eur|zł|元|円|원|руб/u.exec(words)?.[0] ?? '';
	return frequentCurrency(sign);
}

/** The currency of a word that can hardly be anything else; '' for none. */
function frequentCurrency(word: string): string {
	const code = currencyOf(word.replace(/['’]/gu, '')) ?? '';
	if (/^[A-Z]{3}$/u.test(code) && !FREQUENT.test(code)) return '';
	return code === 'RMB' ? 'CNY' : code;
}

/**
 * What stands in brackets, behind a comma or slash, or as the last word or two of the heading. Unit and currency may
 * stand apart: `Value (USD, thousands)`, `Amount in thousands (EUR)`.
 */
export function headingMoney(heading: string): HeadingMoney {
	if (heading.length > LONGEST) return NONE;
	const plain = heading.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
	const inside = [...plain.matchAll(/[([【]([^)\]】]{1,30})[)\]】]/gu)].map((match) => existing(match[1]));
	const bare = plain.replace(/[([【][^)\]】]*[)\]】]/gu, ' ').trim();
	const found = [...inside.flatMap(moneyInBrackets), moneyAtEnd(bare)];
	return {
		factor: found.find(({ factor }) => factor !== 1)?.factor ?? 1,
		currency: found.find(({ currency }) => currency !== '')?.currency ?? '',
	};
}

function moneyInBrackets(inside: string): HeadingMoney[] {
	const whole = moneyOf(inside.trim());
	return whole !== null ? [whole] : inside.split(/[,;/]/u).map((part) => moneyOf(part.trim()) ?? NONE);
}

const TAILS = [
	/[,;/|–—-]\s*([^,;/|–—]{1,24})$/u,
	/\s((?:in|en|em|w|в) .{1,20})$/u,
	/[\s_]([^\s_]{1,10}[\s_][^\s_]{1,12})$/u,
	/[\s_]([^\s_]{1,12})$/u,
];

/** A last word without a sign beside it is a unit only where it is a word: `Deal size M` may be anything. */
function moneyAtEnd(bare: string): HeadingMoney {
	for (const tail of TAILS) {
		const words = tail.exec(bare)?.[1]?.replace(/_/gu, ' ').trim() ?? '';
		const money = words === '' ? null : moneyOf(words);
		if (money !== null && (words.length > 2 || MARK.test(words) || money.currency !== '')) return money;
	}
	return NONE;
}

/** Currency written in a heading: `Deal Value, $`, `deal_size_usd`, `Betrag (T€)`; '' when none. */
export const headingCurrency = (heading: string): string => headingMoney(heading).currency;
