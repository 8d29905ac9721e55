/**
 * Watches what the user edits in the grid, as distinct from what scripts and formulas write, and refuses or rewrites
 * edits before they are made. One mutation of the engine is one edit, undo included, as in Google Sheets.
 */
import type { CommandType, ICommandInfo, IExecutionOptions } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesCommand, SetRangeValuesMutation } from '@univerjs/preset-sheets-core';
import type { Edit } from '../host/edit-event.ts';
import type { CellWrite, Rect, StoredCell } from '../host/store.ts';
import { closeOpenRanges } from './open-ranges.ts';
import type { UniverStore } from './univer-store.ts';

type CellMatrix = Record<number, Record<number, { f?: string | null; v?: CellWrite['value'] } | null>>;

export interface EditWatch {
	/** Called after each edit by the user. */
	edited(edit: Edit): void;
	/** Why the edit is not allowed, as text for the user; null when it is allowed. */
	refusal(sheetId: number, rect: Rect, matrix: CellMatrix): string | null;
	refused(reason: string): void;
}

export function watchEdits(api: FUniver, store: UniverStore, watch: EditWatch): void {
	const before = new Map<object, StoredCell>();
	api.addEvent(api.Event.BeforeCommandExecute, (event) => {
		const values = writtenValues(event);
		if (!values) {
			return;
		}
		closeRanges(values.matrix, store, values.sheetKey);
		if (store.isWriting || isOfFormula(event.options)) {
			return;
		}
		const sheetId = store.ids.numberOf(values.sheetKey);
		if (event.id === SetRangeValuesCommand.id) {
			const reason = watch.refusal(sheetId, values.rect, values.matrix);
			if (reason !== null) {
				event.cancel = true;
				watch.refused(reason);
			}
		} else if (values.rect.rows === 1 && values.rect.columns === 1) {
			const cell = store.read(sheetId, values.rect)[0]?.[0];
			if (cell) {
				before.set(values.matrix, cell);
			}
		}
	});
	api.addEvent(api.Event.CommandExecuted, (event) => {
		const values = event.id === SetRangeValuesMutation.id ? writtenValues(event) : null;
		if (values && !store.isWriting && !isOfFormula(event.options)) {
			const old = before.get(values.matrix) ?? null;
			before.delete(values.matrix);
			const sheetId = store.ids.numberOf(values.sheetKey);
			const isSingle = values.rect.rows === 1 && values.rect.columns === 1;
			watch.edited({
				sheetId,
				rect: values.rect,
				before: old,
				after: isSingle ? (store.read(sheetId, values.rect)[0]?.[0] ?? null) : null,
			});
		}
	});
}

function isOfFormula(options: IExecutionOptions | undefined): boolean {
	const marks = (options ?? {}) as {
		fromFormula?: boolean;
		onlyLocal?: boolean;
		applyFormulaCalculationResult?: boolean;
	};
	return Boolean(marks.fromFormula || marks.onlyLocal || marks.applyFormulaCalculationResult);
}

/** The content that a command writes; null for other commands and for those that only change the look. */
function writtenValues(
	event: Readonly<ICommandInfo> & { type?: CommandType },
): { sheetKey: string; rect: Rect; matrix: CellMatrix } | null {
	const params = event.params as
		| { subUnitId?: string; cellValue?: CellMatrix; value?: unknown; range?: unknown }
		| undefined;
	const matrix =
		event.id === SetRangeValuesMutation.id
			? params?.cellValue
			: event.id === SetRangeValuesCommand.id
				? commandMatrix(params)
				: null;
	if (!matrix || !params?.subUnitId) {
		return null;
	}
	const cells = Object.entries(matrix).flatMap(([row, line]) =>
		Object.entries(line ?? {})
			.filter(([, cell]) => cell === null || 'v' in cell || 'f' in cell || 'p' in cell)
			.map(([column]) => ({ row: Number(row), column: Number(column) })),
	);
	if (cells.length === 0) {
		return null;
	}
	let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
	for (const { row, column } of cells) {
		top = Math.min(top, row);
		left = Math.min(left, column);
		bottom = Math.max(bottom, row);
		right = Math.max(right, column);
	}
	return {
		sheetKey: params.subUnitId,
		rect: { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 },
		matrix,
	};
}

/** The command accepts a matrix, or one cell with a range. Cells are not copied, so they can be rewritten in place. */
function commandMatrix(params: { value?: unknown; range?: unknown } | undefined): CellMatrix | null {
	const { value, range } = (params ?? {}) as {
		value?: CellMatrix & { v?: unknown; f?: unknown };
		range?: { startRow: number; startColumn: number };
	};
	if (!value || typeof value !== 'object') {
		return null;
	}
	if ('v' in value || 'f' in value) {
		return range ? { [range.startRow]: { [range.startColumn]: value as never } } : null;
	}
	return value;
}

function closeRanges(matrix: CellMatrix, store: UniverStore, sheetKey: string): void {
	const rowsOf = (name: string | null): number => {
		const id = name === null ? store.ids.numberOf(sheetKey) : store.sheets().find((sheet) => sheet.name === name)?.id;
		return id === undefined ? 1000 : store.size(id).rows;
	};
	for (const line of Object.values(matrix)) {
		for (const cell of Object.values(line ?? {})) {
			if (cell?.f?.includes(':')) {
				cell.f = closeOpenRanges(cell.f, rowsOf);
			}
		}
	}
}
