/** What Google says when a service call fails: the texts that the design lists, and two in other languages. */

/** After these the call may have been carried out; a text in another language says nothing about it. */
export const MAY_HAVE_APPLIED: readonly string[] = [
	'Service Spreadsheets timed out while accessing document with id x.',
	"We're sorry, a server error occurred. Please wait a bit and try again.",
	'Internal error',
	'Empty response',
	'Der Dienst ist im Moment nicht erreichbar.',
	'服务暂时不可用',
];

export const NOT_APPLIED: readonly string[] = [
	'Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.',
	'There are too many LockService operations against the same script.',
	'Service unavailable',
	'Service invoked too many times for one day.',
	'Lock timeout: another process was holding the lock for too long.',
	'You have exceeded the property storage quota. Please remove some properties and try again.',
	'Argument too large: value',
	'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
	'The data you entered in cell F1 violates the data validation rules set on this cell.',
	'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
	'Your input contains more than the maximum of 50000 characters in a single cell.',
	'The number of rows in the data does not match the number of rows in the range. The data has 3 but the range has 2.',
	'The coordinates of the range are outside the dimensions of the sheet.',
	'Sheet not found',
	'A sheet with this name already exists. Please enter another name.',
	'Cannot call SpreadsheetApp.getUi() from this context.',
	'Authorization is required to perform that action. Please run the script again to authorize it.',
];

export const KILLED = 'Exceeded maximum execution time';
