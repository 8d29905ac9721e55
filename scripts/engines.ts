/**
 * `npm run engines [-- NAME …]`: states of the sidebar and the newcomer's walk in Chromium, Firefox and WebKit.
 * An engine that this machine cannot have is skipped with the reason. The last line is `N passed, N failed`.
 */
import { createWords } from '../sidebar/words.ts';
import { startServer } from '../test/e2e/start.ts';
import { type AnswerServer, serveAnswers } from '../test/engines/answer-server.ts';
import { CHROMIUM } from '../test/engines/chromium.ts';
import type { Engine, EngineWindow } from '../test/engines/engine.ts';
import { accessibility, clipped, focusFlaws, overflowing, showInFull, watchFocus } from '../test/engines/facts.ts';
import { FIREFOX } from '../test/engines/firefox.ts';
import { newcomersWalk } from '../test/engines/newcomers-walk.ts';
import { ENGINE_STATES, type EngineState, type Step } from '../test/engines/states.ts';
import { WEBKIT } from '../test/engines/webkit.ts';
import { buildPage } from './build/page.ts';
import { buildAll } from './build.ts';

const ENGINES: readonly Engine[] = [CHROMIUM, FIREFOX, WEBKIT];
const LANGUAGES = ['en', 'zh-CN'] as const;

const INNER = "const inner = document.getElementById('frame').contentWindow;";
/** Waits in the page until an expression holds; the limit only ends a run that hangs. */
const until = (condition: string): string => `for (let tries = 0; !(${condition}); tries++) {
	if (tries > 1200) throw new Error(${JSON.stringify(condition)} + ' never holds');
	await new Promise((later) => setTimeout(later, 50));
}`;
const SETTLED = until(
	`inner.document.querySelector('main[aria-busy="false"]') && !inner.document.querySelector('[aria-busy="true"]')`,
);

function stepScript(step: Step): string {
	const find = (selector: string): string => `${until(`inner.document.querySelector(${JSON.stringify(selector)})`)}
		const target = inner.document.querySelector(${JSON.stringify(selector)});`;
	if ('click' in step) return `${INNER} ${find(step.click)} target.click(); ${SETTLED}`;
	const [selector, event] = 'choose' in step ? [step.choose, 'change'] : [step.write, 'input'];
	return `${INNER} ${find(selector)} target.value = ${JSON.stringify(step.value)};
		target.dispatchEvent(new Event('${event}', { bubbles: true })); ${SETTLED}`;
}

async function stateFlaws(
	window: EngineWindow,
	server: AnswerServer,
	{ options, steps = [], shows }: EngineState,
	language: (typeof LANGUAGES)[number],
): Promise<string[]> {
	server.use({ ...options, language });
	await window.open(`${server.url}/frame?width=300`);
	await window.run(
		`${until("document.getElementById('frame')?.contentWindow?.document.querySelector('main')")} ${INNER} ${SETTLED}`,
	);
	for (const step of steps) await window.run(stepScript(step));
	const ask = (fact: (inner: Window) => unknown): Promise<string[]> =>
		window.run(`${INNER} return (${fact.toString()})(inner);`);
	await window.run(`${INNER} await (${showInFull.toString()})(inner);`);
	const flaws = [...(await ask(overflowing)), ...(await ask(clipped)), ...(await ask(accessibility))];
	const text = createWords(language, language === 'en' ? 'en-US' : 'zh-CN').t(shows);
	const isShown = await window.run<boolean>(
		`${INNER} return inner.document.body.innerText.includes(${JSON.stringify(text)}) || inner.document.querySelector('[aria-label=' + JSON.stringify(${JSON.stringify(text)}) + ']') !== null;`,
	);
	if (!isShown) flaws.push(`does not show “${text}”`);
	if (await window.run<boolean>(`${INNER} return 'hacked' in inner;`)) flaws.push('a name of the sheet ran as markup');
	const count = await window.run<number>(`${INNER} return (${watchFocus.toString()})(inner);`);
	// No further than the last control: after it the focus would leave for the engine's own window.
	await window.pressTab(count - 1);
	return [...flaws, ...(await window.run<string[]>(`${INNER} return (${focusFlaws.toString()})(inner, ${count});`))];
}

interface Count {
	passed: number;
	failed: number;
}

function tell(count: Count, name: string, flaws: readonly string[]): void {
	if (flaws.length === 0) count.passed++;
	else count.failed++;
	console.log(`${flaws.length === 0 ? 'pass' : 'FAIL'} ${name}${flaws.map((flaw) => `\n     ${flaw}`).join('')}`);
}

async function attempt(flaws: () => Promise<string[]>): Promise<string[]> {
	try {
		return await flaws();
	} catch (error) {
		return [String(error).slice(0, 400)];
	}
}

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const unknown = wanted.filter((name) => !ENGINES.some((engine) => engine.name.toLowerCase() === name));
if (unknown.length > 0) {
	console.error(
		`${unknown.join(', ')} is not an engine; name ${ENGINES.map(({ name }) => name.toLowerCase()).join(', ')}`,
	);
	process.exit(2);
}
await buildAll();
const server = await serveAnswers(await buildPage());
const workbench = await startServer();
const total: Count = { passed: 0, failed: 0 };
try {
	for (const engine of ENGINES.filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()))) {
		const window = await engine.start();
		if (typeof window === 'string') {
			console.log(`skipped ${engine.name}: ${window}`);
			continue;
		}
		for (const language of LANGUAGES) {
			for (const state of ENGINE_STATES) {
				const name = `${engine.name} · ${state.name} · ${language}`;
				tell(total, name, await attempt(() => stateFlaws(window, server, state, language)));
			}
		}
		tell(total, `${engine.name} · the newcomer's walk`, await attempt(() => newcomersWalk(window, workbench.url)));
		await window.close();
	}
} finally {
	server.stop();
	await workbench.stop();
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
