/** `npm run differential`: thousands of random tables with histories, every figure against DuckDB. Needs the packages of bench/. */
import { duckDbFigures } from '../test/differential/duckdb.ts';
import { differences } from '../test/differential/figures.ts';
import { ourFigures } from '../test/differential/ours.ts';
import { randomTables } from '../test/differential/random-table.ts';

const [count = 4000, seed = 20_261_125] = process.argv.slice(2).map(Number);
const SHOWN = 5;

const tables = randomTables(seed, count);
const theirs = await duckDbFigures(tables);
if (theirs === null) console.log('differential: skipped, DuckDB is not installed (npm ci --prefix bench)');
else {
	let figures = 0;
	let wrong = 0;
	tables.forEach((table, t) => {
		const ours = ourFigures(table);
		figures += ours.size;
		const different = differences(ours, theirs[t] ?? new Map());
		if (different.length > 0 && wrong++ < SHOWN)
			console.log(`table ${t}: ${different.join(' · ')}\n${JSON.stringify(table)}`);
	});
	console.log(
		`differential: ${count} tables (seed ${seed}), ${figures} figures against DuckDB, ${wrong} tables differ`,
	);
	if (wrong > 0 || figures === 0) process.exitCode = 1;
}
