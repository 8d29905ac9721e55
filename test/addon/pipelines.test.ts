/** A table of two sales processes: set-up and the report offer them. */
import { expect, it } from 'vitest';
import { Book, data, type Value } from './book.ts';

const OWN = { New: ['Lead', 'Demo', 'Won', 'Lost'], Renewals: ['Due', 'Quote', 'Won', 'Lost'] } as const;
const rows = (lines: readonly (keyof typeof OWN)[]): Value[][] =>
	Array.from({ length: 80 }, (_, at) => {
		const line = lines[at % lines.length] as keyof typeof OWN;
		return [`D-${at}`, OWN[line][Math.floor(at / 2) % 4] as string, line, 100, '2026-01-05'];
	});
const HEADINGS = ['Deal ID', 'Stage', 'Line', 'Amount', 'Created'];

it('set-up names the column and its pipelines', () => {
	expect(new Book(rows(['New', 'Renewals']), { headings: HEADINGS }).open().proposal?.pipelines).toEqual({
		heading: 'Line',
		names: ['New', 'Renewals'],
	});
	expect(new Book(rows(['New']), { headings: HEADINGS }).open().proposal?.pipelines).toBeNull();
});

it('the report offers what set-up has named', () => {
	const book = new Book(rows(['New', 'Renewals']), { headings: HEADINGS });
	expect(data(book.setUp()).ready?.choices.pipelines).toEqual({ heading: 'Line', names: ['New', 'Renewals'] });
});

it.each(['__proto__', 'constructor', 'By', 'Period', 'Won', '=1+1', 'a;b', '"Line"', 'word:by', 'x'.repeat(300)])(
	'a column called %j parts the pipelines like any other, in the page and in a cell',
	(heading) => {
		const headings = HEADINGS.map((name) => (name === 'Line' ? heading : name));
		const book = new Book(rows(['New', 'Renewals']), { headings });
		const pipelines = { heading, names: ['New', 'Renewals'] };
		expect(book.open().proposal?.pipelines).toEqual(pipelines);
		expect(data(book.setUp()).ready?.choices.pipelines).toEqual(pipelines);
		const columns = Object.fromEntries([[heading, 'Renewals']]);
		const { report } = data(book.call('sidebarReport', { filter: { period: null, cohort: 'created', columns } }));
		expect(report.deals).toBe(40);
		const quoted = `column:${heading}`.replace(/"/gu, '""');
		const own = book.evaluate(`=FUNNEL(Deals!A:E, "${quoted}", "Renewals")`) as { value?: unknown[][] };
		const stages = (own.value ?? []).map(([stage]) => stage);
		expect(stages).toEqual(expect.arrayContaining(['Due', 'Quote']));
		expect(stages).not.toContain('Lead');
		const findings = book.evaluate(`=FUNNEL_FINDINGS(Deals!A:E, "${quoted}", "New")`) as { value?: unknown[][] };
		expect(findings.value?.[0]?.[0]).toBe('Finding');
	},
);
