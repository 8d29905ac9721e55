/** `console` and `Logger` of a script: lines of the host's log. Nothing is printed. */
import type { Host, LogEntry } from './host.ts';

export function scriptConsole(host: Host): object {
	const write =
		(level: LogEntry['level']) =>
		(...parts: unknown[]) =>
			host.note(level, parts.map(textOf).join(' '));
	return {
		log: write('log'),
		info: write('info'),
		warn: write('warn'),
		error: write('error'),
		time() {},
		timeEnd() {},
	};
}

export function scriptLogger(host: Host): object {
	const log = (...parts: unknown[]): object => {
		host.note('log', parts.map(textOf).join(' '));
		return logger;
	};
	const logger = { log, clear() {}, getLog: () => host.log.map((entry) => entry.text).join('\n') };
	return logger;
}

function textOf(part: unknown): string {
	if (typeof part === 'string') return part;
	if (part !== null && typeof part === 'object' && 'message' in part) return String(part.message);
	return typeof part === 'object' ? (JSON.stringify(part) ?? String(part)) : String(part);
}
