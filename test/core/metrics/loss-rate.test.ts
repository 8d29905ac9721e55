import { describe, expect, test } from 'vitest';
import { measure } from './ask.ts';
import { pipelineOf, worked } from './worked-case.ts';

describe('LOSS_RATE', () => {
	test('is the share counted by hand in the worked case', () => {
		expect(measure(worked(), 'lossRate')).toMatchObject({ value: 0.3, n: 10, numerator: 3 });
	});

	test('has no value and says why when no deal is selected', () => {
		expect(measure(worked(), 'lossRate', 'Owner', 'Zoe')).toMatchObject({ value: null, n: 0, reason: 'noDeals' });
	});

	test('counts a deal without a usable stage in the denominator alone', () => {
		expect(measure(pipelineOf([{ Stage: 'Wonn' }]), 'lossRate')).toMatchObject({ value: 0, n: 1 });
	});
});
