/** How often detection is right about labeled tables, by question, language and its own certainty. */
import { textKey } from '../../src/core/cells/text-key.ts';
import { detectStages } from '../../src/core/detection/stage-detection.ts';
import { detectTable, type TableDetection } from '../../src/core/detection/table-detection.ts';
import { LANGUAGES } from '../../src/core/vocabulary/languages/index.ts';
import { type LabelledTable, labelledTable, randomFrom } from './labelled-table.ts';

export const QUESTIONS = ['columns', 'kinds', 'order'] as const;
export type Question = (typeof QUESTIONS)[number];
/** `asked`: left to the user, because it was not found, is unsure or is named as doubtful. */
export const SURENESS = ['sure', 'likely', 'asked'] as const;
export type Sureness = (typeof SURENESS)[number];

export interface Judgment {
	readonly question: Question;
	readonly language: string;
	readonly sureness: Sureness;
	readonly isRight: boolean;
	/** What was taken for what, for people who look for the fault. */
	readonly note: string;
}

type Verdict = Omit<Judgment, 'language'>;

function columnsOf({ columns: truth }: LabelledTable, { columns, headings }: TableDetection): Verdict[] {
	const fields = new Set([...truth.keys(), ...columns.keys()]);
	return [...fields].flatMap((field): Verdict[] => {
		const [wanted, found] = [truth.get(field), columns.get(field)];
		// An expected close beside the end is read from the same cells.
		if (field === 'expectedClose' && found?.column === truth.get('closed')) return [];
		const sureness =
			found === undefined || found.confidence === 'unsure' || found.confidence === 'none' ? 'asked' : found.confidence;
		const note = `${field}: ${found === undefined ? 'nothing' : headings[found.column]} for ${wanted === undefined ? 'nothing' : headings[wanted]}`;
		return [{ question: 'columns', sureness, isRight: found?.column === wanted, note }];
	});
}

function stagesOf({ grid, stages: truth }: LabelledTable, detection: TableDetection): Verdict[] {
	const { stages, doubts } = detectStages(grid, detection);
	const kindOf = new Map([...truth].map(([name, kind]) => [textKey(name), kind]));
	const kinds = stages.map(
		({ name, kind }): Verdict => ({
			question: 'kinds',
			sureness: kind === null ? 'asked' : 'sure',
			isRight: kind === kindOf.get(textKey(name)),
			note: `${name}: ${kind} for ${kindOf.get(textKey(name))}`,
		}),
	);
	const open = stages.filter(({ kind, name }) => kind === 'open' && kindOf.get(textKey(name)) === 'open');
	const place = [...kindOf.keys()];
	const order = open.slice(1).map(({ name }, i): Verdict => {
		const before = open[i]?.name ?? '';
		const isDoubted = doubts.some(({ first, second }) => first === before && second === name);
		return {
			question: 'order',
			sureness: isDoubted ? 'asked' : 'sure',
			isRight: place.indexOf(textKey(before)) < place.indexOf(textKey(name)),
			note: `${before} before ${name}`,
		};
	});
	return [...kinds, ...order];
}

/** @param tables of each language @param seed of the first */
export function calibration(tables: number, seed: number): Judgment[] {
	return LANGUAGES.filter(({ pipelines }) => pipelines.length > 0).flatMap((language, at) =>
		Array.from({ length: tables }, (_, i) => i).flatMap((i) => {
			const table = labelledTable(randomFrom(seed + at * 100_003 + i), language);
			const detection = detectTable(table.grid);
			const columns = columnsOf(table, detection);
			const isStageRight = detection.columns.get('stage')?.column === table.columns.get('stage');
			const stages = isStageRight ? stagesOf(table, detection) : [];
			return [...columns, ...stages].map((verdict): Judgment => ({ ...verdict, language: language.name }));
		}),
	);
}

/** Right ones and all of them. */
export function shareOf(
	judgments: readonly Judgment[],
	fits: (judgment: Judgment) => boolean,
): { right: number; all: number } {
	const some = judgments.filter(fits);
	return { right: some.filter(({ isRight }) => isRight).length, all: some.length };
}
