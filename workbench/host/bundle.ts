/** A loaded bundle and the ways in which Google calls its functions: menu item, trigger, sidebar call, formula. */
import type { AuthMode } from './execution.ts';
import type { Host } from './host.ts';
import { copyForRpc } from './rpc-copy.ts';

/** The global object in which the bundle ran. */
export type BundleGlobal = Record<string, unknown>;

export type RpcOutcome =
	| { readonly isOk: true; readonly value: unknown }
	| { readonly isOk: false; readonly message: string };

type As = { authMode?: AuthMode; userEmail?: string };

export class Bundle {
	readonly host: Host;
	readonly global: BundleGlobal;

	constructor(host: Host, global: BundleGlobal) {
		this.host = host;
		this.global = global;
	}

	has(name: string): boolean {
		return typeof this.global[name] === 'function';
	}

	/** A menu item. Throws what the function throws. */
	runMenuItem(name: string, as: As = {}): unknown {
		return this.run('menu', name, [], as);
	}

	/** `onOpen`, `onEdit`, `onInstall` with their event. */
	runTrigger(name: string, event: unknown, as: As = {}): unknown {
		return this.run('trigger', name, [event], as);
	}

	/**
	 * What `google.script.run[name](...args)` does, without the waiting: arguments and answer are copied by value;
	 * what Google cannot carry fails. Never throws.
	 */
	runFunction(name: string, args: readonly unknown[], as: As = {}): RpcOutcome {
		const { host } = this;
		try {
			if (!this.has(name) || name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
			const copies = args.map((argument, at) => copyForRpc(host.realm, argument, `argument ${at}`));
			const answer = this.run('rpc', name, copies, as);
			return { isOk: true, value: copyForRpc(null, answer ?? null, 'answer') };
		} catch (error) {
			return { isOk: false, message: error instanceof Error || hasMessage(error) ? error.message : String(error) };
		}
	}

	/** A formula's call with the argument values of Google (see formula-call.ts). Throws what the function throws. */
	runCustomFunction(name: string, args: readonly unknown[]): unknown {
		return this.run('customFunction', name, args, {});
	}

	private run(
		kind: 'menu' | 'trigger' | 'rpc' | 'customFunction',
		name: string,
		args: readonly unknown[],
		as: As,
	): unknown {
		const { host } = this;
		const target = this.global[name];
		if (typeof target !== 'function') throw host.exception(`Script function not found: ${name}`);
		const before = host.meter.calls;
		const finish = (level: 'call' | 'failure', text: string): void => {
			if (kind !== 'customFunction') host.note(level, `${text} (${host.meter.calls - before} service calls)`);
		};
		try {
			const result = host.execute(kind, () => Reflect.apply(target, undefined, args), as);
			finish('call', name);
			return result;
		} catch (error) {
			finish('failure', `${name}: ${hasMessage(error) ? error.message : String(error)}`);
			throw error;
		}
	}
}

function hasMessage(error: unknown): error is { message: string } {
	return typeof error === 'object' && error !== null && typeof (error as { message?: unknown }).message === 'string';
}
