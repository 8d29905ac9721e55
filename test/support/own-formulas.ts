/** What may stand as a formula of ours in a file: a call of one of our functions, or counts in the sheet's own ones. */
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';

const OURS = new RegExp(
	`^=(?:${METRICS.map(({ id }) => functionName(id)).join('|')})\\([A-Za-z!:0-9, "$.;/-]*\\)$`,
	'u',
);
/**
 * A call that counts or adds up, and in it or after it nothing but such calls, ranges, whole numbers and operators.
 * Without a range it would count nothing of the sheet.
 */
const PLAIN =
	/^=(?=.*![A-Z]{1,3}\d+:)(?:COUNTIFS|SUMIFS|SUMPRODUCT|IFERROR)\((?:(?:COUNTIFS|SUMIFS|SUMPRODUCT|IFERROR|SUM|COUNT|FILTER)\(|[A-Za-z]+![A-Z]{1,3}\d+:[A-Z]{1,3}|""|\d|[-+*/()=<>,; ])+$/u;

/** Texts in quotes may say anything: outside of them nothing comes from the user but the name of a sheet. */
const withoutTexts = (formula: string): string =>
	formula.replace(/"(?:[^"]|"")*"/gu, '""').replace(/'(?:[^']|'')*'/gu, 'Deals');

export const isOneCall = (formula: string): boolean => OURS.test(withoutTexts(formula));

/** Does it count or add up rows in functions of the sheet's own (src/core/formula/plain-formula.ts)? */
export const isPlainFormula = (formula: string): boolean => PLAIN.test(withoutTexts(formula));

export const isOwnFormula = (formula: string): boolean => isOneCall(formula) || isPlainFormula(formula);
