/**
 * The whole way of a manager on one page, with the sample, in both languages: by mouse in English, by keys alone in Chinese.
 * Each step goes on where the one before it ended; expected figures are counted again from the cells.
 */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drillDown } from './walk/drill-down.ts';
import { firstFunnel } from './walk/first-funnel.ts';
import { forecast } from './walk/forecast.ts';
import { insertFormula } from './walk/insert.ts';
import { reading } from './walk/reading.ts';
import { reportSheet } from './walk/report-sheet.ts';
import { sampleData } from './walk/sample-data.ts';
import { selectedDeal } from './walk/selected-deal.ts';
import { settings } from './walk/settings.ts';
import { OUTPUT, Walk } from './walk/walk.ts';

describe.each([new Walk('en', true), new Walk('zh-CN', false)])('a manager’s way in $language', (walk) => {
	beforeAll(async () => {
		mkdirSync(OUTPUT, { recursive: true });
		await walk.begin();
	});

	afterAll(async () => {
		await walk.workbench?.close();
	});

	firstFunnel(walk);
	reading(walk);
	drillDown(walk);
	insertFormula(walk);
	forecast(walk);
	reportSheet(walk);
	selectedDeal(walk);
	settings(walk);
	sampleData(walk);

	it('has met no error and asked no other machine', () => {
		expect(walk.workbench.errors).toEqual([]);
		expect(walk.workbench.foreignRequests).toEqual([]);
	});
});
