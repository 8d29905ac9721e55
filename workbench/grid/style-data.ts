/** A cell's look as the grid engine keeps it. */
import { BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { CellStyle } from '../host/store.ts';

const ALIGN = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };

/** Of every cell: in the middle of its row, where the engine puts the text of a drop-down too. */
export const CELL_STYLE: IStyleData = { vt: VerticalAlign.MIDDLE };

/** Only the parts that are given; null removes a color. */
export function styleData(style: CellStyle): IStyleData {
	const data: IStyleData = {};
	if (style.background !== undefined) {
		data.bg = style.background === null ? null : { rgb: style.background };
	}
	if (style.fontColor !== undefined) {
		data.cl = style.fontColor === null ? null : { rgb: style.fontColor };
	}
	if (style.fontWeight !== undefined) {
		data.bl = style.fontWeight === 'bold' ? BooleanNumber.TRUE : BooleanNumber.FALSE;
	}
	if (style.fontSize !== undefined) {
		data.fs = style.fontSize;
	}
	if (style.wrap !== undefined) {
		data.tb = style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
	}
	if (style.horizontalAlignment !== undefined) {
		data.ht = ALIGN[style.horizontalAlignment];
	}
	return data;
}
