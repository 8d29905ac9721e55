/**
 * One text read as an amount: sign, currency, digits and unit, without a guess about its separators.
 * Belongs here: the parts of one text. Not here: which separator is the decimal one where a text leaves it open
 * (amount-column.ts).
 */
import { existing } from '../speed/existing.ts';
import { longestUnit, unitFactor } from './amount-units.ts';

/** What a text says about its separators: which one marks the decimals, or that only the column can tell. */
export type DecimalMark = '.' | ',' | 'none' | 'open.' | 'open,';

export interface AmountText {
	/** Digits and separators `.` and `,` only. */
	readonly body: string;
	readonly mark: DecimalMark;
	readonly isNegative: boolean;
	/** 10,000 for `万`. */
	readonly factor: number;
	/** ISO code, or the symbol where it names no single currency; '' when none is written. */
	readonly currency: string;
	readonly isPercent: boolean;
}

const SYMBOLS = new Map([
	['€', 'EUR'],
	['£', 'GBP'],
	['₹', 'INR'],
	['₽', 'RUB'],
	['₩', 'KRW'],
	['₫', 'VND'],
	['₺', 'TRY'],
	['₪', 'ILS'],
	['฿', 'THB'],
	['₴', 'UAH'],
	['us$', 'USD'],
	['r$', 'BRL'],
	['a$', 'AUD'],
	['c$', 'CAD'],
	['hk$', 'HKD'],
	['nt$', 'TWD'],
	['s$', 'SGD'],
	['元', 'CNY'],
	['人民币', 'CNY'],
	['rmb', 'CNY'],
	['cn¥', 'CNY'],
	['円', 'JPY'],
	['jp¥', 'JPY'],
	['rp', 'IDR'],
	['rp.', 'IDR'],
	['tl', 'TRY'],
	['đ', 'VND'],
	['vnđ', 'VND'],
	['đồng', 'VND'],
	['руб', 'RUB'],
	['руб.', 'RUB'],
	['р.', 'RUB'],
	['грн', 'UAH'],
	['원', 'KRW'],
	['zł', 'PLN'],
	['kč', 'CZK'],
	['fr.', 'CHF'],
	['sfr.', 'CHF'],
	['$', '$'],
	['¥', '¥'],
	['kr', 'kr'],
	['kr.', 'kr'],
	['euro', 'EUR'],
	['euros', 'EUR'],
	['美元', 'USD'],
	['欧元', 'EUR'],
	['港币', 'HKD'],
]);
/** ISO 4217; any three letters would make an amount of `Opp 12`. */
const ISO =
	'aed afn all amd aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd cad cdf chf clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sdg sek sgd shp sle sos srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs uah ugx usd uyu uzs ved ves vnd vuv wst xaf xcd xof xpf yer zar zmw zwg';
