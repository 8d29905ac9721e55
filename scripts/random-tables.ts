/**
 * `npm run random-tables`: known deals written out in random tables and read back; counts by question, and every silent
 * difference. `-- [tables] [seed]`.
 */
import { readBack } from '../test/random-tables/read-back.ts';
import { writtenTable } from '../test/random-tables/written-table.ts';

const [count = 10_000, seed = 20_261_129] = process.argv.slice(2).map(Number);
const SHOWN = 40;
const counts = new Map<string, { asked: number; listed: number; silent: number }>();
let [right, silent] = [0, 0];
for (let i = 0; i < count; i++) {
	const table = writtenTable(seed + i);
	const found = readBack(table);
	if (found.length === 0) right++;
	const isFirst = new Set<string>();
	for (const { question, answer, text } of found) {
		if (isFirst.has(`${question} ${answer}`)) continue;
		isFirst.add(`${question} ${answer}`);
		const count = counts.get(question) ?? { asked: 0, listed: 0, silent: 0 };
		count[answer]++;
		counts.set(question, count);
		if (answer === 'silent' && silent++ < SHOWN)
			console.log(`seed ${table.seed} (${table.language}): ${question}: ${text}`);
	}
}
console.log(`random tables: ${count} (seed ${seed}), ${right} read right`);
console.table(Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))));
console.log(`silent differences: ${silent}`);
if (silent > 0) process.exitCode = 1;
