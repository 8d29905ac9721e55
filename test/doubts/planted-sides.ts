/**
 * Code that works under one setting of a doubt alone, made by changing the bundle's text: what somebody writes who takes that setting for granted.
 * One for each doubt that is played in Node. The one about styles is planted where pages are drawn (test/sidebar).
 */
import type { DoubtId } from '../../workbench/host/doubts.ts';
import { replaced } from '../simulation/planted-bugs.ts';

export interface PlantedSide {
	readonly doubt: DoubtId;
	/** The setting under which it shows. */
	readonly setting: string;
	readonly name: string;
	readonly plant: (code: string) => string;
}

export const PLANTED_SIDES: readonly PlantedSide[] = [
	...['zh-CN', 'ja', 'de'].map((setting) => ({
		doubt: 'exceptionLanguage' as const,
		setting,
		name: 'a full sheet is told by an English text',
		plant: (code: string) =>
			replaced(
				code,
				/\} catch \{(\s+const known\d* = extent\.offset\()/u,
				'} catch (failure) { if (!String(failure.message).includes("outside the dimensions")) throw failure; $1',
			),
	})),
	{
		doubt: 'formulaInTextCell',
		setting: 'formula',
		name: 'the format of plain text is trusted to keep an equals sign',
		plant: (code) => replaced(code, /RISKY = \/\^\[.+?\]\/u;/u, 'RISKY = /^\\0/u;'),
	},
	{
		doubt: 'apostropheInTextCell',
		setting: 'consumed',
		name: 'a text that begins with an apostrophe is written as it is into a cell of plain text',
		plant: (code) => replaced(code, /RISKY = \/\^\[.+?\]\/u;/u, 'RISKY = /^[\\s=+\\-@＝＋－＠]/u;'),
	},
	{
		doubt: 'skippedMidnight',
		setting: 'earlier',
		name: 'a skipped midnight is the later hour',
		plant: (code) => replaced(code, /return asAfter > local && [^;]+;/u, 'return local;'),
	},
	{
		doubt: 'formulaSeparators',
		setting: 'locale',
		name: 'formulas are written with commas everywhere',
		plant: (code) =>
			replaced(code, /return new Intl\.NumberFormat\(locale\)\.format\(0\.5\)[^?]+\? "," : ";";/u, 'return ",";'),
	},
	{
		doubt: 'formulaSeparators',
		setting: 'locale',
		name: 'numbers are written with a decimal point everywhere',
		plant: (code) => replaced(code, /return places\d* === 0 \? (digits\d*) : [^;]+;/u, 'return $1;'),
	},
	...['formula', 'result'].map((setting) => ({
		doubt: 'typedFormulaValue' as const,
		setting,
		name: 'an edit with a value is no formula',
		plant: (code: string) =>
			replaced(
				replaced(
					code,
					/function completesFormula\(execution, \{ range \}/u,
					'function completesFormula(execution, { range, hasValue }',
				),
				/(const mayBeFormula\d* = )range\./u,
				'$1!hasValue && range.',
			),
	})),
	{
		doubt: 'sameFormula',
		setting: 'left',
		name: 'Refresh writes the same formulas again',
		plant: (code) => replaced(code, /isComputingAll && refreshFormulas\(execution\);/u, 'isComputingAll;'),
	},
	{
		doubt: 'metadataInCells',
		setting: 'refused',
		name: 'a formula asks for marks like everybody else',
		plant: (code) => replaced(code, /if \(isInCell\) return null;/u, ''),
	},
	{
		doubt: 'typedColumns',
		setting: 'rulesAndFormats',
		name: 'a strict rule can be lifted everywhere',
		plant: (code) => replaced(code, /(\.clearDataValidations\(\);\s+\}) catch \{\s+\}/u, '$1 finally { }'),
	},
	{
		doubt: 'filterOnTable',
		setting: 'refused',
		name: 'a table takes a filter',
		plant: (code) => replaced(code, /(return table\.createFilter\(\);\s+\}) catch \{[^}]+\}/u, '$1 finally { }'),
	},
	{
		doubt: 'offsetZone',
		setting: 'UTC-3:30',
		name: 'an offset is written in one way',
		plant: (code) => replaced(code, /FIXED = \/[^;]+;/u, 'FIXED = /^GMT(?:([+-])(\\d{2}):(\\d{2}))?$/u;'),
	},
	{
		doubt: 'editEvents',
		setting: 'lateAndLost',
		name: 'only edit events record',
		plant: (code) =>
			replaced(code, /if \(seen\.events\.length === 0\)/u, 'if (seen.events.length === 0 || occasion.rows === null)'),
	},
	{
		doubt: 'documentProperties',
		setting: 'null',
		name: 'there are always document properties',
		plant: (code) => replaced(code, /if \(properties\d* === null\) throw new Failure\("notInstalled"\);/u, ''),
	},
	{
		doubt: 'documentLock',
		setting: 'null',
		name: 'there is always a lock of the document',
		plant: (code) => replaced(code, /ofDocument != null \? ofDocument : LockService\.getScriptLock\(\)/u, 'ofDocument'),
	},
	{
		doubt: 'htmlAttributes',
		setting: 'dropped',
		name: "the view travels as an attribute of the page's root",
		plant: (code) => replaced(code, /replace\('id="app"', `id="app" data-view/u, "replace('<html', `<html data-view"),
	},
	{
		doubt: 'cellReadTime',
		setting: 'charged',
		name: 'the whole grid is read again and again',
		plant: (code) =>
			replaced(
				code,
				/const \{ grid, isWhole(?:: isWhole\d*)? \} = readWhole\(sheet, settings\d*\);/u,
				'$& for (let i = 0; i < 60; i++) sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getValues();',
			),
	},
];
