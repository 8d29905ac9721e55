/**
 * Builds the text of sidebar.html: one page that needs nothing from outside, in the form that survives HtmlService.
 * Not here: what the page shows (sidebar/).
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

const STYLES = 'sidebar/styles.css';
const GOOGLE_STYLES = '<link rel="stylesheet" href="https://ssl.gstatic.com/docs/script/css/add-ons1.css">';

/**
 * Writes the signs that HtmlService or the browser would take for markup as escapes, which mean the same inside strings and patterns:
 * Google strips what follows `//` between backticks, and `<?`, `<!--` and `</script` end or start something in a page.
 */
function safeInPage(script: string): string {
	return script
		.replace(/`/gu, '\\x60')
		.replace(/<(?=\/script|\?)/giu, '\\x3C')
		.replace(/<(?=!--)/gu, '\\x3C');
}

/** `hasGoogleStyles` links Google's add-on stylesheet before ours. */
export async function buildPage(hasGoogleStyles: boolean): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: ['sidebar/main.tsx'],
		bundle: true,
		write: false,
		outdir: 'dist',
		format: 'iife',
		target: 'es2019',
		charset: 'utf8',
		minify: true,
		legalComments: 'none',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		supported: { 'template-literal': false },
		define: { 'process.env.NODE_ENV': '"production"' },
		logLevel: 'silent',
	});
	const script = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
	const imported = outputFiles.find(({ path }) => path.endsWith('.css'))?.text;
	const styles = imported ?? (await minifiedStyles());
	return [
		'<!DOCTYPE html>',
		'<html>',
		'<head>',
		'<base target="_top">',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<title>Sales funnel</title>',
		...(hasGoogleStyles ? [GOOGLE_STYLES] : []),
		`<style>${styles.trim()}</style>`,
		'</head>',
		'<body>',
		'<div id="app"></div>',
		`<script>${safeInPage(script).trim()}</script>`,
		'</body>',
		'</html>',
		'',
	].join('\n');
}

/** The page's stylesheet when main.tsx does not import it. */
async function minifiedStyles(): Promise<string> {
	if (!existsSync(STYLES)) return '';
	const { outputFiles } = await build({
		stdin: { contents: await readFile(STYLES, 'utf8'), loader: 'css', resolveDir: 'sidebar' },
		bundle: true,
		write: false,
		minify: true,
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'silent',
	});
	return outputFiles[0]?.text ?? '';
}
