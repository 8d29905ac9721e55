/** A table of the engine: how it is named in statements, its columns, and its first rows as cells of a sheet. */

import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { Cell, Grid } from '../src/core/cells/cell.ts';
import type { Engine, EngineCell, EngineColumn } from './engines/engine.ts';
import { type EngineName, WarehouseError } from './options.ts';
import type { Dialect } from './sql/dialect.ts';

export interface Source {
	/** As it is named to people. */
	readonly name: string;
	/** As it is written in SQL statements. */
	readonly from: string;
	readonly columns: readonly EngineColumn[];
	/** Headings and the first rows. */
	readonly grid: Grid;
}

/** So many rows are looked at to find the columns and to propose stages. */
const SAMPLE = 20_000;
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u;

/** @throws WarehouseError for a file that is not there or of another kind */
export function fromOf(engine: EngineName, dialect: Dialect, name: string): string {
	if (engine === 'bigquery') return dialect.name(name);
	if (!existsSync(name)) throw new WarehouseError(`There is no file ${name}.`);
	const kind = extname(name).toLowerCase();
	if (kind === '.parquet') return `read_parquet(${dialect.text(name)})`;
	// As text: only then is 007 an id and not the number 7.
	if (kind === '.csv' || kind === '.tsv') return `read_csv(${dialect.text(name)}, header = true, all_varchar = true)`;
	throw new WarehouseError(`${name} is neither a .parquet nor a .csv file.`);
}

export async function openSource(engine: Engine, name: string, from: string): Promise<Source> {
	const columns = await engine.columns(from);
	const rows = await engine.sample(from, columns, SAMPLE);
	return { name, from, columns, grid: [columns.map((column) => column.name), ...rows.map((row) => row.map(cellOf))] };
}

/** As a sheet would hold it. */
export function cellOf(value: EngineCell): Cell {
	if (value === null) return '';
	if (typeof value !== 'string') return value;
	if (value === 'TRUE' || value === 'FALSE') return value === 'TRUE';
	return PLAIN_NUMBER.test(value) ? Number(value) : value;
}
