/**
 * Members of Google's sheets and ranges that `src/addon` uses and that write cells or lead to them: `src/sheet` owns
 * cells. The compiler knows each member's class, whatever the variable is called. Not here: what the members do.
 */
import ts from 'typescript';
import { ownFiles } from './product-program.ts';

const ABOVE = /^src\/addon\//u;
const CLASSES: ReadonlySet<string> = new Set(['Sheet', 'Range', 'RangeList']);
/**
 * Members that name a sheet or return the position and content of an edited cell. A whole sheet may also be shown,
 * hidden and renamed.
 */
const ALLOWED = /^(?:get(?!Range|DataRange|RangeList)\w+|is[A-Z]\w+|showSheet|hideSheet|setName)$/u;

/** The Google class that a member belongs to; '' for any other. */
function classOf(member: ts.Symbol | undefined): string {
	const parent = member?.declarations?.[0]?.parent;
	if (parent === undefined || !ts.isInterfaceDeclaration(parent)) return '';
	return parent.getSourceFile().fileName.includes('google-apps-script') ? parent.name.text : '';
}

/** `file:line Class.member` of each. @param root folder of the project */
export function cellMembers(program: ts.Program, root: string): { readonly seen: number; readonly findings: string[] } {
	const checker = program.getTypeChecker();
	const findings: string[] = [];
	let seen = 0;
	for (const { file, path } of ownFiles(program, root).filter((one) => ABOVE.test(one.path))) {
		const visit = (node: ts.Node): void => {
			if (ts.isPropertyAccessExpression(node)) {
				const owner = classOf(checker.getSymbolAtLocation(node.name));
				if (CLASSES.has(owner)) {
					seen++;
					const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
					if (!ALLOWED.test(node.name.text)) findings.push(`${path}:${line} ${owner}.${node.name.text}`);
				}
			}
			ts.forEachChild(node, visit);
		};
		visit(file);
	}
	return { seen, findings };
}
