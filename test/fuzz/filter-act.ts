/** A filter chosen in the page, of parts that the table has and of parts that it has not, and what the page shows of it. */
import type { OpenAnswer, ReadyState } from '../../src/addon/contract/sheet-and-settings.ts';
import type { Host } from '../../workbench/host/host.ts';
import type { Dice } from '../simulation/dice.ts';

interface Filtered {
	readonly dice: Dice;
	readonly host: Host;
	readonly findings: string[];
	now: number;
	ask<T>(name: string, request?: unknown): T | null;
}

const PERIODS = [null, '2026-Q1', '2026', 'last 90 days', '2026-13', 'TBD', ''];
const KEPT = ['null', '{}', '[1]', 'x', '{"filter":{"period":null,"cohort":"created","columns":{}},"chosenAt":1}'];

/** @param names headings, some of which the table has @param values some of which stand in it */
export function chooseFilter(document: Filtered, names: readonly string[], values: readonly string[]): void {
	const { dice, host, findings } = document;
	const columns = Object.fromEntries(
		Array.from({ length: dice.whole(0, 2) }, () => [dice.pick(names), dice.pick(values)]),
	);
	const filter = { period: dice.pick(PERIODS), cohort: dice.pick(['created', 'closed']), columns };
	const chosenAt = dice.pick([document.now, 0, Date.UTC(2062, 0, 1)]);
	const shown = document.ask<ReadyState>('sidebarReport', { filter, chosenAt });
	if (shown === null) return;
	const headings = shown.choices.filters.map(({ heading }) => heading);
	const unseen = Object.keys(columns).filter((heading) => !headings.includes(heading));
	if (unseen.length > 0) findings.push(`the filter ${JSON.stringify(unseen).slice(0, 80)} is not shown`);
	const { rows, stages, kinds } = shown.report;
	if (stages.reduce((sum, { now }) => sum + now, 0) + kinds.unknown + kinds.noStage > rows)
		findings.push(`more deals after the filter than rows: ${rows}`);
	document.now += 10 * 60_000;
	if (dice.isLucky(0.2))
		for (const name of host.properties.user.keys()) host.properties.user.set(name, dice.pick(KEPT));
	const opened = document.ask<OpenAnswer>('sidebarOpen', { filter: null })?.ready?.report.filter;
	if (opened !== undefined && ![JSON.stringify(filter), ALL_TIME].includes(JSON.stringify(opened)))
		findings.push(`the page opens with another filter: ${JSON.stringify(opened).slice(0, 120)}`);
}

const ALL_TIME = JSON.stringify({ period: null, cohort: 'created', columns: {} });
