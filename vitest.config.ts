// Tests in Node and of the sidebar, two files at a time; then the workbench, whose files share a browser with its clipboard, one after the other.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const SIDEBAR_TESTS = ['test/sidebar/**/*.test.{ts,tsx}'];
const WORKBENCH_TESTS = ['test/e2e/**/*.test.ts'];
/**
 * A machine whose cores others keep busy may take its time; a test that waits ends as soon as what it waits for is there.
 * The limits only end what would never end: see `npm run test:busy`.
 */
const PATIENCE = { testTimeout: 600_000, hookTimeout: 600_000 };
const IN_A_BROWSER = { expect: { poll: { timeout: 90_000 } }, ...PATIENCE };

/** Files that take longest, longest first: begun last, one of them would run on alone while the other core has nothing to do. */
const LONGEST = [
	'simulation/first-half',
	'simulation/second-half',
	'sidebar/states/',
	'simulation/',
	'sidebar/',
	'addon/',
	'scripts/',
];

class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const place = ({ moduleId }: TestSpecification): number => {
			const at = LONGEST.findIndex((part) => moduleId.includes(`/test/${part}`));
			return at === -1 ? LONGEST.length : at;
		};
		return (await super.sort(files)).sort((one, other) => place(one) - place(other));
	}
}

export default defineConfig({
	test: {
		globalSetup: ['test/support/build-once.ts'],
		allowOnly: false,
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
		projects: [
			{
				// Each access to an element is checked: see src/core/speed/existing.ts.
				define: { CHECK_ACCESS: 'true' },
				test: {
					name: 'node',
					include: ['test/**/*.test.{ts,tsx}'],
					// The mutation tool has packages of its own below test/, and they bring their tests.
					exclude: [...SIDEBAR_TESTS, ...WORKBENCH_TESTS, '**/node_modules/**'],
					...PATIENCE,
				},
			},
			{ test: { name: 'browser', include: SIDEBAR_TESTS, ...IN_A_BROWSER } },
			{
				test: {
					name: 'workbench',
					include: WORKBENCH_TESTS,
					globalSetup: ['test/e2e/global-set-up.ts'],
					fileParallelism: false,
					...IN_A_BROWSER,
				},
			},
		],
	},
});
