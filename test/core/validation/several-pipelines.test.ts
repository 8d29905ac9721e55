// Several sales processes in one table are said; columns that only mirror the stage or a person are none.

import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/core/cells/cell.ts';
import { dealDistances } from '../../../src/core/forecast/deal-distances.ts';
import { evaluate } from '../../../src/core/formula/evaluate.ts';
import { bottleneck } from '../../../src/core/metrics/bottleneck.ts';
import { distanceToWin } from '../../../src/core/metrics/distance-to-win.ts';
import { funnel } from '../../../src/core/metrics/funnel.ts';
import { funnelExplain } from '../../../src/core/metrics/funnel-explain.ts';
import { stageCalibration } from '../../../src/core/metrics/stage-calibration.ts';
import { stageConversion } from '../../../src/core/metrics/stage-conversion.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { reportChoices } from '../../../src/core/report/report-choices.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { pipelineOf } from '../pipeline-of.ts';

/** @param parts by value of the last column: stages with their number of deals */
function found(heading: string, parts: Readonly<Record<string, Readonly<Record<string, number>>>>) {
	const rows = Object.entries(parts).flatMap(([part, stages]) =>
		Object.entries(stages).flatMap(([stage, deals]) =>
			Array.from({ length: deals }, (_, i): Cell[] => [`${part}-${stage}-${i}`, stage, part]),
		),
	);
	const grid: Grid = [['Deal ID', 'Stage', heading], ...rows];
	return checkTable(pipelineOf(grid)).flatMap(({ code, column, value }) =>
		code === 'severalPipelines' ? [{ column, value }] : [],
	);
}

describe('several pipelines in one table', () => {
	it.each([
		[
			'Pipeline',
			{ 'New business': { Lead: 5, Demo: 5, Won: 4, Lost: 6 }, Renewals: { Due: 5, Legal: 4, Won: 5, Churned: 3 } },
		],
		[
			'Prozess',
			{
				Neugeschäft: { Erstkontakt: 6, Angebot: 6, Gewonnen: 5 },
				Verlängerung: { Fällig: 6, Prüfung: 4, Gewonnen: 5 },
			},
		],
		['流程', { 新签: { 线索: 6, 报价: 6, 赢单: 5 }, 续约: { 到期: 6, 审核: 4, 赢单: 5 } }],
		['Segment', { A: { Lead: 9, Won: 4 }, B: { Trial: 9, Won: 4 }, C: { Pilot: 9, Won: 4 } }],
	])('are said with the column that parts them: %s', (heading, parts) => {
		expect(found(heading, parts)).toEqual([{ column: 2, value: Object.keys(parts).join(', ') }]);
	});
	const few = { New: { Lead: 3, Demo: 3, Won: 3, Lost: 3 }, Renewals: { Due: 3, Legal: 3, Won: 3, Lost: 3 } };
	it.each([
		'Pipeline',
		'Sales Process',
		'Embudo',
		'Embudo de ventas',
		'Vertriebsprozess',
		'Funil',
		'Воронка',
		'管道',
		'パイプライン',
		'파이프라인',
		'Säljprocess',
		'Satış süreci',
	])('are said of a few deals where the heading says so: %s', (heading) => {
		expect(found(heading, few)).toEqual([{ column: 2, value: 'New, Renewals' }]);
	});
	it.each([
		['another heading', 'Region', few],
		['fewer of them', 'Pipeline', { New: { Lead: 2, Won: 2 }, Renewals: { Due: 2, Won: 2 } }],
	])('are not said of a few deals below %s', (_, heading, parts) => {
		expect(found(heading, parts)).toEqual([]);
	});
	it.each([
		['the same stages beside each value', { A: { Lead: 9, Demo: 9, Won: 4 }, B: { Lead: 9, Demo: 9, Won: 4 } }],
		['few deals', { A: { Lead: 1, Won: 1 }, B: { Demo: 1, Won: 1 } }],
		['a group of stages', { Early: { Lead: 9, Demo: 9 }, Late: { Proposal: 9 }, Closed: { Won: 9, Lost: 9 } }],
		['an own stage of one value only', { A: { Lead: 9, Won: 4 }, B: { Lead: 9, Demo: 9, Won: 4 } }],
	])('are not said of a column with %s', (_, parts) => {
		expect(found('Pipeline', parts)).toEqual([]);
	});
});

