/**
 * The deals by stage in a report sheet, counted by the sheet's own functions wherever those show the same, so that they
 * live on without the add-on. A row below counts texts that are not stages, so that none is silently left out.
 * Not here: such formulas themselves (core/formula/plain-formula.ts).
 */
import type { Cell } from '../../core/cells/cell.ts';
import { textKey } from '../../core/cells/text-key.ts';
import { type Condition, isWritable, type Plain, PlainFormulas, plainSum } from '../../core/formula/plain-formula.ts';
import { spelled } from '../../core/formula/spelling.ts';
import type { Stage, StageKind } from '../../core/model/stage.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import type { Execution } from '../execution.ts';
import { separatorOf } from '../formulas/formula-text.ts';
import type { Configured } from '../pipeline-source.ts';
import type { Layout } from './report-layout.ts';

/** @param range the table as formulas name it @param words of the filter, as our functions take them */
export function stagesNow(
	execution: Execution,
	configured: Configured,
	filter: ReportFilter,
	layout: Layout,
	range: string,
	words: readonly string[],
): void {
	const sheet = range.slice(0, range.lastIndexOf('!'));
	const { all } = configured.pipeline.stages;
	const columns = configured.table.columns.amount === undefined ? 2 : 3;
	const plain = PlainStages.of(execution, configured, filter, sheet);
	layout.heading(execution.say('report.stages'));
	const head = layout.rows(1);
	layout.bold.push(head);
	layout.heads.push(head);
	const names = [execution.say('field.stage'), execution.say('report.deals'), execution.say('field.amount')];
	names.slice(0, columns).forEach((name, column) => {
		layout.put(head, column, name);
	});
	const { grid, isMisuse } = layout.asked('stageCount', words);
	if (isMisuse) {
		layout.put(head, 0, grid[0]?.[0] ?? '');
		layout.rows(1);
		return;
	}

	for (const stage of all) {
		const row = layout.rows(1);
		const asked = [spelled('stage', stage.name), ...words];
		layout.put(row, 0, stage.name);
		layout.table(row, 1, 'stageCount', asked, same(plain?.count([stage])));
		if (columns === 3) layout.table(row, 2, 'stageAmount', asked, same(plain?.amount([stage])));
	}
	const unknown = execution.say('title.unknownStage');
	const listed = grid.slice(1 + all.length).find(([label]) => label === unknown)?.[1] ?? 0;
	const others = plain?.others(all);
	if (others !== undefined && others.value === listed) {
		const row = layout.rows(1);
		layout.put(row, 0, unknown);
		layout.count(row, 1, others.value, others.text);
	}

	// Named by their stages: a formula of the sheet does not follow when a stage becomes one of another kind.
	const won = namesOf(all, 'won');
	const rate = layout.rows(1);
	layout.put(rate, 0, `${won} ÷ (${[won, namesOf(all, 'lost')].filter((text) => text !== '').join(' + ')})`);
	layout.table(rate, 1, 'winRate', [spelled('word', 'closed'), ...words], same(plain?.rate(all)));
	if (columns === 3) {
		const mean = layout.rows(1);
		layout.put(mean, 0, execution.say('report.mean', { stages: won }));
		layout.table(mean, 2, 'averageDealSize', words, same(plain?.mean(all)));
	}
	layout.rows(1);
}

const ofKind = (all: readonly Stage[], kind: StageKind): Stage[] => all.filter((stage) => stage.kind === kind);

const namesOf = (all: readonly Stage[], kind: StageKind): string =>
	ofKind(all, kind)
		.map(({ name }) => name)
		.join(' + ');

/** The formula where it shows what the cell has; sums of the same amounts may differ in their last digits. */
function same(plain: Plain | undefined): (cell: Cell | undefined) => string | null {
	return (cell) => {
		if (plain === undefined) return null;
		const isEqual = typeof cell === 'number' && Math.abs(cell - plain.value) <= 1e-9 * Math.max(1, Math.abs(cell));
		return isEqual || (plain.isBlank === true && cell === '') ? plain.text : null;
	};
}

/** Formulas over the columns of one table, under the filter of a report. */
class PlainStages {
	private constructor(
		private readonly formulas: PlainFormulas,
		private readonly stageColumn: number,
		private readonly amountColumn: number | undefined,
		private readonly filter: readonly Condition[],
	) {}

	/** Undefined: a period or other columns decide too, or a text of the filter does not fit into a formula. */
	static of(execution: Execution, { table }: Configured, filter: ReportFilter, sheet: string): PlainStages | undefined {
		const { grid, headerRow, columns, outcomes } = table;
		const headings = (grid[headerRow] ?? []).map((cell) => textKey(String(cell)));
		const conditions = Object.entries(filter.columns).map(([heading, text]) => ({
			column: headings.indexOf(textKey(heading)),
			text,
		}));
		const isPlain = conditions.every(({ column, text }) => column >= 0 && isWritable(text));
		// Columns that are only compared with the stage move no deal.
		const isByStageAlone =
			!outcomes.some(({ isDeciding }) => isDeciding) && (columns.status ?? columns.stage) === columns.stage;
		if (columns.stage === undefined || !isByStageAlone || filter.period !== null || !isPlain) return undefined;
		const formulas = new PlainFormulas({
			grid,
			headerRow,
			sheet,
			separator: separatorOf(execution.document.locale),
		});
		return new PlainStages(formulas, columns.stage, columns.amount, conditions);
	}

	/** Undefined: a name does not fit into a formula. */
	count(stages: readonly Stage[]): Plain | undefined {
		const each = this.each(stages);
		return each && plainSum(each.map((conditions) => this.formulas.count(conditions)));
	}

	amount(stages: readonly Stage[]): Plain | undefined {
		return this.amounts(stages)?.sum;
	}

	/** Deals whose stage has a text that is none of these. */
	others(stages: readonly Stage[]): Plain | undefined {
		const known = this.count(stages);
		if (known === undefined) return undefined;
		const filled = this.formulas.filled(this.stageColumn, this.filter);
		return { text: `${filled.text}-(${known.text})`, value: filled.value - known.value };
	}

	rate(all: readonly Stage[]): Plain | undefined {
		const [won, lost] = [this.count(ofKind(all, 'won')), this.count(ofKind(all, 'lost'))];
		if (won === undefined || lost === undefined) return undefined;
		return this.formulas.quotient(won, plainSum([won, lost]));
	}

	mean(all: readonly Stage[]): Plain | undefined {
		const found = this.amounts(ofKind(all, 'won'));
		return found && this.formulas.quotient(found.sum, found.numbers);
	}

	private amounts(stages: readonly Stage[]): { readonly sum: Plain; readonly numbers: Plain } | undefined {
		const { amountColumn } = this;
		const each = amountColumn === undefined ? undefined : this.each(stages);
		if (amountColumn === undefined || each === undefined) return undefined;
		const found = each.map((conditions) => this.formulas.amounts(amountColumn, conditions));
		return { sum: plainSum(found.map(({ sum }) => sum)), numbers: plainSum(found.map(({ numbers }) => numbers)) };
	}

	/** One list of conditions for each name and alias. */
	private each(stages: readonly Stage[]): Condition[][] | undefined {
		const texts = new Map(
			stages.flatMap(({ name, aliases }) => [name, ...aliases]).map((text) => [text.toLowerCase(), text]),
		);
		if (![...texts.values()].every(isWritable)) return undefined;
		return [...texts.values()].map((text) => [{ column: this.stageColumn, text }, ...this.filter]);
	}
}