const SHAPE = /^([^\d+\-.,()]{0,12}?) ?([+-]?) ?([^\d+\-.,()]{0,6}?) ?(\d[\d.,' ]*|[.,]\d+) ?([^\d]{0,20})$/u;

/** ISO code or symbol of a currency word; null when it is none. */
export function currencyOf(word: string): string | null {
	const key = word.normalize('NFKC').trim().toLowerCase();
	if (key === '') return '';
	return SYMBOLS.get(key) ?? (/^[a-z]{3}$/u.test(key) && ISO.includes(key) ? key.toUpperCase() : null);
}

function unitAndCurrency(words: string): { factor: number; currency: string; isPercent: boolean } | null {
	const rest = words.replace(/\+$/u, '').trim();
	if (rest === '%') return { factor: 1, currency: '', isPercent: true };
	// The unit comes first (`1.2万元`, `10k €`, `10 k EUR`): the longest one that leaves a currency or nothing.
	for (let length = Math.min(longestUnit(), rest.length); length >= 0; length--) {
		const factor = unitFactor(rest.slice(0, length));
		const currency = factor === undefined ? null : currencyOf(rest.slice(length));
		if (factor !== undefined && currency !== null) return { factor, currency, isPercent: false };
	}
	return null;
}

function decimalMark(body: string): DecimalMark | null {
	const dots = body.split('.').length - 1;
	const commas = body.split(',').length - 1;
	if (dots + commas === 0) return 'none';
	if (dots > 0 && commas > 0) return lastOfTwoMarks(body);
	const mark = dots > 0 ? '.' : ',';
	const other = dots > 0 ? ',' : '.';
	if (dots + commas > 1) return isGrouped(body, mark) ? other : null;
	const [whole, decimals] = body.split(mark) as [string, string];
	return decimals.length === 3 && whole.length >= 1 && whole.length <= 3 && whole !== '0'
		? (`open${mark}` as DecimalMark)
		: mark;
}

/** The mark that stands last separates decimals, if it stands once and the other one groups what is before it. */
function lastOfTwoMarks(body: string): '.' | ',' | null {
	const [decimal, other] =
		body.lastIndexOf('.') > body.lastIndexOf(',') ? (['.', ','] as const) : ([',', '.'] as const);
	const [whole, ...rest] = body.split(decimal);
	return rest.length === 1 && isGrouped(existing(whole), other) ? decimal : null;
}

/** `1,234,567`; also the Indian `12,34,567`. */
function isGrouped(whole: string, mark: string): boolean {
	const groups = whole.split(mark);
	return groups.every((group, i) =>
		i === 0
			? group.length >= 1 && group.length <= 3
			: group.length === 3 || (group.length === 2 && i < groups.length - 1),
	);
}

/** Spaces, apostrophes and signs in one spelling, lower case. */
function plainSpelling(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u200b-\u200f\u2060-\u2069\ufeff]/gu, '')
		.replace(/[’‘`´]/gu, "'")
		.replace(/[−–]/gu, '-')
		.replace(/\s+/gu, ' ')
		.trim()
		.toLowerCase();
}

/** The text without the brackets or the minus around it that make an amount negative. */
function withoutOuterSign(text: string): { rest: string; isNegative: boolean } {
	if (text.startsWith('(') && text.endsWith(')')) return { rest: text.slice(1, -1).trim(), isNegative: true };
	// `450.-` is a whole amount, not a negative one.
	if (/\d[.,]-+$/u.test(text)) return { rest: text.replace(/[.,]-+$/u, ''), isNegative: false };
	return text.endsWith('-') ? { rest: text.slice(0, -1).trim(), isNegative: true } : { rest: text, isNegative: false };
}

/** The digits with their marks; null where they contradict each other. */
function readDigits(written: string): { body: string; mark: DecimalMark } | null {
	const isSpaced = /[' ]/u.test(written);
	// A space or an apostrophe only ever separates groups of three.
	if (isSpaced && !/^\d{1,3}(?:[' ]\d{3})+(?:[.,]\d+)?$/u.test(written)) return null;
	const body = written.replace(/[' ]/gu, '');
	const spacedMark = body.includes('.') ? '.' : body.includes(',') ? ',' : null;
	const mark = isSpaced && spacedMark !== null ? spacedMark : decimalMark(body);
	return mark === null ? null : { body, mark };
}

/**
 * One currency of the words before and after a number; a sign of many currencies gives way. Null for two that differ.
 */
function oneCurrency(before: string, after: string): string | null {
	if (after === '' || before === after) return before;
	return before === '' || before === '$' || before === '¥' ? after : null;
}

/** Null for a text that is not an amount. */
export function parseAmountText(text: string): AmountText | null {
	if (text.length > 60) return null;
	const { rest, isNegative } = withoutOuterSign(plainSpelling(text));
	const match = SHAPE.exec(rest);
	if (match === null) return null;
	const after = unitAndCurrency(existing(match[5]));
	const before = currencyOf(`${match[1]}${match[3]}`);
	if (after === null || before === null) return null;
	const currency = oneCurrency(before, after.currency);
	const digits = readDigits(existing(match[4]).trim());
	if (currency === null || digits === null) return null;
	const { factor, isPercent } = after;
	return { ...digits, isNegative: isNegative || match[2] === '-', factor, currency, isPercent };
}

/** The number of a parsed text when `decimal` marks the decimals where the text leaves it open. */
export function amountOf(amount: AmountText, decimal: '.' | ','): number {
	const mark = amount.mark === '.' || amount.mark === ',' ? amount.mark : decimal;
	const plain = mark === '.' ? amount.body.replace(/,/gu, '') : amount.body.replace(/\./gu, '').replace(',', '.');
	const value = Number(plain) * amount.factor;
	// 1.2 × 10,000 must be 12,000 and not 11,999.999999999998.
	const exact = amount.factor === 1 ? value : Math.round(value * 1e6) / 1e6;
	return amount.isNegative ? -exact : exact;
}
