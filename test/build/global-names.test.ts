import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../../scripts/build/registry.ts';
import { functionName } from '../../src/core/metrics/metric.ts';
import { distFile } from '../support/dist.ts';

/** Names that the top level of Code.js declares, sorted. */
function topLevelNames(): string[] {
	const names: string[] = [];
	for (const statement of parse(distFile('Code.js'), { ecmaVersion: 2019 }).body) {
		if (statement.type === 'FunctionDeclaration') names.push(statement.id.name);
		else if (statement.type === 'VariableDeclaration')
			names.push(...statement.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '?')));
	}
	return names.sort();
}

describe('the globals of Code.js', () => {
	it('are exactly the frozen list and one function a metric, because a page can call each of them and a cell can name it', async () => {
		const frozen = readFileSync(join('test', 'build', 'golden', 'global-names.txt'), 'utf8')
			.trim()
			.split('\n');
		const functions = (await loadRegistry()).map(({ id }) => functionName(id));
		expect(functions.length).toBeGreaterThan(0);
		expect(topLevelNames()).toEqual([...frozen, ...functions].sort());
	});

	it('are one closed bundle and functions, nothing else', () => {
		const kinds = parse(distFile('Code.js'), { ecmaVersion: 2019 }).body.map((statement) =>
			'directive' in statement ? 'directive' : statement.type,
		);
		expect(kinds.filter((kind) => kind === 'VariableDeclaration')).toHaveLength(1);
		expect(new Set(kinds.filter((kind) => kind !== 'directive'))).toEqual(
			new Set(['VariableDeclaration', 'FunctionDeclaration']),
		);
	});

	it('hold one custom function for each metric, with a summary, every parameter and a result described', async () => {
		const code = distFile('Code.js');
		const metrics = await loadRegistry();
		expect(metrics.length).toBeGreaterThan(0);
		for (const { id, summary } of metrics) {
			const declaration = new RegExp(
				`/\\*\\*\\n((?: \\*.*\\n)+)function ${functionName(id)}\\(([^)]*)\\) \\{\\n {2}return Addon_\\.callMetric\\('${id}', arguments\\);\\n\\}`,
				'u',
			).exec(code);
			expect(declaration, functionName(id)).not.toBeNull();
			const [, comment = '', parameters = ''] = declaration ?? [];
			expect(comment).toContain(` * ${summary.en}`);
			expect(comment).toContain('\n * @return ');
			expect(comment).toContain('\n * @customfunction\n');
			for (const parameter of parameters.split(', '))
				expect(comment).toMatch(new RegExp(`@param \\{[^}]+\\} ${parameter} \\S.*\\.\\n`, 'u'));
		}
		expect(code.match(/@customfunction/gu)).toHaveLength(metrics.length);
	});
});
