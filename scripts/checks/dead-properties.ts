/**
 * Properties that the product declares and writes, and that neither product nor tools ever read: tests are not readers.
 * Types that fit each other share values, so that a property counts as read where one of its name is read anywhere.
 * Not here: files and exports that nothing uses (unused.ts).
 */
import ts from 'typescript';
import { ownFiles } from './product-program.ts';

const DECLARED_IN = /^(?:src|sidebar)\//u;
/** Functions that read whatever their argument has. */
const READS_ALL = /^(?:Object\.(?:entries|values|keys|assign|fromEntries)|JSON\.stringify|structuredClone)$/u;

class Readings {
	readonly names = new Set<string>();
	private readonly whole = new Set<ts.Type>();

	constructor(private readonly checker: ts.TypeChecker) {}

	note(symbol: ts.Symbol | undefined): void {
		if (symbol !== undefined) this.names.add(symbol.name);
	}

	/** Each property of a type, and of the types in it. */
	noteAll(type: ts.Type): void {
		if (this.whole.has(type) || this.whole.size > 20_000) return;
		this.whole.add(type);
		if (type.isUnionOrIntersection()) {
			for (const part of type.types) this.noteAll(part);
			return;
		}
		for (const property of type.getProperties()) {
			if (property.declarations?.[0]?.getSourceFile().isDeclarationFile === false) this.note(property);
		}
	}

	visit(node: ts.Node): void {
		if (ts.isPropertyAccessExpression(node) && !isWrite(node)) this.note(this.checker.getSymbolAtLocation(node.name));
		else if (ts.isElementAccessExpression(node)) this.noteElement(node);
		else if (ts.isBindingElement(node)) this.noteBinding(node);
		else if (ts.isSpreadAssignment(node) || ts.isJsxSpreadAttribute(node))
			this.noteAll(this.checker.getTypeAtLocation(node.expression));
		else if (ts.isCallExpression(node) && READS_ALL.test(node.expression.getText()))
			for (const argument of node.arguments) this.noteAll(this.checker.getTypeAtLocation(argument));
		else if (ts.isShorthandPropertyAssignment(node)) this.noteAssigned(node);
		ts.forEachChild(node, (child) => this.visit(child));
	}

	private noteElement(node: ts.ElementAccessExpression): void {
		const type = this.checker.getTypeAtLocation(node.expression);
		const key = this.checker.getTypeAtLocation(node.argumentExpression);
		const keys = key.isUnion() ? key.types : [key];
		for (const one of keys) if (one.isStringLiteral()) this.note(this.checker.getPropertyOfType(type, one.value));
		if (!keys.every((one) => one.isStringLiteral()) && (key.flags & ts.TypeFlags.StringLike) !== 0) this.noteAll(type);
	}

	private noteBinding(node: ts.BindingElement): void {
		if (!ts.isObjectBindingPattern(node.parent)) return;
		const type = this.checker.getTypeAtLocation(node.parent);
		if (node.dotDotDotToken !== undefined) this.noteAll(type);
		const name = node.propertyName ?? node.name;
		if (ts.isIdentifier(name) || ts.isStringLiteral(name)) this.note(this.checker.getPropertyOfType(type, name.text));
	}

	/** `({ a } = value)` reads as a binding does. */
	private noteAssigned(node: ts.ShorthandPropertyAssignment): void {
		const pattern = node.parent;
		const parent = pattern.parent;
		if (!ts.isBinaryExpression(parent) || parent.left !== pattern) return;
		const type = this.checker.getTypeAtLocation(parent.right);
		this.note(this.checker.getPropertyOfType(type, node.name.text));
	}
}

/** `deal.age = 3` only writes; `deal.age += 3` reads for its own sake, so it is not a use either. */
function isWrite(node: ts.PropertyAccessExpression): boolean {
	const { parent } = node;
	if (ts.isPostfixUnaryExpression(parent)) return ts.isExpressionStatement(parent.parent);
	return (
		ts.isBinaryExpression(parent) &&
		parent.left === node &&
		ts.isExpressionStatement(parent.parent) &&
		parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
		parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
	);
}

/** Marked as a step of a calculation that worked cases are compared with, which tests alone read. */
const isStep = (node: ts.Node): boolean => ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'step');

/** `file:line name` of each. @param root folder of the project */
export function deadProperties(program: ts.Program, root: string): { seen: number; findings: string[] } {
	const readings = new Readings(program.getTypeChecker());
	const own = ownFiles(program, root);
	for (const { file } of own) readings.visit(file);
	let seen = 0;
	const findings: string[] = [];
	for (const { file, path } of own) {
		if (!DECLARED_IN.test(path)) continue;
		const visit = (node: ts.Node): void => {
			if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) {
				seen++;
				const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
				if (!readings.names.has(node.name.text) && !isStep(node)) findings.push(`${path}:${line} ${node.name.text}`);
			}
			ts.forEachChild(node, visit);
		};
		visit(file);
	}
	return { seen, findings };
}
