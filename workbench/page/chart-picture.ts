/**
 * What a chart record describes, as a picture: bars across or columns up, stacked or side by side. Not here: its
 * position on the page (chart-layer.ts).
 */
import { displayValue } from '../host/display-value.ts';
import type { ChartRecord } from '../host/document-records.ts';
import type { StoredCell } from '../host/store.ts';

const COLORS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01'];
const TITLE = 40;
const LEGEND = 34;
const MARGIN = 18;
const LABEL_WIDTH = 150;
const LABEL_LETTERS = 20;
const MOST_TICKS = 6;

type Cells = readonly (readonly StoredCell[])[];

/** @param cells rows of all ranges side by side: labels first, then a column for each series, headings above */
export function chartPicture(record: ChartRecord, cells: Cells): SVGSVGElement {
	const { options, type, headers } = record;
	const [width, height] = [Number(options.width ?? 600), Number(options.height ?? 371)];
	const title = String(options.title ?? '');
	const names = (cells[headers - 1] ?? []).slice(1).map(displayValue);
	const rows = cells.slice(headers).filter((row) => row.some(({ value }) => value !== null));
	const isAcross = type === 'BAR';
	// A bar chart's first category is at the bottom, unless its axis is reversed.
	if (isAcross && options.reverseCategories !== true) rows.reverse();
	const isStacked = options.isStacked === true;
	const plan = layout(rows, width, height, isAcross, isStacked);
	const colors = (options.colors as readonly string[] | undefined) ?? COLORS;

	const svg = shape('svg', {
		width,
		height,
		viewBox: `0 0 ${width} ${height}`,
		role: 'img',
		'aria-label': title,
	}) as SVGSVGElement;
	svg.append(shape('text', { x: MARGIN, y: 26, 'font-size': 15, fill: '#5f6368' }, title));
	svg.append(...gridLines(plan, rows[0]?.[1]?.format ?? ''));
	rows.forEach((row, at) => {
		svg.append(...category(plan, row, at, names, colors));
	});
	legend(svg, names, colors, height - 14);
	return svg;
}

/** The layout: bars grow along the value axis and are placed side by side across it. */
interface Layout {
	readonly isAcross: boolean;
	readonly isStacked: boolean;
	readonly area: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
	readonly step: number;
	readonly last: number;
	/** Length of the axis of values. */
	readonly long: number;
	/** Width of one category. */
	readonly band: number;
}

function layout(rows: Cells, width: number, height: number, isAcross: boolean, isStacked: boolean): Layout {
	const ends = rows.map((row) => {
		const values = row.slice(1).map(amount);
		return isStacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
	});
	const area = {
		left: MARGIN + (isAcross ? LABEL_WIDTH : 36),
		top: TITLE,
		right: width - MARGIN - 12,
		bottom: height - LEGEND - (isAcross ? 20 : 26),
	};
	const [wide, high] = [area.right - area.left, area.bottom - area.top];
	return {
		isAcross,
		isStacked,
		area,
		...scale(Math.max(0, ...ends)),
		long: isAcross ? wide : high,
		band: (isAcross ? high : wide) / Math.max(1, rows.length),
	};
}

function gridLines({ isAcross, area, step, last, long }: Layout, format: string): SVGElement[] {
	const shapes: SVGElement[] = [];
	for (let value = 0; value <= last + step / 2; value += step) {
		const at = Math.abs((isAcross ? area.left : -area.bottom) + (value / last) * long);
		const text = displayValue({ value: Number(value.toPrecision(12)), formula: null, format });
		const line = isAcross
			? { x1: at, x2: at, y1: area.top, y2: area.bottom }
			: { x1: area.left, x2: area.right, y1: at, y2: at };
		const place = isAcross
			? { x: at, y: area.bottom + 15, 'text-anchor': 'middle' }
			: { x: area.left - 6, y: at + 4, 'text-anchor': 'end' };
		shapes.push(
			shape('line', { ...line, stroke: '#e0e3e8' }),
			shape('text', { ...place, 'font-size': 11, fill: '#5f6368' }, text),
		);
	}
	return shapes;
}

/** The label and the bars of one row. */
function category(
	{ isAcross, isStacked, area, last, long, band }: Layout,
	row: readonly StoredCell[],
	at: number,
	names: readonly string[],
	colors: readonly string[],
): SVGElement[] {
	const start = (isAcross ? area.top : area.left) + at * band;
	const label = displayValue(row[0] as StoredCell);
	const shown = [...label].length > LABEL_LETTERS ? `${[...label].slice(0, LABEL_LETTERS - 1).join('')}…` : label;
	const place = isAcross
		? { x: area.left - 8, y: start + band / 2 + 4, 'text-anchor': 'end' }
		: { x: start + band / 2, y: area.bottom + 16, 'text-anchor': 'middle' };
	const shapes = [shape('text', { ...place, 'font-size': isAcross ? 12 : 10, fill: '#202124' }, shown)];
	let from = 0;
	const thick = isStacked ? band * 0.62 : (band * 0.7) / Math.max(1, row.length - 1);
	row.slice(1).forEach((cell, series) => {
		const size = (amount(cell) / last) * long;
		const across = start + (isStacked ? band * 0.19 : band * 0.15 + series * thick);
		const rect = isAcross
			? { x: area.left + from, y: across, width: size, height: thick }
			: { x: across, y: area.bottom - from - size, width: thick, height: size };
		const bar = shape('rect', { ...rect, fill: colors[series % colors.length] as string });
		bar.append(shape('title', {}, `${label} · ${names[series] ?? ''} ${displayValue(cell)}`));
		shapes.push(bar);
		if (isStacked) from += size;
	});
	return shapes;
}

function legend(svg: SVGElement, names: readonly string[], colors: readonly string[], y: number): void {
	let x = MARGIN + 4;
	names.forEach((name, series) => {
		svg.append(
			shape('rect', { x, y: y - 10, width: 11, height: 11, rx: 2, fill: colors[series % colors.length] as string }),
		);
		svg.append(shape('text', { x: x + 17, y, 'font-size': 12, fill: '#5f6368' }, name));
		x += 44 + [...name].reduce((width, letter) => width + (letter > '\u2e80' ? 12 : 6.6), 0);
	});
}

/** Text, blanks and what is below zero have no length. */
function amount({ value }: StoredCell): number {
	return typeof value === 'number' ? Math.max(0, value) : 0;
}

/** Round steps of 1, 2, 2.5 or 5, few enough to be read. */
function scale(most: number): { readonly step: number; readonly last: number } {
	if (most <= 0) return { step: 1, last: 1 };
	const unit = 10 ** Math.floor(Math.log10(most / MOST_TICKS));
	const step = unit * ([1, 2, 2.5, 5, 10].find((factor) => factor * unit * MOST_TICKS >= most) ?? 10);
	return { step, last: Math.ceil(most / step - 1e-9) * step };
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
	const element = document.createElementNS('http://www.w3.org/2000/svg', name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	element.textContent = text;
	return element;
}
