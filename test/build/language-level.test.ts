import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distFile } from '../support/dist.ts';

const folder = join('node_modules', '.cache', 'stagekeeper', `language-level-${process.pid}`);

/**
 * Names that the code uses without declaring them and that neither JavaScript of 2020 nor Google's services know.
 * The compiler resolves scopes, so words in strings and members of objects do not count.
 */
function unknownGlobals(code: string): string[] {
	const path = join(folder, 'Code.js');
	writeFileSync(path, code);
	const program = ts.createProgram([path], {
		allowJs: true,
		checkJs: true,
		noEmit: true,
		lib: ['lib.es2020.d.ts'],
		types: ['google-apps-script'],
		target: ts.ScriptTarget.ES2019,
		skipLibCheck: true,
	});
	const source = program.getSourceFile(path);
	if (source === undefined) throw new Error('the compiler did not read Code.js');
	const cannotFind = new Set([2304, 2552, 2580, 2581, 2582, 2583, 2584, 2585, 2591, 2592, 2593, 2868]);
	return program
		.getSemanticDiagnostics(source)
		.filter(({ code: number }) => cannotFind.has(number))
		.map(({ start, length }) => code.slice(start, (start ?? 0) + (length ?? 0)));
}

/** Uses of the ways around that check. */
function globalObjects(code: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (
			ts.isIdentifier(node) &&
			['globalThis', 'eval', 'Function'].includes(node.text) &&
			!ts.isPropertyAccessExpression(node.parent)
		)
			found.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('Code.js', code, ts.ScriptTarget.ES2020, true));
	return found;
}

describe('the language of Code.js', () => {
	beforeAll(() => {
		mkdirSync(folder, { recursive: true });
	});
	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it('is JavaScript of 2019, because Google refuses newer syntax on push', () => {
		expect(() => parse('class A { x = 1; }', { ecmaVersion: 2019 })).toThrow();
		expect(() => parse(distFile('Code.js'), { ecmaVersion: 2019 })).not.toThrow();
	});

	it('uses no global that Google does not have', () => {
		const forbidden = [
			'fetch',
			'URL',
			'TextEncoder',
			'structuredClone',
			'setTimeout',
			'crypto',
			'document',
			'window',
			'process',
			'require',
			'Blob',
			'queueMicrotask',
		];
		expect(unknownGlobals(forbidden.map((name) => `${name}.x;`).join('\n'))).toEqual(forbidden);
		expect(unknownGlobals(distFile('Code.js'))).toEqual([]);
		expect(globalObjects(distFile('Code.js'))).toEqual([]);
	});
});
