/**
 * `npm run warehouse -- DEALS`: the funnel of tables that are too large for a sheet. Exit 0 also with doubts about the
 * data.
 */
import { readOptions, WarehouseError } from './options.ts';
import { runWarehouse } from './run.ts';

// A reader that has seen enough, such as `head`, is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});
const tell = (line: string): void => {
	process.stderr.write(`${line}\n`);
};
try {
	const options = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
	process.stdout.write(await runWarehouse(options, tell));
} catch (error) {
	const isExpected = error instanceof WarehouseError;
	process.stderr.write(
		`${isExpected ? error.message.replace(/\s+/gu, ' ') : ((error as Error).stack ?? String(error))}\n`,
	);
	process.exitCode = 1;
}
