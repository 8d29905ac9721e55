/**
 * Members that make or describe a handle and ask Google nothing: not counted as service calls, no fault can hit them.
 * Everything else is a round trip.
 */
const BUILDERS = new Set([
	'BooleanCondition',
	'ConditionalFormatRule',
	'ConditionalFormatRuleBuilder',
	'DataValidationBuilder',
	'DataValidation',
	'FilterCriteriaBuilder',
	'FilterCriteria',
	'EmbeddedChartBuilder',
	'EmbeddedChart',
	'Menu',
	'HtmlOutput',
	'User',
	'console',
	'Logger',
	'ScriptApp',
	'DeveloperMetadataLocation',
]);

const FREE = new Set(
	[
		'SpreadsheetApp: getActive getActiveSpreadsheet getUi newConditionalFormatRule newDataValidation newFilterCriteria',
		'Spreadsheet: getId getRange createTextFinder createDeveloperMetadataFinder',
		'Sheet: getRange getRangeList getSheetId getParent getSheetName createTextFinder createDeveloperMetadataFinder newChart',
		'Range: getRow getColumn getLastRow getLastColumn getNumRows getNumColumns getHeight getWidth getA1Notation getSheet getCell offset getGridId getRowIndex createTextFinder createDeveloperMetadataFinder',
		'TextFinder: matchCase matchEntireCell matchFormulaText useRegularExpression ignoreDiacritics',
		'DeveloperMetadataFinder: withKey withValue withId withLocationType withVisibility onIntersectingLocations',
		'DeveloperMetadata: getId getKey getValue getLocation getVisibility',
		'NamedRange: getName getRange',
		'Protection: getDescription getRange isWarningOnly getProtectionType',
		'Ui: createAddonMenu createMenu',
		'PropertiesService: getDocumentProperties getUserProperties getScriptProperties',
		'LockService: getDocumentLock getUserLock getScriptLock',
		'Lock: hasLock',
		'Filter: getRange',
	].flatMap((line) => {
		const [owner, members] = line.split(': ') as [string, string];
		return members.split(' ').map((member) => `${owner}.${member}`);
	}),
);

export function isFree(owner: string, member: string): boolean {
	if (owner === 'RangeList' || owner === 'Utilities')
		return ['getRanges', 'formatDate', 'formatString'].includes(member);
	return BUILDERS.has(owner) || FREE.has(`${owner}.${member}`);
}
