/**
 * Small faults outside of the core that tests once let through, each with the tests that must notice it now.
 * Belongs here: one row a fault. Not here: how they are planted (scripts/planted/plant.ts), faults of the stage history (test/simulation/planted-bugs.ts).
 */
export interface Planting {
	readonly file: string;
	/** Text that is in the file exactly once. */
	readonly wanted: string;
	readonly by: string;
}

export interface Fault extends Planting {
	/** What the product would do wrong. */
	readonly name: string;
	/** Further places, where one alone is made up for by another. */
	readonly also?: readonly Planting[];
	/** The test file that decides. */
	readonly test: string;
	/** Only its tests whose names have this part. */
	readonly named?: string;
}

export const FAULTS: readonly Fault[] = [
	{
		name: 'records who edits while the setting is off',
		file: 'src/addon/triggers.ts',
		wanted: "recordEditor ? editorOf(event) : ''",
		by: 'editorOf(event)',
		test: 'test/addon/history.test.ts',
	},
	{
		name: 'overwrites formulas when it fills ids',
		file: 'src/sheet/id-column.ts',
		wanted: "blank.filter((row) => (formulas[row - first]?.[0] ?? '') === '')",
		by: "blank.filter((row) => (formulas[row - first]?.[0] ?? '') !== '\\n')",
		test: 'test/addon/history-calls.test.ts',
	},
	{
		name: 'covers seven stages with the drop-down',
		file: 'src/sheet/stages-sheet.ts',
		wanted: "(columns.get('name') ?? 0) + 1, LIST_ROWS, 1)",
		by: "(columns.get('name') ?? 0) + 1, 7, 1)",
		test: 'test/addon/actions/set-up.test.ts',
	},
	{
		name: 'takes any failure of reading the deals for a missing row below them',
		file: 'src/sheet/deal-sheet.ts',
		wanted: 'return { grid: known.getValues() as Cell[][], isWhole: false };',
		by: 'return { grid: [], isWhole: false };',
		test: 'test/addon/failures.test.ts',
	},
	{
		name: 'changes a cell twice that one request names twice',
		file: 'src/sheet/cell-changes.ts',
		wanted: '!seen.has(change.row);',
		by: 'seen.size >= 0;',
		test: 'test/addon/sidebar-calls.test.ts',
	},
	{
		name: 'writes a fix without looking again',
		file: 'src/sheet/cell-changes.ts',
		wanted: 'holdsText(values[row - first]?.[0], from));',
		by: 'from.length >= 0);',
		test: 'test/addon/sidebar-calls.test.ts',
	},
	{
		name: 'fills an id over one that was typed meanwhile',
		file: 'src/sheet/id-column.ts',
		wanted: "wanted.filter((row) => isBlank(now[row - first]?.[0] ?? ''))",
		by: "wanted.filter((row) => now[row - first]?.[0] !== '\\n')",
		test: 'test/addon/history-calls.test.ts',
	},
	{
		name: 'takes over settings of a wrong shape',
		file: 'src/addon/actions/settings-transfer.ts',
		wanted: 'if (!isSound(content.settings) || settings',
		by: 'if (settings',
		test: 'test/addon/history-calls.test.ts',
	},
	{
		name: 'tells no open page of an import of settings',
		file: 'src/addon/actions/settings-transfer.ts',
		wanted: 'stored.sheets, execution.stamp);',
		by: 'stored.sheets, stored.revision);',
		test: 'test/addon/history-calls.test.ts',
	},
	{
		name: 'ends the trend at the last closing whatever the period',
		file: 'src/core/report/report-trend.ts',
		wanted: 'until === null ? last : Math.min(until, asOfDay)',
		by: 'last',
		test: 'test/core/report/report-parts.test.ts',
	},
	{
		name: 'puts the next page of deals in place of the list',
		file: 'sidebar/deals.ts',
		wanted: 'deals: [...before.deals, ...list.deals]',
		by: 'deals: [...list.deals]',
		test: 'test/sidebar/session/deals.test.ts',
	},
	{
		name: 'forgets the other names of a stage that is merged',
		file: 'src/addon/answers/stage-drafts.ts',
		wanted: ', stage.name, ...stage.aliases]',
		by: ', stage.name]',
		test: 'test/addon/history-calls.test.ts',
	},
	{
		name: 'asks for ever when all fixes are skipped',
		file: 'sidebar/check.ts',
		wanted: 'left.length === 0 && answer.data.fixed > 0 &&',
		by: 'left.length === 0 &&',
		test: 'test/sidebar/session/check.test.ts',
	},
	{
		name: 'begins a second fix while one is under way',
		file: 'sidebar/check.ts',
		wanted: "if (session.state.busy !== '' || fixes.length === 0) return;",
		by: 'if (fixes.length === 0) return;',
		test: 'test/sidebar/session/check.test.ts',
	},
	{
		name: 'sends a target of 0',
		file: 'sidebar/components/target-section.tsx',
		wanted: 'target > 0 ? target : null',
		by: 'target',
		test: 'test/sidebar/panels.test.ts',
	},
	{
		name: 'shows the failure of a view that was left',
		file: 'sidebar/session.ts',
		wanted: "if (lane !== 'page' && !answer.ok && this.state.view !== view) return;",
		by: '',
		test: 'test/sidebar/session/session.test.ts',
	},
];
