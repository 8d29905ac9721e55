/** How our numbers are shown in cells. */
import type { Unit } from '../../core/model/metric-result.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';

export const GENERAL = 'General';
const FORMATS: Readonly<Partial<Record<Unit, string>>> = { ratio: '0.0%', count: '#,##0', days: '0.0' };

/** The currency of all amounts; '' when there is none or several. */
export function onlyCurrency({ opportunities }: Pipeline): string {
	const currencies = opportunities.amounts()?.currencies ?? [];
	return currencies.length === 1 ? (currencies[0] as string) : '';
}

export function numberFormat(unit: Unit | undefined, currency: string): string {
	if (unit !== 'currency' && unit !== 'currencyPerDay') return (unit && FORMATS[unit]) ?? GENERAL;
	const name = currency.replace(/"/gu, '');
	return name === '' ? '#,##0' : `"${name}${/\p{L}$/u.test(name) ? ' ' : ''}"#,##0`;
}
