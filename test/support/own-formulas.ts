/** What may stand as a formula of ours in a file: a call of one of our functions, or counts in the sheet's own ones. */
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';

const OURS = new RegExp(
	`^=(?:${METRICS.map(({ id }) => functionName(id)).join('|')})\\([A-Za-z!:0-9, "$.;/-]*\\)$`,
	'u',
);
/** Functions that only count and add up, ranges, whole numbers and operators. */
const PLAIN =
	/^=(?:(?:COUNTIFS|SUMIFS|SUMPRODUCT|IFERROR|SUM|COUNT|FILTER)\(|[A-Za-z]+![A-Z]{1,3}\d+:[A-Z]{1,3}|""|\d|[-+*/()=<>,; ])+$/u;

/** Texts in quotes may say anything: outside of them nothing comes from the user but the name of a sheet. */
const withoutTexts = (formula: string): string =>
	formula.replace(/"(?:[^"]|"")*"/gu, '""').replace(/'(?:[^']|'')*'/gu, 'Deals');

export const isOneCall = (formula: string): boolean => OURS.test(withoutTexts(formula));

export const isOwnFormula = (formula: string): boolean => isOneCall(formula) || PLAIN.test(withoutTexts(formula));
