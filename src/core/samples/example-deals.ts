/** The worked table of the documentation: every metric's example is based on it. Not part of the bundle. */
import type { Cell } from '../cells/cell.ts';
import { plainStage, type Stage, type StageKind, StageList } from '../model/stage.ts';

function stage(name: string, kind: StageKind, probability: number): Stage {
	return plainStage(name, kind, probability, { id: name.toLowerCase() });
}

export const EXAMPLE_STAGES = new StageList([
	stage('Contact', 'open', 0.1),
	stage('Needs', 'open', 0.35),
	stage('Proposal', 'open', 0.65),
	stage('Contract', 'open', 0.75),
	stage('Won', 'won', 1),
	stage('Lost', 'lost', 0),
]);

/** Day on which the example is looked at: 2026-04-11. */
export const EXAMPLE_AS_OF_DAY = 20_554;

/** Ten deals with their header row. */
export const EXAMPLE_DEALS: readonly (readonly Cell[])[] = [
	['Deal ID', 'Deal', 'Stage', 'Amount', 'Created', 'Closed', 'Owner', 'Lost from', 'Loss reason'],
	['d1', 'Northwind press', 'Won', 10, '2026-01-01', '2026-02-10', 'Ann', '', ''],
	['d2', 'Harbor retrofit', 'Won', 20, '2026-01-01', '2026-01-26', 'Ann', '', ''],
	['d3', 'Mill extension', 'Lost', 5, '2026-01-01', '2026-01-16', 'Ben', 'Contact', 'Price'],
	['d4', 'Plant four', 'Lost', 30, '2026-01-11', '2026-03-12', 'Ben', 'Needs', 'Price'],
	['d5', 'Lakeside cooling', 'Needs', 8, '2026-01-21', '', 'Ann', '', ''],
	['d6', 'Orchard line', 'Contract', 40, '2026-01-31', '', 'Ben', '', ''],
	['d7', 'Depot scanners', 'Contact', 6, '2026-02-10', '', 'Ann', '', ''],
	['d8', 'Quarry pumps', 'Proposal', 12, '2026-02-20', '', '', '', ''],
	['d9', 'Ferry radios', 'Won', 15, '2026-01-01', '2026-04-06', 'Ben', '', ''],
	['d10', 'Cannery belt', 'Lost', 4, '2026-03-12', '2026-03-22', 'Ann', 'Contact', ''],
];

/** The stage changes of the ten deals with their header row. */
export const EXAMPLE_HISTORY: readonly (readonly Cell[])[] = [
	['Deal ID', 'Stage', 'Changed at'],
	...[
		'd1 01-01 Contact, 01-11 Needs, 01-21 Proposal, 01-31 Contract, 02-10 Won',
		'd2 01-01 Contact, 01-06 Proposal, 01-26 Won',
		'd3 01-01 Contact, 01-16 Lost',
		'd4 01-11 Contact, 01-31 Needs, 03-12 Lost',
		'd5 01-21 Contact, 01-31 Needs, 02-10 Contact, 03-02 Needs',
		'd6 01-31 Needs, 02-20 Proposal, 03-22 Contract',
		'd7 02-10 Contact',
		'd8 02-20 Contact, 03-02 Needs, 04-01 Proposal',
		'd9 01-01 Contact, 01-21 Needs, 02-20 Lost, 03-02 Needs, 04-01 Proposal, 04-06 Won',
		'd10 03-12 Contact, 03-22 Lost',
	].flatMap((line) => {
		const id = line.slice(0, line.indexOf(' '));
		return line
			.slice(id.length + 1)
			.split(', ')
			.map((move) => [id, move.slice(6), `2026-${move.slice(0, 5)}`]);
	}),
];
