/** From an empty browser to the first figures, on the workbench, by the page's own menus and buttons. */
import { createWords } from '../../sidebar/words.ts';
import type { EngineWindow } from './engine.ts';

const words = createWords('en', 'en-US');

const UNTIL = `const until = async (look) => {
	for (let tries = 0; tries < 1200; tries++) {
		const found = look();
		if (found) return found;
		await new Promise((later) => setTimeout(later, 50));
	}
	throw new Error(look + ' never holds');
};
const sidebar = () => document.querySelector('#sidebar iframe')?.contentDocument;
const labelled = (root, label) => [...(root?.querySelectorAll('button, [role=menuitem]') ?? [])].find(
	(control) => (control.querySelector('.label') ?? control).textContent.trim() === label);`;

/** What is wrong at the end of the walk; empty when the figures are those of the sample's cells. */
export async function newcomersWalk(window: EngineWindow, url: string): Promise<string[]> {
	await window.open(url);
	await window.run(`${UNTIL} await until(() => 'stagekeeperReady' in window); await window.stagekeeperReady;`);
	for (const label of ['Extensions', 'Stagekeeper', 'Open funnel']) {
		await window.run(
			`${UNTIL} (await until(() => labelled(document.getElementById('menus'), ${JSON.stringify(label)}))).click();`,
		);
	}
	const press = JSON.stringify(words.t('useColumns'));
	await window.run(`${UNTIL} (await until(() => labelled(sidebar(), ${press}))).click();`);
	const shown = await window.run<string>(
		`${UNTIL} return (await until(() => [...(sidebar()?.querySelectorAll('.figure') ?? [])].find(
			(figure) => figure.textContent.includes(${JSON.stringify(words.t('winRate'))})))).textContent;`,
	);
	const share = await window.run<number>(
		`const { store } = await window.stagekeeperReady;
		const [deals] = store.sheets();
		const used = store.used(deals.id);
		const rows = store.read(deals.id, { row: 0, column: 0, ...used }).slice(1).filter((row) => row.some(({ value }) => value !== null));
		return rows.filter((row) => row.some(({ value }) => value === 'Won')).length / rows.length;`,
	);
	const wanted = `${(100 * share).toFixed(1)}%`;
	return shown.includes(wanted) ? [] : [`the win rate says “${shown}”, the cells ${wanted}`];
}
