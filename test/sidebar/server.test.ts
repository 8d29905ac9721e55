/** The page's way to the server: late answers, time limits, failures of the transport. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServer } from '../../sidebar/server.ts';

type Handler = (value: unknown) => void;

describe('a call to the server', () => {
	const made: { name: string; arguments: unknown[]; done: Handler; failed: Handler }[] = [];

	beforeEach(() => {
		vi.useFakeTimers();
		made.length = 0;
		const runner = (done: Handler, failed: Handler): unknown =>
			new Proxy(
				{},
				{
					get: (_, name: string) => {
						if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failed);
						if (name === 'withFailureHandler') return (handler: Handler) => runner(done, handler);
						return (...given: unknown[]) => made.push({ name, arguments: given, done, failed });
					},
				},
			);
		vi.stubGlobal('google', {
			script: {
				run: runner(
					() => undefined,
					() => undefined,
				),
			},
		});
	});
	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	it('resolves with the server’s answer', async () => {
		const call = createServer().call('sidebarRevision');
		made[0]?.done({ ok: true, data: '7' });
		expect(await call).toEqual({ ok: true, data: '7' });
		expect(made[0]?.arguments).toEqual([]);
	});

	it('resolves with null when a later call of its lane was made, whatever the order of the answers', async () => {
		const server = createServer();
		const first = server.call('sidebarCheck', undefined, 'check');
		const second = server.call('sidebarCheck', undefined, 'check');
		const other = server.call('sidebarRevision', undefined, 'look');
		made[1]?.done({ ok: true, data: 'second' });
		made[0]?.done({ ok: true, data: 'first' });
		made[2]?.done({ ok: true, data: 'other' });
		expect(await first).toBeNull();
		expect(await second).toMatchObject({ data: 'second' });
		expect(await other).toMatchObject({ data: 'other' });
	});

	it('is called lost after the time limit, and a still later answer changes nothing', async () => {
		const call = createServer(1000).call('sidebarCheck');
		vi.advanceTimersByTime(1000);
		made[0]?.done({ ok: true, data: null });
		expect(await call).toMatchObject({ ok: false, code: 'timeout', action: 'retry' });
	});

	it.each([
		'PERMISSION_DENIED: secret',
		'Authorization is required to perform that action. Please run the script again to authorize it.',
	])('tells several signed-in accounts (%s) from any other failure, and passes on no raw text', async (text) => {
		const server = createServer();
		const denied = server.call('sidebarCheck');
		made[0]?.failed(new Error(text));
		const broken = server.call('sidebarCheck');
		made[1]?.failed('ScriptError at line 3');
		expect(await denied).toEqual({ ok: false, code: 'permissionDenied', text: '', action: 'retry' });
		expect(await broken).toEqual({ ok: false, code: 'noAnswer', text: '', action: 'retry' });
	});

	it('takes an answer of no known shape as none', async () => {
		const call = createServer().call('sidebarCheck');
		made[0]?.done(null);
		expect(await call).toMatchObject({ code: 'noAnswer' });
	});

	it('says where the page belongs when there is no server', async () => {
		vi.unstubAllGlobals();
		expect(await createServer().call('sidebarCheck')).toMatchObject({ code: 'noServer', action: null });
	});
});
