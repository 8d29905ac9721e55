/** Who may write cell contents: one file, so that its guard cannot be passed by. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const GUARD = 'src/sheet/cell-writing.ts';
const WRITES =
	/\.(?:setValues?|setFormulas?|setFormulasR1C1|setFormulaR1C1|setRichTextValues?|appendRow|copyTo|copyValuesToRange)\(/gu;

describe('cell contents', () => {
	it('are written in one file only', () => {
		const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
		const others = files
			.map((name) => `src/${name}`)
			.filter((path) => path !== GUARD)
			.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(WRITES)].map(([call]) => `${path}: ${call}`));
		expect(others).toEqual([]);
		expect([...readFileSync(GUARD, 'utf8').matchAll(WRITES)].length).toBeGreaterThan(3);
	});
});
