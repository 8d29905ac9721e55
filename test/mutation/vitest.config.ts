// The tests that decide over mutants: those of the core, without browser and without a build.
import { defineConfig } from 'vitest/config';

const TESTS = process.env.MUTATION_TESTS?.split(',') ?? ['test/core/**/*.test.ts'];

export default defineConfig({
	test: {
		include: TESTS,
		exclude: ['**/node_modules/**', '**/properties.test.ts', '**/differential.test.ts'],
		maxWorkers: 1,
		isolate: false,
		testTimeout: 60_000,
	},
});
