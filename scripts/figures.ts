/**
 * `npm run figures [-- FOLDER]`: what the sources cost their reader. Prints casts, lines over 120 characters, and functions by
 * cyclomatic complexity, room by room, then properties that nothing reads. Not here: limits, which the linter and the tests hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { deadProperties } from './checks/dead-properties.ts';

const ROOMS = ['src/core', 'src/messages', 'src/sheet', 'src/addon', 'sidebar', 'workbench', 'scripts'];
const WIDTH = 120;
const LIMIT = 15;

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

const BRANCHES: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.IfStatement,
	ts.SyntaxKind.ConditionalExpression,
	ts.SyntaxKind.ForStatement,
	ts.SyntaxKind.ForInStatement,
	ts.SyntaxKind.ForOfStatement,
	ts.SyntaxKind.WhileStatement,
	ts.SyntaxKind.DoStatement,
	ts.SyntaxKind.CaseClause,
	ts.SyntaxKind.CatchClause,
]);
const JUNCTIONS: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.AmpersandAmpersandToken,
	ts.SyntaxKind.BarBarToken,
	ts.SyntaxKind.QuestionQuestionToken,
]);

/** Ways through a function (McCabe 1976), those of functions inside it left out. */
function complexityOf(body: ts.Node): number {
	let ways = 1;
	const visit = (node: ts.Node): void => {
		if (ts.isFunctionLike(node)) return;
		if (BRANCHES.has(node.kind)) ways++;
		if (ts.isBinaryExpression(node) && JUNCTIONS.has(node.operatorToken.kind)) ways++;
		ts.forEachChild(node, visit);
	};
	ts.forEachChild(body, visit);
	return ways;
}

function read(file: string, figures: Figures): void {
	const text = readFileSync(file, 'utf8');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const lines = text.split('\n');
	figures.lines += lines.length - 1;
	figures.longLines += lines.filter((line) => line.replace(/\t/gu, '  ').length > WIDTH).length;
	const visit = (node: ts.Node): void => {
		if (isCast(node)) figures.casts++;
		if (ts.isFunctionLike(node)) {
			const ways = complexityOf(node);
			const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
			if (ways > LIMIT) figures.complex.push(`${file}:${line} ${ways}`);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
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
const { seen, findings } = deadProperties(resolve(root));
console.log(`${findings.length} of ${seen} properties of the product are read by nothing but tests`);
for (const line of findings) console.log(line);
