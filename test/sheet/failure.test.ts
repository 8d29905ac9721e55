import { describe, expect, it } from 'vitest';
import { asFailure, Failure } from '../../src/sheet/failure.ts';

describe('a text of Google', () => {
	it.each([
		['Service Spreadsheets timed out while accessing document with id abc.', 'timedOut'],
		["We're sorry, a server error occurred. Please wait a bit and try again.", 'timedOut'],
		['Internal error', 'timedOut'],
		['Empty response', 'timedOut'],
		['Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.', 'busy'],
		['There are too many LockService operations against the same script.', 'busy'],
		['Service unavailable', 'busy'],
		['Service invoked too many times for one day.', 'dailyQuota'],
		['Lock timeout: another process was holding the lock for too long.', 'lockTimeout'],
		['You have exceeded the property storage quota. Please remove some properties and try again.', 'storageFull'],
		['Argument too large: value', 'valueTooLarge'],
		[
			'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
			'protectedCells',
		],
		['The data you entered in cell F1 violates the data validation rules set on this cell.', 'validationRefused'],
		['This action would increase the number of cells in the workbook above the limit of 10000000 cells.', 'cellLimit'],
		['Your input contains more than the maximum of 50000 characters in a single cell.', 'textTooLong'],
		[
			'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
			'sheetChanged',
		],
		['The coordinates of the range are outside the dimensions of the sheet.', 'sheetChanged'],
		['Sheet not found', 'sheetGone'],
		['A sheet with this name already exists. Please enter another name.', 'sheetExists'],
		['This operation is not allowed on cells in typed columns.', 'typedColumn'],
		['Cannot call SpreadsheetApp.getUi() from this context.', 'noUserInterface'],
		['Authorization is required to perform that action. Please run the script again to authorize it.', 'authorization'],
		['Der Dienst ist derzeit nicht erreichbar.', 'unknown'],
	])('%s has the code %s', (text, code) => {
		expect(asFailure(new Error(text)).code).toBe(code);
	});

	it('keeps a failure of ours as it is, and takes anything that was thrown', () => {
		const own = new Failure('notSetUp');
		expect(asFailure(own)).toBe(own);
		for (const thrown of [null, undefined, 'text', 7, {}]) expect(asFailure(thrown).code).toBe('unknown');
	});
});
