import { describe, expect, test } from 'vitest';
import { measure } from './ask.ts';
import { pipelineOf, worked } from './worked-case.ts';

describe('win rate', () => {
	test('is won over all deals, those without a known stage included', () => {
		expect(measure(worked(), 'winRate')).toMatchObject({ value: 0.3, n: 10, numerator: 3, denominator: 10 });
		const strange = pipelineOf([{ Stage: 'Won' }, { Stage: 'Wonn' }, { Stage: '' }, { Stage: 'Lost' }]);
		expect(measure(strange, 'winRate')).toMatchObject({ value: 0.25, n: 4 });
		expect(measure(strange, 'winRate', 'closed')).toMatchObject({ value: 0.5, n: 2, excluded: 2 });
	});

	test('closed counts decided deals only, with the Wilson interval', () => {
		const closed = measure(worked(), 'winRate', 'closed');
		expect(closed).toMatchObject({ value: 0.5, n: 6 });
		expect(closed.low).toBeCloseTo(0.1876, 4);
		expect(closed.high).toBeCloseTo(0.8124, 4);
	});

	test('has no value and says why when nothing is closed', () => {
		expect(measure(pipelineOf([{ Stage: 'Needs' }]), 'winRate', 'closed')).toMatchObject({
			value: null,
			low: null,
			reason: 'noClosedDeals',
		});
		expect(measure(worked(), 'winRate', 'Owner', 'Zoe')).toMatchObject({ value: null, n: 0, reason: 'noDeals' });
	});
});
