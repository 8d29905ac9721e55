/** A file of statistics, opened in the page: a formula over its range answers as the same formula over the deals. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/formula/evaluate.ts';
import { resultGrid } from '../../src/core/formula/result-grid.ts';
import { metricById } from '../../src/core/metrics/index.ts';
import type { MetricDefinition } from '../../src/core/metrics/metric.ts';
import { buildReport } from '../../src/core/report/build-report.ts';
import type { ReportFilter } from '../../src/core/report/report.ts';
import { groupsOf } from '../../src/core/statistics/groups.ts';
import { wholeSelection } from '../../src/core/statistics/selection.ts';
import { HEADINGS, RESOLUTIONS } from '../../src/core/statistics-table/row.ts';
import { writeStatisticsTable } from '../../src/core/statistics-table/write-table.ts';
import { csvText } from '../../warehouse/csv.ts';
import { headOf, rowsOfPipeline } from '../core/statistics-table/rows-of-pipeline.ts';
import { randomPipelines } from '../differential/ours.ts';
import { sharedBrowser, sharedServer } from './shared.ts';
import { WorkbenchPage } from './workbench.ts';

const pipeline = randomPipelines(20_261_130, 40).reduce((best, other) =>
	other.opportunities.count > best.opportunities.count ? other : best,
);
const CELL = 'M1';
const WIDTH = HEADINGS.length;

/** What the command writes with --statistics. */
function statisticsFile(): string {
	const all = wholeSelection(pipeline.opportunities);
	const { exact } = RESOLUTIONS;
	const owner = pipeline.opportunities.dimension('Owner');
	const groups = owner === null ? [] : groupsOf(pipeline, all, { dimension: owner }, 'created');
	return csvText(
		writeStatisticsTable({
			head: headOf(pipeline, exact),
			whole: rowsOfPipeline(pipeline, all, exact),
			groups: [
				{
					by: 'Owner',
					values: new Map(groups.map(({ label, selection }) => [label, rowsOfPipeline(pipeline, selection, exact)])),
				},
			],
		}),
	);
}

/** The answer of the deals themselves. */
function direct(id: string, ...words: readonly string[]): unknown[][] {
	const definition = metricById(id) as MetricDefinition;
	const answer = evaluate(definition, pipeline, words);
	if (!answer.ok) throw new Error(JSON.stringify(answer.misuse));
	const cells = resultGrid(definition, answer.result, 'en');
	return Array.isArray(cells) ? cells : [[cells]];
}

describe('statistics that were imported', () => {
	let workbench: WorkbenchPage;
	beforeAll(async () => {
		const path = join(mkdtempSync(join(tmpdir(), 'stagekeeper-')), 'Stagekeeper statistics.csv');
		writeFileSync(path, statisticsFile());
		workbench = await WorkbenchPage.open(await sharedBrowser(), sharedServer());
		await workbench.opening(async () => {
			const chooser = workbench.page.waitForEvent('filechooser');
			await workbench.menu('File', 'Open CSV or XLSX…');
			await (await chooser).setFiles(path);
		});
	});
	afterAll(() => workbench?.close());

	it.each([
		['winRate', `=WIN_RATE('Stagekeeper statistics'!A:K, "closed", "by", "Owner")`, ['closed', 'by', 'Owner']],
		['funnel', `=FUNNEL('Stagekeeper statistics'!A:K)`, []],
	] as const)('answer %s as the deals do', async (id, formula, words) => {
		await workbench.type(CELL, formula);
		const wanted = direct(id, ...words).map((row) => row.map((cell) => (cell === '' ? null : cell)));
		const [width, height] = [wanted[0]?.length ?? 0, wanted.length];
		const shown = (): Promise<unknown[][]> =>
			workbench.run(
				({ store }, [rows, columns]) =>
					store
						.read(store.sheets()[0]?.id ?? 0, { row: 0, column: 12, rows, columns })
						.map((row) => row.map(({ value }) => (value === '' ? null : value))),
				[height, width] as const,
			);
		await expect.poll(shown, { timeout: 60_000 }).toEqual(wanted);
	});

	it('fill the sidebar with the funnel of the deals, by owner too, each cell read once', async () => {
		const read = (): Promise<number> =>
			workbench.run(({ store, addOn }) => addOn.host.meter.cellsRead.get(store.sheets()[0]?.id ?? 0) ?? 0, null);
		const before = await read();
		await workbench.menu('Extensions', 'Stagekeeper', 'Open funnel');
		const sidebar = workbench.sidebar();
		await sidebar.getByText('From the warehouse').waitFor();
		// The menu looks at the headings, the page reads the table.
		expect((await read()) - before).toBe(WIDTH + statisticsFile().trim().split('\n').length * WIDTH);
		const funnel = async (): Promise<string[][]> => {
			const rows = await sidebar.locator('ol.funnel .line').allInnerTexts();
			return rows.map((row) => row.split(/\s+/u).slice(0, 2));
		};
		const wanted = (columns: ReportFilter['columns']): string[][] =>
			buildReport(pipeline, { period: null, cohort: 'created', columns }, { winRateMode: 'all' })
				.stages.filter(({ reached }) => reached !== null)
				.map(({ name, reached }) => [name, String(reached)]);
		expect(await funnel()).toEqual(wanted({}));
		const owners = sidebar.locator('.filters select').first();
		await owners.selectOption({ index: 1 });
		const owner = (await owners.locator('option').nth(1).innerText()).replace(/ \(\d+\)$/u, '');
		await expect.poll(funnel).toEqual(wanted({ Owner: owner }));
	});
});