describe('a filter by one of the pipelines', () => {
	const grid = [
		['Deal', 'Stage', 'Line', 'Created'],
		...Array.from({ length: 60 }, (_, i) => {
			const isNew = i % 2 === 0;
			const own = isNew ? ['Lead', 'Demo', 'Won', 'Lost'] : ['Renewal due', 'Quote sent', 'Won', 'Lost'];
			return [`D${i}`, own[Math.floor(i / 2) % 4] ?? '', isNew ? 'New' : 'Renewals', '2025-01-02'];
		}),
	];
	const pipeline = pipelineOf(grid);
	const shown = (columns: Readonly<Record<string, string>>) =>
		buildReport(pipeline, { period: null, cohort: 'created', columns }, { winRateMode: 'all' })
			.stages.filter(({ isElsewhere }) => !isElsewhere)
			.map(({ name }) => name)
			.sort();
	it('shows the stages of that one only', () => {
		expect(shown({ Line: 'New' })).toEqual(['Demo', 'Lead', 'Lost', 'Won']);
		expect(shown({ Line: 'Renewals' })).toEqual(['Lost', 'Quote sent', 'Renewal due', 'Won']);
	});
	it.each([
		['Line', 'Renewals'],
		['line', 'renewals '],
	])('gives FUNNEL() the stages of that one only, each step to the next of them (%s)', (heading, value) => {
		const evaluated = evaluate(funnel, pipeline, [heading, value]);
		if (!evaluated.ok || evaluated.result.kind !== 'table') throw new Error('no table');
		const { columns, rows } = evaluated.result;
		const cell = (row: readonly unknown[], key: string) => row[columns.findIndex((column) => column.key === key)];
		expect(rows.map((row) => [cell(row, 'stage'), cell(row, 'now')])).toEqual([
			['Renewal due', 8],
			['Quote sent', 8],
			['Won', 7],
			['Lost', 7],
		]);
		expect(rows.slice(0, 2).map((row) => [cell(row, 'reached'), cell(row, 'movedOn')])).toEqual([
			[30, 15],
			[15, 7],
		]);
	});
	it.each(['New', 'Renewals'])('gives BOTTLENECK() the steps of that one only (%s)', (name) => {
		const evaluated = evaluate(bottleneck, pipeline, ['Line', name]);
		if (!evaluated.ok || evaluated.result.kind !== 'table') throw new Error('no table');
		const { columns, rows } = evaluated.result;
		const places = ['from', 'to', 'n', 'conversion'].map((key) => columns.findIndex((column) => column.key === key));
		const [first, second] = name === 'New' ? ['Lead', 'Demo'] : ['Renewal due', 'Quote sent'];
		expect(rows.map((row) => places.map((place) => row[place]))).toEqual([
			[first, second, 30, 15 / 30],
			[second, 'Won', 15, 7 / 15],
		]);
	});
	it.each(['New', 'Renewals'])('gives STAGE_CONVERSION() the steps of that one only (%s)', (name) => {
		const [first = '', second = ''] = name === 'New' ? ['Lead', 'Demo'] : ['Renewal due', 'Quote sent'];
		const evaluated = evaluate(stageConversion, pipeline, ['Line', name]);
		if (!evaluated.ok || evaluated.result.kind !== 'table') throw new Error('no table');
		expect(evaluated.result.rows.map((row) => row.slice(0, 3))).toEqual([
			[first, second, 15 / 30],
			[second, 'Won', 7 / 15],
		]);
		for (const [from, to, share] of [
			[first, second, 15 / 30],
			[second, 'Won', 7 / 15],
		] as const) {
			const named = evaluate(stageConversion, pipeline, [from, to, 'Line', name]);
			expect(named.ok && named.result.kind === 'measure' && named.result.value).toBe(share);
			const explained = evaluate(funnelExplain, pipeline, ['STAGE_CONVERSION', from, to, 'Line', name]);
			if (!explained.ok || explained.result.kind !== 'table') throw new Error('no table');
			const deals = explained.result.rows.filter(([row]) => typeof row === 'number');
			expect(deals.length).toBe(from === first ? 30 : 15);
		}
	});
	it.each(['New', 'Renewals'])('gives STAGE_CALIBRATION() the stages of that one only (%s)', (name) => {
		const evaluated = evaluate(stageCalibration, pipeline, ['Line', name]);
		if (!evaluated.ok || evaluated.result.kind !== 'table') throw new Error('no table');
		const { columns, rows } = evaluated.result;
		const seen = columns.findIndex(({ key }) => key === 'n');
		const [first, second] = name === 'New' ? ['Lead', 'Demo'] : ['Renewal due', 'Quote sent'];
		expect(rows.map((row) => [row[0], Number(row[seen]) > 0])).toEqual([
			[first, true],
			[second, false],
		]);
	});
	it('counts the stages that a deal has left in its own pipeline', () => {
		const left = dealDistances(
			pipeline,
			Int32Array.from({ length: 60 }, (_, i) => i),
		).map((distance, deal) => (distance === null ? null : [grid[deal + 1]?.[1], distance.stagesLeft]));
		expect(new Set(left.map((pair) => JSON.stringify(pair)))).toEqual(
			new Set(
				[null, ['Lead', 2], ['Renewal due', 2], ['Demo', 1], ['Quote sent', 1]].map((pair) => JSON.stringify(pair)),
			),
		);
		const ofStage = evaluate(distanceToWin, pipeline, ['Renewal due', 'Line', 'Renewals']);
		expect(ofStage.ok && ofStage.result.kind === 'table' && ofStage.result.rows[0]?.[1]).toBe(2);
	});
	it('leaves FUNNEL() of all pipelines as it is', () => {
		const evaluated = evaluate(funnel, pipeline, []);
		expect(evaluated.ok && evaluated.result.kind === 'table' && evaluated.result.rows).toHaveLength(6);
	});
	it('is offered beside the report, which shows all stages without it', () => {
		expect(shown({})).toHaveLength(6);
		const { pipelines } = reportChoices(pipeline, { period: null, cohort: 'created', columns: {} });
		expect(pipelines).toEqual({ heading: 'Line', names: ['New', 'Renewals'] });
	});
});
