/** Runs a script or a tool of node_modules and collects what it says. Not here: what its answer means. */
import { spawn } from 'node:child_process';

export interface ProgramAnswer {
	readonly exitCode: number;
	readonly output: string;
	readonly errors: string;
}

/**
 * `script` is a path from the project's root, such as `node_modules/typescript/bin/tsc`; it runs there with this Node.
 */
export function runNode(script: string, args: readonly string[]): Promise<ProgramAnswer> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		let errors = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			output += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			errors += text;
		});
		child.on('error', reject);
		child.on('close', (code) => resolve({ exitCode: code ?? 1, output, errors }));
	});
}

/** Runs a script or a tool of node_modules on the same terminal and returns its exit code. */
export function runVisibly(script: string, args: readonly string[]): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}
