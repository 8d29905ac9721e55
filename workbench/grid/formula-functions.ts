/**
 * The add-on's custom functions inside the grid engine. Arguments are taken from the reference with their formats, not
 * from the engine's own conversion (blanks as 0, dates as numbers); one that throws is an error in its own cell only.
 */
import type { ICellData, Injector, Nullable } from '@univerjs/core';
import {
	ArrayValueObject,
	BaseFunction,
	type BaseReferenceObject,
	type BaseValueObject,
	BooleanValueObject,
	ErrorType,
	ErrorValueObject,
	FunctionType,
	IDescriptionService,
	IFunctionService,
	NumberValueObject,
	StringValueObject,
} from '@univerjs/preset-sheets-core';
import type { StoredCell } from '../host/store.ts';
import { formatOf, storedValue } from './cell-data.ts';

/** A custom function as its stub in the bundle describes it. */
export interface FunctionStub {
	readonly name: string;
	readonly summary: string;
	readonly parameters: readonly { readonly name: string; readonly detail: string }[];
}

/** A range as rows of cells, one cell as itself, an omitted argument as undefined. */
export type FormulaArgument = StoredCell | readonly (readonly StoredCell[])[] | undefined;

/** The result: a value, rows to spill, or the message of what was thrown. */
export type FormulaOutcome = { readonly value: unknown } | { readonly error: string };

export interface CellPlace {
	readonly sheetKey: string;
	readonly row: number;
	readonly column: number;
}

export interface FunctionCalls {
	call(name: string, args: readonly FormulaArgument[]): FormulaOutcome;
	/** Called for each result with the message of an error, or null. */
	settled(place: CellPlace, error: string | null): void;
}

export function registerFunctions(injector: Injector, stubs: readonly FunctionStub[], calls: FunctionCalls): void {
	const service = injector.get(IFunctionService);
	service.registerExecutors(...stubs.map((stub) => new AddOnFunction(stub.name, calls)));
	injector.get(IDescriptionService).registerDescriptions(
		stubs.map((stub) => ({
			functionName: stub.name,
			functionType: FunctionType.User,
			description: stub.summary,
			abstract: stub.summary,
			functionParameter: stub.parameters.map(({ name, detail }) => ({
				name,
				detail,
				example: '',
				require: 0,
				repeat: 0,
			})),
		})),
	);
}

class AddOnFunction extends BaseFunction {
	override needsReferenceObject = true;
	override minParams = 0;
	override maxParams = 255;

	constructor(
		functionName: string,
		private readonly calls: FunctionCalls,
	) {
		super(functionName);
	}

	override calculate(...args: BaseValueObject[]) {
		const outcome = this.calls.call(String(this.name), args.map(argumentOf));
		const isError = 'error' in outcome;
		this.calls.settled(
			{ sheetKey: this.subUnitId ?? '', row: this.row, column: this.column },
			isError ? outcome.error : null,
		);
		return isError ? ErrorValueObject.create(ErrorType.ERROR, outcome.error) : valueObject(outcome.value);
	}
}

function argumentOf(argument: BaseValueObject): FormulaArgument {
	const object = argument as BaseValueObject | BaseReferenceObject;
	if (object.isReferenceObject()) {
		const reference = object as BaseReferenceObject;
		const rows = cellsOf(reference);
		return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
	}
	if (argument.isArray()) {
		return argument.getArrayValue().map((row) => row.map((value) => (value ? storedOf(value) : BLANK)));
	}
	return argument.isNull() ? undefined : storedOf(argument);
}

const BLANK: StoredCell = { value: null, formula: null, format: '' };

function storedOf(value: BaseValueObject): StoredCell {
	return value.isNull()
		? BLANK
		: { value: value.getValue(), formula: null, format: value.isNumber() ? value.getPattern() : '' };
}

/**
 * Results of the running calculation come before what the sheet shows; a column without an end stops at the grid's last
 * row.
 */
function cellsOf(reference: BaseReferenceObject): StoredCell[][] {
	const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
	const sheet = reference.getCurrentActiveSheetData();
	const styles = reference.getCurrentStylesData();
	const fresh = [
		reference.getCurrentRuntimeSheetData(),
		reference.getCurrentRuntimeActiveArrayFormulaCellData(),
		reference.getCurrentActiveArrayFormulaCellData(),
	].filter((matrix) => matrix !== undefined);
	const rows: StoredCell[][] = [];
	for (let row = startRow; row <= endRow; row++) {
		const cells: StoredCell[] = [];
		for (let column = startColumn; column <= endColumn; column++) {
			const own: Nullable<ICellData> = sheet.cellData.getValue(row, column);
			let cell = own;
			for (const matrix of fresh) {
				const newer = matrix.getValue(row, column);
				if (newer) {
					cell = newer;
					break;
				}
			}
			const value = storedValue(cell);
			cells.push(
				value === null ? BLANK : { value, formula: null, format: own?.s ? formatOf(styles.getStyleByCell(own)) : '' },
			);
		}
		rows.push(cells);
	}
	return rows;
}

function valueObject(value: unknown): BaseValueObject {
	if (Array.isArray(value)) {
		const rows = value.map((row) => (Array.isArray(row) ? row : [row]));
		const columnCount = Math.max(1, ...rows.map((row) => row.length));
		const calculateValueList = rows.map((row) =>
			Array.from({ length: columnCount }, (_, column) => valueObject(row[column])),
		);
		return ArrayValueObject.create({
			calculateValueList,
			rowCount: rows.length,
			columnCount,
			unitId: '',
			sheetId: '',
			row: -1,
			column: -1,
		});
	}
	switch (typeof value) {
		case 'number':
			return NumberValueObject.create(value);
		case 'boolean':
			return BooleanValueObject.create(value);
		case 'object':
		case 'undefined':
			return StringValueObject.create('');
		default:
			return StringValueObject.create(String(value));
	}
}
