/**
 * `npm run figures [-- FOLDER]`: what the sources cost their reader. Prints casts, lines over 120 characters, and
 * functions by cyclomatic complexity, room by room, then properties that nothing reads. Not here: limits, which the
 * linter and the tests hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { complexFunctions } from './checks/complexity.ts';
import { deadProperties } from './checks/dead-properties.ts';
import { productProgram } from './checks/product-program.ts';

const ROOMS = ['src/core', 'src/messages', 'src/sheet', 'src/addon', 'sidebar', 'workbench', 'scripts'];
const WIDTH = 120;

interface Figures {
	lines: number;
	casts: number;
	longLines: number;
	readonly complex: string[];
}

/** A cast claims a type; `as const` and `as unknown` claim none. */
function isCast(node: ts.Node): boolean {
	return ts.isAsExpression(node) && !['const', 'unknown'].includes(node.type.getText());
}

function read(file: string, figures: Figures): void {
	const text = readFileSync(file, 'utf8');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const lines = text.split('\n');
	figures.lines += lines.length - 1;
	figures.longLines += lines.filter((line) => line.replace(/\t/gu, '  ').length > WIDTH).length;
	const visit = (node: ts.Node): void => {
		if (isCast(node)) figures.casts++;
		ts.forEachChild(node, visit);
	};
	visit(source);
	figures.complex.push(...complexFunctions(source).map(({ line, ways }) => `${file}:${line} ${ways}`));
}

const root = process.argv[2] ?? '.';
console.log('room            lines  casts  per 1,000  long lines  functions over 15');
const complex: string[] = [];
for (const room of ROOMS) {
	const figures: Figures = { lines: 0, casts: 0, longLines: 0, complex: [] };
	const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' });
	for (const file of files.filter((name) => /\.tsx?$/u.test(name)).sort()) read(join(root, room, file), figures);
	const { lines, casts, longLines } = figures;
	const cells = [lines, casts, ((casts / lines) * 1000).toFixed(1), longLines, figures.complex.length];
	const widths = [6, 5, 9, 10, 17];
	console.log(`${room.padEnd(14)} ${cells.map((cell, i) => String(cell).padStart(widths[i] ?? 0)).join('  ')}`);
	complex.push(...figures.complex);
}
for (const line of complex) console.log(line);
const { seen, findings } = deadProperties(productProgram(resolve(root)), resolve(root));
console.log(`${findings.length} of ${seen} properties of the product are read by nothing but tests`);
for (const line of findings) console.log(line);
