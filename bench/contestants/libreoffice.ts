/** The formulas in LibreOffice Calc, headless, where it is installed: full recalculations of a loaded workbook. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell } from '../../src/core/cells/cell.ts';
import type { ReportAnswer } from '../answer.ts';
import { cycleFormula, reportFormulas, storedRow } from './formulas.ts';

function escaped(text: string): string {
	return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
}

function cellXml(value: string | number | null): string {
	if (value === null) return '<table:table-cell/>';
	if (typeof value === 'number') return `<table:table-cell office:value-type="float" office:value="${value}"/>`;
	if (value.startsWith('=')) return `<table:table-cell table:formula="${escaped(openFormula(value))}"/>`;
	return `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`;
}

/** A1 formulas in OpenFormula's spelling: `;` between arguments, `[.A1]` references. */
function openFormula(formula: string): string {
	const parts = formula.slice(1).split(/("[^"]*")/u);
	const body = parts.map((part, i) => {
		if (i % 2 === 1) return part;
		return part
			.replace(
				/(?:(\w+)!)?\b([A-Z])(\d+)(?::([A-Z])(\d+))?/gu,
				(_, sheet: string | undefined, c1: string, r1: string, c2?: string, r2?: string) =>
					`[${sheet === undefined ? '' : `$${sheet}`}.${c1}${r1}${c2 === undefined ? '' : `:.${c2}${r2}`}]`,
			)
			.replace(/,/gu, ';');
	});
	return `of:=${body.join('')}`;
}

function sheetXml(name: string, rows: readonly (readonly (string | number | null)[])[]): string {
	return `<table:table table:name="${name}">${rows.map((row) => `<table:table-row>${row.map(cellXml).join('')}</table:table-row>`).join('')}</table:table>`;
}

/** A Python with LibreOffice's bridge: the first on the path need not be the system's. */
const PYTHON = ['python3', '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', 'import uno']).status === 0);

/** True when LibreOffice and its Python bridge can be started. */
export function hasLibreOffice(): boolean {
	return PYTHON !== undefined && spawnSync('soffice', ['--version']).status === 0;
}

/** Milliseconds of each recalculation, and the answer. */
export function libreOfficeReport(
	grid: readonly (readonly Cell[])[],
	owners: readonly string[],
	rounds: number,
): { times: number[]; answer: Partial<ReportAnswer> } {
	const report = reportFormulas(grid.length - 1, owners);
	const deals = grid.map((row, i) => [...storedRow(row), i === 0 ? 'Days' : cycleFormula(i + 1)]);
	const folder = mkdtempSync(join(tmpdir(), 'stagekeeper-bench-'));
	try {
		const path = join(folder, 'deals.fods');
		writeFileSync(
			path,
			`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${sheetXml('Deals', deals)}${sheetXml(
				'Report',
				report.formulas.map((formula) => [formula]),
			)}</office:spreadsheet></office:body></office:document>`,
		);
		const script = join(process.cwd(), 'bench', 'contestants', 'libreoffice.py');
		const output = execFileSync(PYTHON ?? 'python3', [script, path, String(report.formulas.length), String(rounds)], {
			encoding: 'utf8',
			maxBuffer: 1 << 26,
		});
		const { times, values } = JSON.parse(output) as { times: number[]; values: number[] };
		return { times, answer: report.answerOf(values) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
