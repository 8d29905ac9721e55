/** The custom functions that a bundle declares, read from the comments of its stubs as Google reads them. */
import type { FunctionStub } from './formula-functions.ts';

const STUB =
	/\/\*\*((?:(?!\*\/)[\s\S])*?@customfunction(?:(?!\*\/)[\s\S])*?)\*\/\s*function\s+([A-Z][A-Z0-9_]*)\s*\(/gu;

/** In the order of the bundle; functions without `@customfunction` are not offered by the sheet. */
export function functionStubs(code: string): FunctionStub[] {
	return [...code.matchAll(STUB)].map(([, comment = '', name = '']) => {
		const lines = comment.split('\n').map((line) => line.replace(/^\s*\*?\s?/u, '').trim());
		const parameters = [...comment.matchAll(/@param\s+(?:\{[^}]*\}\s+)?\[?([\w$]+)\]?\s*-?\s*(.*)/gu)];
		return {
			name,
			summary: lines.filter((line) => line !== '' && !line.startsWith('@')).join(' '),
			parameters: parameters.map(([, parameter = '', detail = '']) => ({ name: parameter, detail: detail.trim() })),
		};
	});
}
