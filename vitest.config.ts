// Two groups of tests: everything that runs in Node side by side, then the browser tests one after the other.
import { defineConfig } from 'vitest/config';

const BROWSER_TESTS = 'test/e2e/**/*.test.{ts,tsx}';

export default defineConfig({
	test: {
		globalSetup: ['test/support/build-once.ts'],
		projects: [
			{
				oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
				test: {
					name: 'node',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: [BROWSER_TESTS],
					maxWorkers: 2,
					testTimeout: 30_000,
					hookTimeout: 60_000,
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					name: 'browser',
					include: [BROWSER_TESTS],
					maxWorkers: 1,
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 180_000,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
