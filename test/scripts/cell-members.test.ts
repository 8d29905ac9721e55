import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { cellMembers } from '../../scripts/checks/cell-members.ts';

const root = mkdtempSync(join(tmpdir(), 'stagekeeper-cells-'));
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, code: string): string {
	const file = join(root, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, code);
	return file;
}

describe('cells are for src/sheet', () => {
	it('finds each member that writes a cell or leads to one, whatever the variable is called', () => {
		const addon = `type Where = GoogleAppsScript.Spreadsheet.Sheet;
export function f(place: Where, edited: GoogleAppsScript.Spreadsheet.Range) {
	place.getSheetName(); place.isSheetHidden(); edited.getRow(); edited.getFormula(); place.hideSheet();
	place.getRange('A1').getValues();
	edited.setValue(1);
	edited.getSheet().appendRow([]);
	place.getDataRange(); edited.clearContent(); edited.getDataRegion().setValues([]);
	new Map().set('a', 1);
}`;
		const files = [write('src/addon/door.ts', addon), write('src/sheet/own.ts', addon)];
		const program = ts.createProgram(files, {
			types: ['google-apps-script'],
			typeRoots: [resolve('node_modules/@types')],
			lib: ['lib.es2020.d.ts'],
			skipLibCheck: true,
			noEmit: true,
		});
		const { seen, findings } = cellMembers(program, root);
		expect(seen).toBeGreaterThan(10);
		expect(findings.map((line) => line.replace('src/addon/door.ts', ''))).toEqual([
			':4 Sheet.getRange',
			':5 Range.setValue',
			':6 Sheet.appendRow',
			':7 Sheet.getDataRange',
			':7 Range.clearContent',
			':7 Range.setValues',
		]);
	});
});
