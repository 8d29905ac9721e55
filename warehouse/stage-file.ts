/**
 * The file of --stages: the columns of the `Stages` sheet, or JSON, a list of objects `{name, kind, probability, …}`.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Cell, Grid } from '../src/core/cells/cell.ts';
import type { Stage } from '../src/core/model/stage.ts';
import { readStageTable } from '../src/core/stage-list/stage-table.ts';
import { WarehouseError } from './options.ts';

const KEYS = ['name', 'kind', 'probability', 'usualDays', 'exitRule', 'tasks', 'aliases'] as const;
const HEADINGS = ['Name', 'Kind', 'Probability', 'Usual days', 'Exit rule', 'Tasks', 'Aliases'];

/** @throws WarehouseError */
export function stagesOf(path: string): readonly Stage[] {
	const { stages } = readStageTable(path.toLowerCase().endsWith('.json') ? jsonGrid(path) : csvGrid(path));
	if (stages.length > 0) return stages;
	throw new WarehouseError(`${basename(path)}: no stage was found; it needs the columns Name, Kind and Probability.`);
}

function textOfFile(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		throw new WarehouseError(`${path} cannot be read: ${(error as Error).message}`);
	}
}

function jsonGrid(path: string): Grid {
	const text = textOfFile(path);
	let list: unknown;
	try {
		list = JSON.parse(text);
	} catch (error) {
		throw new WarehouseError(`${basename(path)} cannot be read: ${(error as Error).message}`);
	}
	if (!Array.isArray(list)) throw new WarehouseError(`${basename(path)}: a list of stages is expected.`);
	const cell = (value: unknown): Cell =>
		typeof value === 'number' ? value : Array.isArray(value) ? value.join('; ') : String(value ?? '');
	return [HEADINGS, ...(list as Record<string, unknown>[]).map((stage) => KEYS.map((key) => cell(stage[key])))];
}

/** Quotes as in RFC 4180. */
function csvGrid(path: string): Grid {
	const text = textOfFile(path).replace(/^\uFEFF/u, '');
	const rows: string[][] = [];
	let row: string[] = [];
	for (const [whole, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
		if (whole === '' && row.length === 0) break;
		row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
		if (end === ',') continue;
		rows.push(row);
		row = [];
	}
	return rows.map((cells) => cells.map((cell): Cell => (/^-?\d+(\.\d+)?$/u.test(cell) ? Number(cell) : cell)));
}
