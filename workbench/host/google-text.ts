/** The texts that Google's services throw, word for word. Not here: when they are thrown. */
export const GOOGLE_TEXT = {
	authorization: 'Authorization is required to perform that action. Please run the script again to authorize it.',
	uiContext: 'Cannot call SpreadsheetApp.getUi() from this context.',
	sheetNameTaken: 'A sheet with this name already exists. Please enter another name.',
	sheetNotFound: 'Sheet not found',
	rangeNotFound: 'Range not found',
	outside: 'The coordinates of the range are outside the dimensions of the sheet.',
	rowsMismatch: (data: number, range: number): string =>
		`The number of rows in the data does not match the number of rows in the range. The data has ${data} but the range has ${range}.`,
	columnsMismatch: (data: number, range: number): string =>
		`The number of columns in the data does not match the number of columns in the range. The data has ${data} but the range has ${range}.`,
	validation: (cell: string): string =>
		`The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
	typedColumn: 'This operation is not allowed on cells in typed columns.',
	protectedCell:
		'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
	cellLimit: 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
	textLimit: 'Your input contains more than the maximum of 50000 characters in a single cell.',
	lastSheet: "You can't remove all the sheets in a document.",
	allRows: 'Sorry, it is not possible to delete all non-frozen rows.',
	filterExists: "You can't create a filter in a sheet that already has a filter.",
	noPermission: (member: string): string => `You do not have permission to call ${member}`,
	missingScope: (member: string, scope: string): string =>
		`Specified permissions are not sufficient to call ${member}. Required permissions: ${scope}`,
	lockTimeout: 'Lock timeout: another process was holding the lock for too long.',
	quota: 'You have exceeded the property storage quota. Please remove some properties and try again.',
	valueTooLarge: 'Argument too large: value',
	executionTime: 'Exceeded maximum execution time',
} as const;
