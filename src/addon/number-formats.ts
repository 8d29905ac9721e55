/** How numbers of ours are shown in cells. */
import type { Unit } from '../core/measure.ts';

export const GENERAL = 'General';
const FORMATS: Readonly<Partial<Record<Unit, string>>> = {
	ratio: '0.0%',
	count: '#,##0',
	currency: '#,##0',
	currencyPerDay: '#,##0',
	days: '0.0',
};

export const numberFormat = (unit: Unit | undefined): string => (unit && FORMATS[unit]) ?? GENERAL;
