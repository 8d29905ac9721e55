/** What the warehouse asks of an engine. */
import type { Dialect } from '../sql/dialect.ts';

export type EngineCell = string | number | boolean | null;

export interface EngineColumn {
	readonly name: string;
	/** As the engine writes it: `VARCHAR`, `TIMESTAMP`, … */
	readonly type: string;
}

export interface Engine {
	readonly dialect: Dialect;
	/** How statements name what is kept under a name. */
	nameOf(name: string): string;
	/** Columns of a table or of a query in brackets. */
	columns(source: string): Promise<readonly EngineColumn[]>;
	/** The first rows, without a price: times as ISO texts. */
	sample(source: string, columns: readonly EngineColumn[], rows: number): Promise<readonly (readonly EngineCell[])[]>;
	/** Rows of a SELECT. */
	rows(sql: string): Promise<readonly (readonly EngineCell[])[]>;
	run(sql: string): Promise<void>;
	/** Keeps the rows of a SELECT under a name that later statements use, in place of what was kept there. */
	keep(name: string, select: string): Promise<void>;
	close(): void;
}
