/**
 * The skin between the bundle and an implementation: only methods and getters of its class are to be seen, each call
 * goes through the host's gate (rights, meter, faults), and a member that is missing throws by name.
 */

import { isFree } from './free-members.ts';
import type { Host } from './host.ts';

const implementations = new WeakMap<object, object>();
const skins = new WeakMap<object, object>();

/** The skin of an implementation; always the same one. */
export function service<T extends object>(host: Host, owner: string, implementation: T): T {
	const known = skins.get(implementation);
	if (known !== undefined) return known as T;
	const skin = new Proxy(implementation, handlerOf(host, owner)) as T;
	implementations.set(skin, implementation);
	skins.set(implementation, skin);
	return skin;
}

const handlers = new WeakMap<Host, Map<string, ProxyHandler<object>>>();

/** One for all objects of a service: ranges are made by the thousand. */
function handlerOf(host: Host, owner: string): ProxyHandler<object> {
	const ofHost = handlers.get(host) ?? new Map<string, ProxyHandler<object>>();
	handlers.set(host, ofHost);
	const handler = ofHost.get(owner) ?? newHandler(host, owner);
	ofHost.set(owner, handler);
	return handler;
}

function newHandler(host: Host, owner: string): ProxyHandler<object> {
	const free = new Map<string, boolean>();
	const isFreeMember = (key: string): boolean => {
		const known = free.get(key) ?? isFree(owner, key);
		free.set(key, known);
		return known;
	};
	return {
		get(target, key) {
			if (key === 'toString') return () => owner;
			// What the language itself asks of any object, such as `then` and `toJSON`.
			if (
				typeof key === 'symbol' ||
				key === 'then' ||
				key === 'toJSON' ||
				key === 'constructor' ||
				key === 'valueOf' ||
				key === 'getTime'
			)
				return undefined;
			const isMember = !Object.hasOwn(target, key) && key in target && !(key in Object.prototype);
			if (!isMember) throw host.exception(`${owner}.${key} is not in the workbench yet`);
			const member = Reflect.get(target, key, target);
			if (typeof member !== 'function') return member;
			return (...args: unknown[]) =>
				host.gate(owner, key, isFreeMember(key), () => Reflect.apply(member, target, args));
		},
		set(_target, key) {
			throw host.exception(`${owner}.${String(key)} cannot be assigned`);
		},
	};
}

/** The implementation behind a value that the bundle handed over; the value itself when it is not one of ours. */
export function unwrap<T extends object>(value: T): T {
	return (implementations.get(value) as T | undefined) ?? value;
}

/** Members of an enumeration, each its own name; another name throws. */
export function enumeration<T>(host: Host, owner: string, names: readonly string[]): T {
	const members = Object.fromEntries(names.map((name) => [name, name]));
	return new Proxy(members, {
		get(target, key) {
			if (typeof key === 'symbol') return undefined;
			if (!(key in target)) throw host.exception(`${owner}.${key} is not in the workbench yet`);
			return target[key];
		},
	}) as unknown as T;
}
