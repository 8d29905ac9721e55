// Two groups of tests: everything that runs in Node side by side, then the browser tests one after the other.
import { defineConfig } from 'vitest/config';

const BROWSER_TESTS = ['test/e2e/**/*.test.ts', 'test/sidebar/**/*.test.{ts,tsx}'];

export default defineConfig({
	test: {
		globalSetup: ['test/support/build-once.ts'],
		projects: [
			{
				test: {
					name: 'node',
					include: ['test/**/*.test.{ts,tsx}'],
					// The mutation tool has packages of its own below test/, and they bring their tests.
					exclude: [...BROWSER_TESTS, '**/node_modules/**'],
					maxWorkers: 2,
					testTimeout: 60_000,
					hookTimeout: 60_000,
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					name: 'browser',
					include: BROWSER_TESTS,
					maxWorkers: 1,
					fileParallelism: false,
					// A page on a busy machine may take its time; a test that waits for it ends as soon as it is there.
					expect: { poll: { timeout: 15_000 } },
					testTimeout: 120_000,
					hookTimeout: 180_000,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
