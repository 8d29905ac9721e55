/** Google words its exceptions in the user's language: no outcome may hang on their texts. */
import { describe, expect, it } from 'vitest';
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { DOUBTS } from '../../workbench/host/doubts.ts';
import { Fault } from '../../workbench/host/fault.ts';
import { Book, choiceOf, data, STAGE, sampleRows } from './book.ts';

const idOf = (book: Book, name: string): number =>
	book.store.sheets().find((sheet) => sheet.name === name)?.id as number;

describe.each(DOUBTS.exceptionLanguage.settings)('with exceptions in the language %s', (exceptionLanguage) => {
	const doubts = { exceptionLanguage };

	it('says that nothing is recorded while the history is protected', () => {
		const book = new Book(undefined, { doubts });
		data(book.setUp());
		book.store.protect(idOf(book, 'Stage history'), [{ row: 0, column: 0, rows: 10, columns: 10 }]);
		const { rows, columns } = book.store.size(idOf(book, 'Stage history'));
		book.store.protect(idOf(book, 'Stage history'), [{ row: 0, column: 0, rows, columns }]);
		book.user.paste(book.deals, 1, STAGE, [['Won'], ['Lost']]);
		expect(book.open().ready?.recording.state).toBe('behind');
		expect(data(book.call('sidebarHistory')).unrecorded).toBe(2);
		book.store.protect(idOf(book, 'Stage history'), []);
		expect(book.open().ready?.recording.state).toBe('on');
	});

	it('reads a sheet without a free row, in the sidebar and in a cell', () => {
		const book = new Book(undefined, { doubts });
		data(book.setUp());
		const { rows } = book.store.size(book.deals);
		book.store.deleteRows(book.deals, 61, rows - 61);
		expect(book.open().ready?.report.rows).toBe(60);
		expect(book.evaluate('=WIN_RATE("closed")')).toEqual({ value: 0.5 });
	});

	it('sets up where the stage column takes no drop-down', () => {
		const book = new Book(undefined, { doubts });
		book.store.setTypedColumns(book.deals, [STAGE]);
		data(book.setUp());
		expect(book.toasts.join(' ')).toContain('drop-down');
		expect(book.open().ready?.report.rows).toBe(60);
	});

	/** Fails the insertion of the stage list's sheet after it was made. @param then what stands in the new sheet by then */
	const insertion = (then: (book: Book) => void): { book: Book; isSetUp: boolean } => {
		const book = new Book(sampleRows(12), { doubts });
		const choice = choiceOf(book.open().proposal as SetUpProposal);
		let isFirst = true;
		book.host.hooks = {
			after: ({ name }) => {
				if (name !== 'Spreadsheet.insertSheet' || !isFirst) return;
				isFirst = false;
				then(book);
				throw new Fault('Service unavailable');
			},
		};
		return { book, isSetUp: book.call('sidebarSetUp', choice).ok };
	};

	it('goes on with a sheet whose insertion failed after it was made', () => {
		const { book, isSetUp } = insertion(() => undefined);
		expect(isSetUp).toBe(true);
		expect(book.sheetNames()).toEqual(['Deals', 'Stages', 'Stage history']);
	});

	it('leaves a sheet of that name that somebody else has filled meanwhile', () => {
		const { book, isSetUp } = insertion((made) => made.user.type(idOf(made, 'Stages'), 0, 0, 'mine'));
		expect(isSetUp).toBe(false);
		expect(book.cell(0, 0, idOf(book, 'Stages')).value).toBe('mine');
	});
});
