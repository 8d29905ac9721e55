/**
 * Functions with more ways through them than a reader keeps in mind. Not here: which files are read (lint.ts,
 * figures.ts).
 */
import ts from 'typescript';

/** Ways through one function. */
export const LIMIT = 15;

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

/** Functions over the limit. @param source parsed with the parents of its nodes set */
export function complexFunctions(source: ts.SourceFile): { readonly line: number; readonly ways: number }[] {
	const found: { line: number; ways: number }[] = [];
	const visit = (node: ts.Node): void => {
		const ways = ts.isFunctionLike(node) ? complexityOf(node) : 0;
		if (ways > LIMIT) found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, ways });
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}
