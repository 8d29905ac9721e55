/**
 * Builds the text of sidebar.html: one page that needs nothing from outside, in the form that survives HtmlService.
 * Not here: what the page shows (sidebar/).
 */
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

const STYLES = 'sidebar/styles.css';
/** The placeholders in sidebar/index.html for the files that are put in. */
const OWN_STYLES = '<link rel="stylesheet" href="styles.css">';
const OWN_SCRIPT = '<script src="main.tsx"></script>';

/**
 * Writes the signs that HtmlService or the browser would take for markup as escapes, which mean the same inside strings
 * and patterns: Google strips what follows `//` between backticks, and `<?`, `<!--` and `</script` end or start
 * something in a page.
 */
export function safeInPage(script: string): string {
	return script
		.replace(/`/gu, '\\x60')
		.replace(/<(?=\/script|\?)/giu, '\\x3C')
		.replace(/<(?=!--)/gu, '\\x3C');
}

/**
 * The page with our own styles only: what is pushed is what is tested.
 * @param isForDebugging lines as they are written, with the map to the sources
 */
export async function buildPage(isForDebugging = false): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: ['sidebar/main.tsx'],
		bundle: true,
		write: false,
		outdir: 'dist',
		format: 'iife',
		// The page runs in the user's browser, not in Google's engine.
		target: 'es2022',
		charset: 'utf8',
		minify: !isForDebugging,
		sourcemap: isForDebugging ? 'inline' : false,
		legalComments: 'none',
		// Shorter than the calls of the automatic form, which the types ask for.
		tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
		inject: ['sidebar/jsx.ts'],
		supported: { 'template-literal': false },
		define: { 'process.env.NODE_ENV': '"production"' },
		logLevel: 'silent',
	});
	const script = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
	const imported = outputFiles.find(({ path }) => path.endsWith('.css'))?.text ?? '';
	const styles = `${await minifiedStyles()}${imported}`.trim();
	const shell = (await readFile('sidebar/index.html', 'utf8')).replace(/^\s+/gmu, '');
	const page = put(shell, OWN_STYLES, `<style>${styles}</style>`);
	return put(page, OWN_SCRIPT, `<script>${safeInPage(script).trim()}</script>`);
}

/** Replaces one mark of sidebar/index.html. Throws when it is not there exactly once. */
function put(page: string, mark: string, text: string): string {
	const parts = page.split(mark);
	if (parts.length !== 2) throw new Error(`sidebar/index.html must have ${mark} exactly once`);
	return parts.join(text);
}

const ROOT_LINE = 'puts everything below this line inside `#app`';

/**
 * The styles with the rules below the line as rules of the root element: they are stronger than any of a host's without
 * an id.
 */
function inRoot(styles: string): string {
	const at = styles.indexOf('\n', styles.indexOf(ROOT_LINE));
	if (!styles.includes(ROOT_LINE)) throw new Error(`${STYLES} has no line that says what ${ROOT_LINE}`);
	// The root itself is written with its name there.
	return `${styles.slice(0, at)}\n#app {\n${styles.slice(at).replace(/#app(?=[ :])/gu, '&')}\n}\n`;
}

async function minifiedStyles(): Promise<string> {
	const { outputFiles } = await build({
		stdin: { contents: inRoot(await readFile(STYLES, 'utf8')), loader: 'css', resolveDir: 'sidebar' },
		// Without nesting, so that a browser of some years ago reads it as well; it has light-dark().
		target: 'chrome111',
		bundle: true,
		write: false,
		minify: true,
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'silent',
	});
	return outputFiles[0]?.text ?? '';
}
