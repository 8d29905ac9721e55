/**
 * The charts of the sheet in view, over the grid at the cells where their records put them. What one looks like is
 * chart-picture.ts.
 */
import { cellPlace, cellsPlace } from '../grid/cell-place.ts';
import type { Grid } from '../grid/create-grid.ts';
import type { DocumentRecords } from '../host/document-records.ts';
import type { Store } from '../host/store.ts';
import { chartPicture } from './chart-picture.ts';

/** @param box lies over the grid and lets the pointer through */
export function showCharts(
	grid: Grid,
	store: Store,
	records: DocumentRecords,
	box: HTMLElement,
	around: HTMLElement,
): void {
	const { api } = grid;
	const draw = (): void => {
		const { sheetId } = store.active();
		const charts = records.charts.filter((chart) => chart.sheetId === sheetId);
		const place = cellsPlace(grid);
		box.hidden = charts.length === 0 || place === null;
		if (place === null || charts.length === 0) {
			box.replaceChildren();
			return;
		}
		const { left, top, right, bottom } = place;
		Object.assign(box.style, {
			left: `${left}px`,
			top: `${top}px`,
			width: `${right - left}px`,
			height: `${bottom - top}px`,
		});
		box.replaceChildren(
			...charts.map((chart) => {
				const [row, column, x, y] = chart.position;
				const corner = cellPlace(grid, row - 1, column - 1);
				const parts = chart.ranges.map((range) => store.read(range.sheetId, range.rect));
				const picture = chartPicture(
					chart,
					(parts[0] ?? []).map((_, at) => parts.flatMap((part) => part[at] ?? [])),
				);
				const card = Object.assign(document.createElement('div'), { className: 'chart' });
				card.append(picture);
				Object.assign(card.style, {
					left: `${(corner?.left ?? 0) - left + x}px`,
					top: `${(corner?.top ?? 0) - top + y}px`,
				});
				return card;
			}),
		);
	};
	let isAsked = false;
	const later = (): void => {
		if (isAsked) return;
		isAsked = true;
		requestAnimationFrame(() => {
			isAsked = false;
			draw();
		});
	};
	api.addEvent(api.Event.CommandExecuted, later);
	api.addEvent(api.Event.Scroll, later);
	api.getFormula().calculationResultApplied(later);
	new ResizeObserver(later).observe(around);
}
