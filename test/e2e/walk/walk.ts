/** One manager on one page: a language, a way to operate it, and the sample of that language. The steps are in the files beside it. */
import type { Locator } from 'playwright-core';
import { sharedBrowser, sharedServer } from '../shared.ts';
import { SidebarHand } from '../sidebar-hand.ts';
import { type Language, WorkbenchPage } from '../workbench.ts';
import { SAMPLES, type SampleDeal, sampleDeals } from './sample-deals.ts';

export const OUTPUT = 'test/e2e/output';

export class Walk {
	workbench!: WorkbenchPage;
	hand!: SidebarHand;
	private pictures = 0;

	constructor(
		readonly language: Language,
		readonly hasMouse: boolean,
	) {}

	get sample(): (typeof SAMPLES)[Language] {
		return SAMPLES[this.language];
	}

	async begin(): Promise<void> {
		this.workbench = await WorkbenchPage.open(await sharedBrowser(), sharedServer(), this.language);
		this.hand = new SidebarHand(this.workbench, this.language, this.hasMouse);
	}

	deals(): Promise<SampleDeal[]> {
		return sampleDeals(this.workbench, this.language);
	}

	/** Deals that reached each open stage, and won last. */
	async reached(): Promise<number[]> {
		const deals = await this.deals();
		return [...this.sample.stages, ''].map((_, at) => deals.filter(({ furthest }) => furthest >= at).length);
	}

	/** The add-on's menu item that opens the funnel. */
	async openFunnel(): Promise<void> {
		const labels =
			this.language === 'en'
				? ['Extensions', 'Stagekeeper', 'Open funnel']
				: ['扩展程序', 'Stagekeeper', '打开销售漏斗'];
		await (this.hasMouse ? this.workbench.menu(...labels) : this.workbench.menuByKeys(...labels));
	}

	/** Until nothing is being asked. */
	async idle(): Promise<void> {
		await this.hand.frame.locator('main[aria-busy="false"]').waitFor();
	}

	async refresh(): Promise<void> {
		// Where the sheet has changed, its notice has a button of the same name.
		await this.hand.press(this.hand.frame.locator('#refresh'));
		await this.idle();
	}

	/** From any panel to a tab. */
	async tab(key: 'funnel' | 'forecast' | 'check'): Promise<void> {
		const back = this.hand.frame.locator('#back');
		while (await back.isVisible()) await this.hand.press(back);
		const name = new RegExp(`^${this.hand.say(key)}`, 'u');
		await this.hand.press(this.hand.frame.getByRole('navigation').getByRole('button', { name }));
		await this.idle();
	}

	figure(label: string): Locator {
		return this.hand.frame.locator('.figure').filter({ hasText: label }).first();
	}

	/** The cell that keys and Insert… go to. */
	async activate(cell: string): Promise<void> {
		await (this.hasMouse ? this.workbench.select(cell) : this.workbench.selectByKeys(cell));
	}

	async shoot(name: string): Promise<void> {
		await this.workbench.page.screenshot({ path: `${OUTPUT}/walk-${this.language}-${++this.pictures}-${name}.png` });
	}
}
