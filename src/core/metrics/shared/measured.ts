/** Makes the answer of a metric: a number with what it is based on, or the reason why there is none. */
import type { Measure, NoValueReason } from '../../model/metric-result.ts';
import { type Incidence, incidenceAt } from '../../stats/aalen-johansen.ts';
import { wilson } from '../../stats/wilson.ts';
import { FEW_DEALS } from './table-words.ts';

type Basis = Partial<Omit<Measure, 'kind'>> & { readonly n: number };

/** A measure from its parts; what is left out is null or 0. A value that is not finite becomes null. */
export function measured(parts: Basis): Measure {
	const value = parts.value ?? null;
	return {
		kind: 'measure',
		low: null,
		high: null,
		numerator: null,
		denominator: null,
		excluded: 0,
		assumed: 0,
		reason: null,
		...parts,
		value: value !== null && Number.isFinite(value) ? value : null,
	};
}

/** No value, and why. */
export function unmeasured(reason: NoValueReason, parts: Partial<Basis> = {}): Measure {
	return measured({ n: 0, ...parts, value: null, reason });
}

/** `numerator` of `denominator` deals with the 95 % Wilson interval; null with the reason when there are none. */
export function proportion(
	numerator: number,
	denominator: number,
	reason: NoValueReason,
	parts: { readonly excluded?: number; readonly assumed?: number } = {},
): Measure {
	const basis = { ...parts, n: denominator, numerator, denominator };
	if (denominator === 0) return unmeasured(reason, basis);
	return measured({ ...basis, ...wilson(numerator, denominator), value: numerator / denominator });
}

/** Stands on so few deals that it is marked. */
export function isThin({ n, reason }: Measure): boolean {
	return n < FEW_DEALS || reason === 'tooFewAtRisk';
}

/**
 * A resolved rate: the curve of competing risks read at a time. Marked as based on too few deals when it still rises
 * where fewer than five were at risk.
 * @param curve null without a history
 */
export function resolvedRate(curve: Incidence | null, days: number, isEmpty: boolean): Measure {
	if (curve === null) return unmeasured('noHistory');
	const basis = { n: curve.n, excluded: curve.excluded };
	if (curve.n === 0) return unmeasured(isEmpty ? 'noDeals' : 'noDates', basis);
	const { supportedUntil } = curve;
	const { cause, low, high, unresolved } = incidenceAt(curve, days);
	const supported = supportedUntil === null ? 0 : incidenceAt(curve, supportedUntil).cause;
	return measured({
		...basis,
		value: cause,
		low,
		high,
		unresolved,
		supportedUntil,
		reason: cause > supported ? 'tooFewAtRisk' : null,
	});
}
