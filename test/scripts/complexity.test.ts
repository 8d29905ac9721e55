import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { complexFunctions } from '../../scripts/checks/complexity.ts';

const branches = (count: number): string =>
	Array.from({ length: count }, (_, i) => `if (a === ${i}) return ${i};`).join('\n');
const found = (code: string) => complexFunctions(ts.createSourceFile('some.ts', code, ts.ScriptTarget.Latest, true));

describe('the limit of complexity', () => {
	it('allows fifteen ways through a function', () => {
		expect(found(`function f(a) {\n${branches(14)}\n}`)).toEqual([]);
	});

	it('refuses sixteen, by line', () => {
		expect(found(`\nfunction f(a) {\n${branches(15)}\n}`)).toEqual([{ line: 2, ways: 16 }]);
	});

	it('counts loops, cases, catches and junctions', () => {
		const code = `const f = (a) => { for (const b of a) while (b) do { try { a?.(b && c || d ?? e ? 1 : 2); } catch { g(); } } while (a);
			switch (a) { case 1: case 2: default: } ${branches(6)} };`;
		expect(found(code)).toEqual([{ line: 1, ways: 17 }]);
	});

	it('leaves the ways of a function to that function', () => {
		expect(found(`function f(a) {\n${branches(10)}\nreturn () => {\n${branches(10)}\n};\n}`)).toEqual([]);
	});
});
