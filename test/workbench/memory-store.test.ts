import { expect, it } from 'vitest';
import { MemoryStore } from '../../workbench/host/index.ts';
import { storeContract } from './store-contract.ts';

storeContract('MemoryStore', () => new MemoryStore());

it('refuses a write whose cells do not fill the rect', () => {
	const store = new MemoryStore();
	const { id } = store.insertSheet('Deals', 0);
	expect(() => store.write(id, { row: 0, column: 0, rows: 2, columns: 1 }, [[{ value: 1 }]])).toThrow(
		'do not fill 2 × 1',
	);
});

it('moves the source range of a rule, protections and typed columns with what is inserted before them', () => {
	const store = new MemoryStore();
	const deals = store.insertSheet('Deals', 0).id;
	const stages = store.insertSheet('Stages', 1).id;
	const rect = { row: 1, column: 0, rows: 5, columns: 1 };
	store.setValidation(deals, rect, {
		type: 'list-of-range',
		source: { sheetId: stages, rect },
		items: [],
		isStrict: false,
		helpText: '',
	});
	store.protect(stages, [rect]);
	store.setTypedColumns(stages, [0]);
	store.insertRows(stages, 0, 2);
	store.insertColumns(stages, 0, 1);
	expect(store.validations(deals, rect)[0]?.rule.source?.rect).toEqual({ row: 3, column: 1, rows: 5, columns: 1 });
	expect(store.protectedRects(stages)).toEqual([{ row: 3, column: 1, rows: 5, columns: 1 }]);
	expect(store.typedColumns(stages)).toEqual([1]);
});
