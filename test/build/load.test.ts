import { describe, expect, it } from 'vitest';
import { loadCode, SERVICES, untouchable } from '../support/dist.ts';

function untouchableServices(touched: string[]): Record<string, unknown> {
	return Object.fromEntries(SERVICES.map((name) => [name, untouchable(name, touched)]));
}

interface Menu {
	readonly items: { readonly caption: string; readonly handler: string }[];
	isShown: boolean;
}

/** A SpreadsheetApp that can do nothing but build the add-on's menu. */
function menuOnly(menu: Menu, touched: string[]): object {
	const strict = (name: string, members: Record<string, unknown>): object =>
		new Proxy(members, {
			get(target, member) {
				if (typeof member === 'string' && Object.hasOwn(target, member)) return target[member];
				touched.push(`${name}.${String(member)}`);
				throw new Error(`${name}.${String(member)} is not allowed before the add-on was used in this file`);
			},
		});
	const builder: object = strict('Menu', {
		addItem(caption: string, handler: string) {
			menu.items.push({ caption, handler });
			return builder;
		},
		addSeparator: () => builder,
		addToUi() {
			menu.isShown = true;
		},
	});
	return strict('SpreadsheetApp', { getUi: () => strict('Ui', { createAddonMenu: () => builder }) });
}

function call(code: Record<string, unknown>, name: string, argument: unknown): void {
	(code[name] as (argument: unknown) => void)(argument);
}

describe('loading Code.js', () => {
	it('touches no service, because that would kill the menu of a file in which the add-on was never used', () => {
		const touched: string[] = [];
		const code = loadCode(untouchableServices(touched));
		expect(touched).toEqual([]);
		expect(typeof code.onOpen).toBe('function');
	});

	it.each(['onOpen', 'onInstall'])('%s shows the menu before the add-on may touch the file', (trigger) => {
		const touched: string[] = [];
		const menu: Menu = { items: [], isShown: false };
		const code = loadCode({ ...untouchableServices(touched), SpreadsheetApp: menuOnly(menu, touched) });
		call(code, trigger, { authMode: 'NONE' });
		expect(menu.isShown).toBe(true);
		expect(menu.items.length).toBeGreaterThan(0);
		for (const { caption, handler } of menu.items) {
			expect(caption).not.toBe('');
			expect(typeof code[handler], handler).toBe('function');
		}
		// The user's language is the one fact that Google gives away here; the menu must also come without it.
		expect(touched.filter((access) => access !== 'Session.getActiveUserLocale')).toEqual([]);
	});
});
