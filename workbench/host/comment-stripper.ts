/**
 * What Google's HtmlService does to a page: inside template literals of its scripts, everything from `//` to the end of
 * the line and everything between slash-star and star-slash is lost. The page is served through the same loss, so that
 * it shows.
 */
export function stripTemplateLiteralComments(html: string): string {
	return html.replace(
		/(<script\b[^>]*>)([\s\S]*?)(<\/script>)/giu,
		(_all, open: string, code: string, close: string) => open + stripCode(code) + close,
	);
}

/** The current state of the scan through the code. */
interface Walk {
	readonly code: string;
	at: number;
	out: string;
	/** Depth of braces at which each open `${` began; -1 marks the text of a template literal. */
	readonly state: number[];
	depth: number;
	/** Decides whether a slash divides or begins a regular expression. */
	lastSignificant: string;
}

/**
 * Walks the code far enough to know where template literals are: strings, comments and regular expressions are skipped.
 */
function stripCode(code: string): string {
	const walk: Walk = { code, at: 0, out: '', state: [], depth: 0, lastSignificant: '' };
	while (walk.at < code.length) {
		if (walk.state.at(-1) === -1) stepInTemplate(walk);
		else if (!skipWhole(walk)) stepInCode(walk);
	}
	return walk.out;
}

function keep(walk: Walk, text: string): void {
	walk.out += text;
	walk.at += text.length;
}

function stepInTemplate(walk: Walk): void {
	const { code, at } = walk;
	const pair = code.slice(at, at + 2);
	if (pair.startsWith('\\')) keep(walk, pair);
	else if (pair.startsWith('`')) {
		walk.state.pop();
		walk.lastSignificant = '`';
		keep(walk, '`');
	} else if (pair === '${') {
		walk.state.push(walk.depth);
		walk.lastSignificant = '{';
		keep(walk, pair);
	} else if (pair === '//') {
		const end = code.slice(at).search(/[\n`]/u);
		walk.at = end === -1 ? code.length : at + end;
	} else if (pair === '/*') {
		const end = code.indexOf('*/', at + 2);
		walk.at = end === -1 ? code.length : end + 2;
	} else keep(walk, pair.slice(0, 1));
}

/** Takes a string, a comment or a regular expression in one step; false when none begins. */
function skipWhole(walk: Walk): boolean {
	const rest = walk.code.slice(walk.at, walk.at + 4096);
	const text = /^(?:"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')/u.exec(rest) ?? expressionAt(rest, walk);
	const skipped = text ?? /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/u.exec(rest);
	if (skipped === null) return false;
	if (text !== null) walk.lastSignificant = 'x';
	keep(walk, skipped[0]);
	return true;
}

function expressionAt(rest: string, { lastSignificant }: Walk): RegExpExecArray | null {
	if (!/[(,=:[!&|?{};+\-*%~^<>]|^$/u.test(lastSignificant)) return null;
	return /^\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/u.exec(rest);
}

function stepInCode(walk: Walk): void {
	const char = walk.code[walk.at] ?? '';
	if (char === '`') walk.state.push(-1);
	else if (char === '{') walk.depth++;
	else if (char === '}') {
		if (walk.state.at(-1) === walk.depth) walk.state.pop();
		else walk.depth--;
	}
	if (!/\s/u.test(char)) walk.lastSignificant = char;
	keep(walk, char);
}
