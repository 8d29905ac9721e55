/**
 * The top-level functions of Code.js. Google finds global functions by reading the source text, so each is written out
 * and calls into the bundle.
 * Belongs here: names, parameters and the JSDoc that the autocomplete shows. Not here: what the functions do.
 */
import { functionName, type MetricDefinition } from '../../src/core/metrics/metric.ts';

/** Name of the bundle's own global; the underscore keeps it out of reach of pages and cells. */
export const BUNDLE_NAME = 'Addon_';

/** Exports of main.ts that only the stubs call. */
const INTERNAL_EXPORTS: ReadonlySet<string> = new Set(['callMetric']);

interface Parameter {
	readonly name: string;
	readonly type: string;
	readonly text: string;
}

function quoted(words: readonly string[]): string {
	return words.map((word) => `"${word}"`).join(', ');
}

/** Turns a metric's text, a list item elsewhere, into a sentence. */
function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/u, '')}.`;
}

/** A sentence for a parameter; Google shows every parameter as required, so the text says that it is not. */
function optional(text: string): string {
	return `${text.replace(/[.。]$/u, '')} (optional).`;
}

function parameters(definition: MetricDefinition): Parameter[] {
	const list: Parameter[] = [
		{
			name: 'deals',
			type: 'Array<Array<*>>',
			text: optional('The deal table with its header row, such as Deals!A1:L'),
		},
	];
	if (definition.stageNames === 1) list.push({ name: 'stage', type: 'string', text: optional('The name of a stage') });
	if (definition.stageNames === 2) {
		list.push({ name: 'stage', type: 'string', text: optional('The stage where the step starts') });
		list.push({ name: 'toStage', type: 'string', text: optional('The stage where the step ends') });
	}
	const { number, isNumberOptional } = definition;
	if (number !== null)
		list.push({ name: 'number', type: 'number', text: isNumberOptional ? optional(number.en) : sentence(number.en) });
	const modes = definition.modes.map((group) => quoted(group.map(({ word }) => word)));
	if (modes.length > 0)
		list.push({ name: 'mode', type: 'string', text: optional(`One of ${modes.join(', and one of ')}`) });
	const more = ['"Owner", "Ann" to filter by a column'];
	if (definition.reserved.includes('by')) more.push('"by", "Owner" for a table');
	if (definition.reserved.includes('period')) more.push('"period", "2026-Q1"');
	list.push({ name: 'words', type: 'string', text: optional(`More pairs, such as ${more.join(', or ')}`) });
	return list;
}

/** Replaces characters that would end the comment or start a tag in it. */
function commentText(text: string): string {
	return text.replace(/\*\//gu, '* /').replace(/@/gu, '(at)');
}

function metricStub(definition: MetricDefinition): string {
	const list = parameters(definition);
	return [
		'/**',
		` * ${commentText(definition.summary.en)}`,
		' *',
		...list.map(({ name, type, text }) => ` * @param {${type}} ${name} ${commentText(text)}`),
		` * @return ${definition.unit === 'table' ? 'A table that spills from the cell.' : 'A number, or a table that spills from the cell.'}`,
		' * @customfunction',
		' */',
		`function ${functionName(definition.id)}(${list.map(({ name }) => name).join(', ')}) {`,
		`  return ${BUNDLE_NAME}.callMetric('${definition.id}', arguments);`,
		'}',
	].join('\n');
}

function plainStub(name: string): string {
	return [`function ${name}(argument) {`, `  return ${BUNDLE_NAME}.${name}.apply(null, arguments);`, '}'].join('\n');
}

/**
 * Source text of all stubs: the exports of main.ts, then one custom function per metric.
 * Throws when two globals would have the same name, because the later one would silently win.
 */
export function stubs(exportNames: readonly string[], metrics: readonly MetricDefinition[]): string {
	const plain = exportNames.filter((name) => !INTERNAL_EXPORTS.has(name));
	const seen = new Set<string>([BUNDLE_NAME]);
	for (const name of [...plain, ...metrics.map(({ id }) => functionName(id))]) {
		if (seen.has(name)) throw new Error(`two globals are called ${name}`);
		seen.add(name);
	}
	return [...plain.map(plainStub), ...metrics.map(metricStub)].join('\n\n');
}
