/**
 * What Google's HtmlService does to a page: inside template literals of its scripts, everything from `//` to the end of the
 * line and everything between slash-star and star-slash is lost. The page is served through the same loss, so that it shows.
 */
export function stripTemplateLiteralComments(html: string): string {
	return html.replace(
		/(<script\b[^>]*>)([\s\S]*?)(<\/script>)/giu,
		(_all, open: string, code: string, close: string) => open + stripCode(code) + close,
	);
}

/** Walks the code far enough to know where template literals are: strings, comments and regular expressions are skipped. */
function stripCode(code: string): string {
	let out = '';
	let at = 0;
	/** Depth of braces at which each open `${` began; -1 marks the text of a template literal. */
	const state: number[] = [];
	let depth = 0;
	let lastSignificant = '';
	while (at < code.length) {
		const isInTemplate = state[state.length - 1] === -1;
		const char = code[at] as string;
		const next = code[at + 1];
		if (isInTemplate) {
			if (char === '\\') {
				out += char + (next ?? '');
				at += 2;
			} else if (char === '`') {
				state.pop();
				out += char;
				at++;
				lastSignificant = '`';
			} else if (char === '$' && next === '{') {
				state.push(depth);
				out += '${';
				at += 2;
				lastSignificant = '{';
			} else if (char === '/' && next === '/') {
				const end = code.slice(at).search(/[\n`]/u);
				at = end === -1 ? code.length : at + end;
			} else if (char === '/' && next === '*') {
				const end = code.indexOf('*/', at + 2);
				at = end === -1 ? code.length : end + 2;
			} else {
				out += char;
				at++;
			}
			continue;
		}
		const rest = code.slice(at, at + 4096);
		const skipped =
			/^(?:"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/u.exec(rest)?.[0] ??
			(/[(,=:[!&|?{};+\-*%~^<>]|^$/u.test(lastSignificant)
				? /^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/u.exec(rest)?.[0]
				: undefined);
		if (skipped !== undefined) {
			out += skipped;
			at += skipped.length;
			if (!skipped.startsWith('//') && !skipped.startsWith('/*')) lastSignificant = 'x';
			continue;
		}
		if (char === '`') state.push(-1);
		else if (char === '{') depth++;
		else if (char === '}') {
			if (state.length > 0 && state[state.length - 1] === depth) state.pop();
			else depth--;
		}
		if (!/\s/u.test(char)) lastSignificant = char;
		out += char;
		at++;
	}
	return out;
}
