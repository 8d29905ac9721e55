/** The product and its tools as one program of the compiler, for checks that need types. Not here: the checks. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const READERS = ['src', 'sidebar', 'workbench', 'scripts', 'bench'];

/** @param root folder of the project */
export function productProgram(root: string): ts.Program {
	const files = READERS.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.tsx?$/u.test(name) && !name.includes('node_modules'))
			.map((name) => join(root, folder, name)),
	);
	const { config } = ts.readConfigFile(join(root, 'sidebar', 'tsconfig.json'), ts.sys.readFile);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'sidebar'));
	return ts.createProgram(files, {
		...options,
		types: ['google-apps-script', 'node'],
		noEmit: true,
		skipLibCheck: true,
	});
}

/** Our files, with their paths from the root. */
export function ownFiles(program: ts.Program, root: string): { readonly file: ts.SourceFile; readonly path: string }[] {
	return program
		.getSourceFiles()
		.filter((file) => !file.isDeclarationFile && !file.fileName.includes('node_modules'))
		.map((file) => ({ file, path: relative(root, file.fileName).replace(/\\/gu, '/') }));
}
