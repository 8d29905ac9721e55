/**
 * Turning `=WIN_RATE("closed")` into `=WIN_RATE(Deals!A1:L, "closed")`, so that Google recalculates it when a deal
 * changes. Text in, text out; not here: which cell it is in (triggers.ts, menu.ts).
 */

import { textKey } from '../../core/cells/text-key.ts';
import { prefixed } from '../../core/formula/spelling.ts';

/**
 * What follows the name of a function that lacks its range. A single cell holds a word or a target, never the deals.
 */
const OPENING =
	/^\(\s*(\)|"|-?[\d.]+(?![\d.]*\s*:)|(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?=\s*[,;)]))?/u;

/** The rest of a call whose arguments are texts and numbers alone. */
const LITERALS = /^(?:"[^"]*"|[\s\d.,;-])*\)/u;

/**
 * Puts the range in front of the arguments of each of our functions that has no range yet: no arguments, or a text, a
 * number or one cell first.
 * @param formula as Google returns it, with the leading `=`
 * @param separator of the sheet's locale, for a call that shows none
 * @param definitions word by function that a call without one of its own modes gets, so that it never changes its
 * meaning later
 * @returns null when nothing was to be done
 */
export function completedFormula(
	formula: string,
	names: ReadonlySet<string>,
	range: string,
	separator: ',' | ';' = ',',
	definitions: ReadonlyMap<string, Definition> = new Map(),
): string | null {
	let result = '';
	let from = 0;
	for (let at = 0; at < formula.length; ) {
		const rest = formula.slice(at);
		const skipped = /^(?:"(?:[^"]|"")*"?|'(?:[^']|'')*'?)/u.exec(rest);
		if (skipped !== null) {
			at += skipped[0].length;
			continue;
		}
		const word = /^[\p{L}_][\p{L}\p{N}_.]*/u.exec(rest)?.[0];
		if (word === undefined) {
			at++;
			continue;
		}
		at += word.length;
		const opening = OPENING.exec(formula.slice(at));
		if (!names.has(word.toUpperCase()) || opening === null || opening[1] === undefined) continue;
		const between = separatorAfter(formula, at + 1) ?? separator;
		const written = definitionWord(formula, at + 1, definitions.get(word.toUpperCase()));
		const before = written === '' ? range : `${range}${between} "${written}"`;
		result += `${formula.slice(from, at)}(${before}${opening[1] === ')' ? '' : `${between} `}`;
		from = at + opening[0].length - opening[1].length;
	}
	return from === 0 ? null : result + formula.slice(from);
}

/** A function that can be counted in several ways: the words of all of them, and the one that holds by default. */
export interface Definition {
	readonly word: string;
	readonly others: readonly string[];
}

/** '' when the call says how it counts, when it may do so in a cell that it names, or when there is only one way. */
function definitionWord(formula: string, start: number, definition: Definition | undefined): string {
	const literals = LITERALS.exec(formula.slice(start))?.[0];
	if (definition === undefined || literals === undefined) return '';
	const said = new Set(literals.split('"').map((text) => textKey(prefixed(text)?.name ?? text)));
	return definition.others.some((other) => said.has(other)) ? '' : definition.word;
}

/**
 * Puts a reference to the revision behind the arguments of each of our functions that has arguments and does not end
 * with it yet. One that broke when its sheet was deleted is replaced.
 * @param reference `Stages!$J$1` @returns the formula, the same when nothing was to be done
 */
export function withRevision(
	formula: string,
	names: ReadonlySet<string>,
	reference: string,
	separator: ',' | ';',
): string {
	const open: { readonly isOurs: boolean; readonly start: number }[] = [];
	let result = '';
	let from = 0;
	let word = '';
	for (const found of formula.matchAll(TOKENS)) {
		const [token] = found;
		if (token === '(') open.push({ isOurs: names.has(word.toUpperCase()), start: found.index + 1 });
		const closed = token === ')' ? open.pop() : undefined;
		const inside = closed === undefined ? '' : formula.slice(closed.start, found.index);
		if (closed?.isOurs === true && inside.trim() !== '' && !endsWith(inside, reference)) {
			const kept = inside.replace(/\s*[,;]\s*#REF!\s*$/u, '');
			const before = formula.slice(from, found.index - inside.length + kept.length);
			result += `${before}${separatorAfter(formula, closed.start) ?? separator} ${reference}`;
			from = found.index;
		}
		word = token;
	}
	return result + formula.slice(from);
}

/** Also when someone has removed the dollar signs. */
function endsWith(inside: string, reference: string): boolean {
	const plain = (text: string): string => text.replace(/\$/gu, '').trimEnd().toUpperCase();
	return plain(inside).endsWith(plain(reference));
}

/** Texts and names in quotes, words, and every other character. */
const TOKENS = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[\p{L}_][\p{L}\p{N}_.]*|[\s\S]/gu;

/** The separator that this call's arguments use already; null when there is one argument only. */
function separatorAfter(formula: string, start: number): string | null {
	let depth = 0;
	for (const [token] of formula.slice(start).matchAll(/"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[(){}[\];,]/gu)) {
		// Brackets hold the columns of a table, with commas in every locale.
		if ('({['.includes(token)) depth++;
		else if (')}]'.includes(token)) depth--;
		else if (depth === 0 && (token === ',' || token === ';')) return token;
		if (depth < 0) break;
	}
	return null;
}

/** `Deals`, or `'My deals'` where the name needs quotes in a formula. */
export function quotedSheet(name: string): string {
	const isPlain = /^[A-Za-z_][A-Za-z_]*$/u.test(name) && !/^(?:[A-Za-z]{1,3}|true|false|r|c|rc)$/iu.test(name);
	return isPlain ? name : `'${name.replace(/'/gu, "''")}'`;
}
