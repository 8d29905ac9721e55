/** The deals of the sample in view, read from the cells without the add-on, and what must follow from them. */
import type { Language, WorkbenchPage } from '../workbench.ts';

/** Where the sample of a language has what. */
export const SAMPLES = {
	en: {
		stages: ['Qualify', 'Product introduction', 'Needs and solution', 'Quote and contract'],
		won: 'Won',
		lost: 'Lost',
		/** Not in the list; the nearest one is `meant`. */
		misspelled: 'Wonn',
		meant: 'Won',
		lostIn: 12,
	},
	'zh-CN': {
		stages: ['初步接触', '需求确认', '方案报价', '商务谈判'],
		won: '赢单',
		lost: '输单',
		misspelled: '方案报阶',
		meant: '方案报价',
		lostIn: 10,
	},
} as const;

const COLUMNS = 13;
const [NAME, STAGE, AMOUNT] = [1, 3, 4];

export interface SampleDeal {
	/** 1-based sheet row. */
	readonly row: number;
	readonly name: string;
	readonly stage: string;
	readonly amount: number;
	/** Place of the last open stage that it reached; the number of open stages when it is won. */
	readonly furthest: number;
}

/** Values of the first sheet's own columns, the heading row first. */
export const dealCells = (workbench: WorkbenchPage): Promise<unknown[][]> =>
	workbench.run(
		({ store }, columns) =>
			store
				.read(0, { row: 0, column: 0, rows: store.used(0).rows, columns })
				.map((row) => row.map(({ value }) => value)),
		COLUMNS,
	);

export async function sampleDeals(workbench: WorkbenchPage, language: Language): Promise<SampleDeal[]> {
	const { stages, won, lost, lostIn } = SAMPLES[language];
	return (await dealCells(workbench)).slice(1).map((cells, at) => {
		const stage = String(cells[STAGE] ?? '');
		const reached = stage === lost ? String(cells[lostIn]) : stage;
		return {
			row: at + 2,
			name: String(cells[NAME]),
			stage,
			amount: amountOf(cells[AMOUNT]),
			furthest: stage === won ? stages.length : (stages as readonly string[]).indexOf(reached),
		};
	});
}

/** A few Chinese amounts are text: `8.5万`. */
function amountOf(value: unknown): number {
	return typeof value === 'string' && value.endsWith('万') ? Number(value.slice(0, -1)) * 10_000 : Number(value);
}

export const sum = (deals: readonly SampleDeal[]): number => deals.reduce((total, { amount }) => total + amount, 0);
