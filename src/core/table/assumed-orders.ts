/**
 * What is said of dates whose order of day and month nothing in the table tells for certain. Not here: the order itself
 * (date-order.ts).
 */
import type { Cell } from '../cells/cell.ts';
import { issueAt } from '../cells/cell-text.ts';
import { dayInOrder } from '../cells/date-text.ts';
import type { Issue } from '../cells/issue.ts';
import { dayText } from '../time/calendar-day.ts';
import { ORDERS, type Parts } from './date-form.ts';

/** One problem per form, at its first text. */
export class AssumedOrders {
	private readonly forms = new Map<
		string,
		{ readonly first: number; readonly params: Issue['params']; count: number }
	>();

	/** @param day as it is read */
	add(form: string, entry: number, parts: Parts, day: number): void {
		const other = ORDERS.map((order) => dayInOrder(parts, order)).find(
			(otherDay) => !Number.isNaN(otherDay) && otherDay !== day,
		);
		if (other === undefined) return;
		const known = this.forms.get(form);
		if (known !== undefined) known.count++;
		else this.forms.set(form, { first: entry, params: { read: dayText(day), other: dayText(other) }, count: 1 });
	}

	issues(rowOf: (entry: number) => number, column: number, cellAt: (entry: number) => Cell): Issue[] {
		return [...this.forms.values()].map(({ first, params, count }) =>
			issueAt('dateOrderAssumed', rowOf(first), column, cellAt(first), null, { ...params, count }),
		);
	}
}
