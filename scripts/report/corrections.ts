/**
 * What the command line says about a table instead of what was found in it: the same that the setup lets a user
 * correct.
 */
import type { SetUpChoice, SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { FIELDS, type Field } from '../../src/core/model/opportunity.ts';
import { OUTCOME_EVIDENCE, type OutcomeColumn, type OutcomeEvidence } from '../../src/core/model/outcome.ts';
import { ReportError } from './options-error.ts';

export interface Corrections {
	/** Heading by field; '' when no column holds it. */
	readonly columns: ReadonlyMap<Field, string>;
	/** 1-based; null as found. */
	readonly headerRow: number | null;
	/** Heading by what it says about the end of deals; null means as found. */
	readonly outcomes: ReadonlyMap<OutcomeEvidence, string> | null;
}

/** `stage=Phase` → [stage, Phase]. @throws ReportError for another name than those */
function pairOf<T extends string>(option: string, text: string, names: readonly T[]): [T, string] {
	const [name, ...rest] = text.split('=');
	const known = names.find((one) => one === name?.trim());
	if (known === undefined || rest.length === 0)
		throw new ReportError(
			`"${text}" does not fit ${option}; write ${option} NAME="Heading" with one of ${names.join(', ')}.`,
		);
	return [known, rest.join('=').trim()];
}

/** @throws ReportError for a name that is told twice: nobody knows which one was meant */
function told<T extends string>(option: string, texts: readonly string[], names: readonly T[]): Map<T, string> {
	const pairs = texts.map((text) => pairOf(option, text, names));
	const found = new Map(pairs);
	const twice = pairs.find(([name, heading]) => found.get(name) !== heading);
	if (twice === undefined) return found;
	const [name, heading] = twice;
	throw new ReportError(`${option} ${name} is told twice, "${heading}" and "${found.get(name)}"; name one column.`);
}

/** @throws ReportError */
export function readCorrections(
	columns: readonly string[],
	headerRow: string | undefined,
	outcomes: readonly string[] | undefined,
): Corrections {
	const row = headerRow === undefined ? null : Number(headerRow);
	if (row !== null && !(Number.isInteger(row) && row > 0))
		throw new ReportError(`"${headerRow}" is no row; write --header-row like 3, the row of the headings in the file.`);
	const isNone = outcomes?.length === 1 && outcomes[0] === 'none';
	return {
		columns: told('--column', columns, FIELDS),
		headerRow: row,
		outcomes: outcomes === undefined ? null : told('--outcome', isNone ? [] : outcomes, OUTCOME_EVIDENCE),
	};
}

/**
 * Column of a heading; a number in brackets, as the setup shows it, where it has none.
 * @throws ReportError where no column has it
 */
function columnOf(headings: readonly string[], heading: string, fileName: string): number {
	const key = (text: string): string => text.trim().toLowerCase();
	const exact = headings.indexOf(heading);
	const found = exact >= 0 ? exact : headings.findIndex((other) => key(other) === key(heading));
	if (found >= 0) return found;
	const named = headings.filter((other) => other !== '').join(', ');
	throw new ReportError(`${fileName}: there is no column "${heading}". The headings are: ${named}.`);
}

/** What is read again from the sheet with these corrections; null when there is nothing to read again. */
export function correctedReading(
	{ headerRow, columns }: Corrections,
	headings: readonly string[],
	fileName: string,
): { readonly headerRow: number | null; readonly stageColumn: number | null } | null {
	const stage = columns.get('stage');
	if (headerRow === null && stage === undefined) return null;
	return { headerRow, stageColumn: stage === undefined ? null : columnOf(headings, stage, fileName) };
}

/** The columns and the rules for ends to set up. @throws ReportError for a heading that is not there */
export function correctedChoice(
	proposal: SetUpProposal,
	{ columns, outcomes }: Corrections,
	fileName: string,
): Pick<SetUpChoice, 'columns' | 'outcomes' | 'outcomeStages'> {
	const chosen = new Map(proposal.columns.flatMap(({ field, column }) => (column === null ? [] : [[field, column]])));
	for (const [field, heading] of columns) {
		if (heading === '') chosen.delete(field);
		else chosen.set(field, columnOf(proposal.headings, heading, fileName));
	}
	const own = (found: ReadonlyMap<OutcomeEvidence, string>): OutcomeColumn[] =>
		[...found].map(([evidence, heading]) => ({
			evidence,
			column: columnOf(proposal.headings, heading, fileName),
			isDeciding: true,
		}));
	return {
		columns: Object.fromEntries(chosen) as SetUpChoice['columns'],
		outcomes: outcomes === null ? proposal.outcomes : own(outcomes),
		outcomeStages: proposal.outcomeStages,
	};
}
