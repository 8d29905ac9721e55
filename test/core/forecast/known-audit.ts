/** Checks of audited probabilities and of changes between periods against the known answers. */
import { expect } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { existing } from '../../../src/core/speed/existing.ts';
import type { Period } from '../../../src/core/statistics/period.ts';
import { dayOf } from './known-forecast.ts';
import { near } from './known-period.ts';
import { shipped } from './shipped-forecast.ts';

// biome-ignore lint/suspicious/noExplicitAny: plain JSON, read key by key
type Json = any;

export function checkStageCalibration(sheet: Pipeline, rows: readonly Json[], core = shipped): void {
	const whole = core.wholeSelection(sheet.opportunities);
	const fates = core.fateEvents(sheet, whole);
	const found = core.stageCalibration(sheet.stages, fates, () => sheet.history !== null);
	expect(found.length).toBe(rows.length);
	for (const [i, known] of rows.entries()) {
		const row = found[i];
		expect(sheet.stages.all[row?.position ?? -1]?.name).toBe(known.name);
		expect([row?.n, row?.won, row?.lost, row?.verdict]).toEqual([known.n, known.won, known.lost, known.verdict]);
		for (const key of ['set', 'seen', 'low', 'high', 'unresolved', 'offer'] as const)
			near(row?.[key], known[key], `${known.name} ${key}`);
		const { low, high } = core.wilson(known.seen * known.size, known.size);
		near(row?.low, low, `${known.name} low by size`);
		near(row?.high, high, `${known.name} high by size`);
		const curve = core.aalenJohansen(existing(fates[i]));
		expect(curve.supportedUntil).toBe(known.supported);
	}
}

/** @param periods months that the answers look ahead */
export function checkForecastCalibration(sheet: Pipeline, periods: number, known: Json): void {
	const method = known.mode === 'stage' ? 'stages' : 'age';
	const basis = shipped.forecastBasis(sheet, shipped.wholeSelection(sheet.opportunities), { method });
	const forecast = basis === null ? null : shipped.forecastOf(basis, { periods, months: 1 });
	const check = forecast === null ? null : shipped.checkProbabilities(shipped.forecastStated(forecast));
	expect(forecast?.origins.length).toBe(known.origins);
	near(check?.brier, known.brier, 'brier');
	near(check?.miscalibration, known.mcb, 'mcb');
	near(check?.discrimination, known.dsc, 'dsc');
	near(check?.uncertainty, known.unc, 'unc');
	near(check?.logScore, known.log, 'log');
	near(check?.z, known.z, 'z');
	const groups = check?.groups ?? [];
	const sum = (key: 'n' | 'won'): number => groups.reduce((all, group) => all + group[key], 0);
	expect(sum('n')).toBe(known.n);
	near(sum('won') / sum('n'), known.mean, 'mean');
	expect(groups.map(({ n, won }) => [n, won])).toEqual(known.groups.map(({ n, won }: Json) => [n, won]));
	for (const [i, group] of known.groups.entries())
		for (const key of ['from', 'to', 'stated', 'seen', 'low', 'high'] as const)
			near(groups[i]?.[key], group[key], `group ${i} ${key}`);
}

export function checkChange(sheet: Pipeline, known: Json, core = shipped): void {
	const whole = core.wholeSelection(sheet.opportunities);
	const spanOf = (key: 'before' | 'now'): Period => {
		const [from, to] = known[key].period;
		return { first: dayOf(from), last: dayOf(to), months: null };
	};
	const at = (key: 'before' | 'now', part = whole) => core.periodFigures(sheet, part, spanOf(key), false);
	for (const key of ['before', 'now'] as const) {
		const found = at(key);
		const { days, closed, won, rate, average, money, open, cycle } = known[key];
		expect([found.closed, found.amounts.n, found.open]).toEqual([closed, won, open]);
		expect(found.period.last - found.period.first + 1).toBe(days);
		near(found.amounts.n / found.closed, rate, 'rate');
		near(found.amounts.sum / found.amounts.n, average, 'average');
		near(found.amounts.sum, money, 'money');
		near(found.cycles.sum / found.cycles.n, cycle, 'cycle');
	}
	const asOf = dayOf('2030-01-01');
	const bookings = core.salesChange(at('before'), at('now'), 'bookings', asOf);
	near((bookings.now ?? 0) - (bookings.before ?? 0), known.bookings.change, 'change');
	for (const { name, effect } of bookings.levers) near(effect, known.bookings[name], name);
	const velocity = core.salesChange(at('before'), at('now'), 'velocity', asOf);
	near(velocity.before, known.velocity.before, 'velocity before');
	near(velocity.now, known.velocity.now, 'velocity now');
	for (const { name, effect } of velocity.levers) near(effect, known.velocity[name], name);
	if (known.by === null) return;
	const dimension = sheet.opportunities.dimension(known.by);
	if (dimension === null) throw new Error(known.by);
	const groups = core
		.groupsOf(sheet, whole, { dimension }, 'closed')
		.map(({ label, selection }) => ({ label, before: at('before', selection), now: at('now', selection) }));
	const found = new Map(core.winRateByGroup(groups).map((group) => [group.label, group]));
	const { before, now, rate, mix } = known.rateBy;
	near(at('before').amounts.n / at('before').closed, before, 'rate before');
	near(at('now').amounts.n / at('now').closed, now, 'rate now');
	for (const { name, deals, won, rate: own, mix: ownMix } of known.rateBy.groups) {
		const group = found.get(name);
		expect([group?.dealsBefore, group?.dealsNow]).toEqual([...deals]);
		near((group?.rateBefore ?? 0) * (group?.dealsBefore ?? 0), won[0], `${name} won before`);
		near((group?.rateNow ?? 0) * (group?.dealsNow ?? 0), won[1], `${name} won now`);
		near(group?.rateEffect, own, `${name} rate`);
		near(group?.mixEffect, ownMix, `${name} mix`);
	}
	const total = (key: 'rateEffect' | 'mixEffect'): number =>
		[...found.values()].reduce((sum, group) => sum + group[key], 0);
	near(total('rateEffect'), rate, 'rate of all');
	near(total('mixEffect'), mix, 'mix of all');
}
