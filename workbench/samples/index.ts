/** The sample books by id. Each is rebuilt from a seed and an as-of date. */
import type { BookData } from '../io/book-data.ts';
import { b2bSample } from './b2b.ts';
import { b2cSample } from './b2c.ts';
import { chineseSample } from './chinese.ts';
import { dirtySample } from './dirty.ts';

export const SAMPLE_AS_OF = '2026-11-23';
export const SAMPLE_IDS = ['b2b', 'b2c', 'dirty', 'chinese'] as const;
export type SampleId = (typeof SAMPLE_IDS)[number];

const MAKERS: Readonly<Record<SampleId, (seed: number, asOf: string) => BookData>> = {
	b2b: b2bSample,
	b2c: b2cSample,
	dirty: dirtySample,
	chinese: chineseSample,
};

/** Throws for an id that is not in the list. */
export function sampleBook(id: string, asOf: string = SAMPLE_AS_OF, seed = 20_261_123): BookData {
	const make = SAMPLE_IDS.find((known) => known === id);
	if (make === undefined) throw new Error(`There is no sample "${id}"; there are ${SAMPLE_IDS.join(', ')}.`);
	return MAKERS[make](seed, asOf);
}
