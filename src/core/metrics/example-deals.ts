/** The worked table of the documentation: every metric's example stands on it. Not part of the bundle. */
import type { Cell } from '../cell.ts';
import { type Stage, type StageKind, StageList } from '../stage.ts';

function stage(name: string, kind: StageKind, probability: number): Stage {
	return { id: name.toLowerCase(), name, kind, probability, aliases: [], usualDays: null, exitRule: '', tasks: [] };
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
