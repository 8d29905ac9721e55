/**
 * What each part of the settings may hold when the sidebar sends it. Not here: reading stored settings
 * (core/model/settings-check.ts).
 */
import { FIELDS } from '../../core/model/opportunity.ts';
import { OUTCOME_ENDS, OUTCOME_EVIDENCE } from '../../core/model/outcome.ts';
import type { Settings } from '../../core/model/settings.ts';
import { DEAL_LINES, LONGEST_CURRENCY, SETTINGS_VERSION } from '../../core/model/settings.ts';
import { aNumber, type Check, flag, listOf, mapOf, oneOf, shape, text, where } from './checks.ts';

const wholeOfSheet = where(aNumber, (value) => Number.isInteger(value) && value >= 0);
const name = text(1000);
const nameMap = mapOf(name, name, 200);

export const SETTINGS_SHAPE: { readonly [K in keyof Settings]: Check<Settings[K]> } = {
	version: oneOf([SETTINGS_VERSION]),
	dealSheetId: wholeOfSheet,
	dealSheetName: name,
	headerRow: where(wholeOfSheet, (value) => value >= 1),
	columns: mapOf(oneOf(FIELDS), name, 200),
	stageDateColumns: nameMap,
	outcomes: listOf(
		shape({ evidence: oneOf(OUTCOME_EVIDENCE), heading: name, isDeciding: flag }),
		OUTCOME_EVIDENCE.length,
	),
	outcomeStages: mapOf(oneOf(OUTCOME_ENDS), name, 200),
	currency: text(LONGEST_CURRENCY),
	dealLines: oneOf(DEAL_LINES),
	winRateMode: oneOf(['all', 'closed', 'value']),
	language: oneOf(['auto', 'en', 'zh-CN']),
	theme: oneOf(['light', 'dark', 'system']),
	completeFormulas: flag,
	strictStages: flag,
	stageColors: flag,
	recordEditor: flag,
	ignoredIssues: listOf(name, 5000),
};
