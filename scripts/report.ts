/**
 * `npm run report -- FILE`: the funnel of a file, from the bundle that ships. Exit 0 also with problems in the data.
 */
import { dealReport } from './report/deal-report.ts';
import { openBook } from './report/opened-book.ts';
import { readOptions } from './report/options.ts';
import { ReportError } from './report/options-error.ts';
import { textReport } from './report/text-report.ts';

// A reader that has seen enough, such as `head`, is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});
try {
	const options = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
	const report = dealReport(await openBook(options), options);
	process.stdout.write(options.isJson ? `${JSON.stringify(report, null, 2)}\n` : textReport(report));
} catch (error) {
	const isExpected = error instanceof ReportError;
	process.stderr.write(
		`${isExpected ? error.message.replace(/\s+/gu, ' ') : ((error as Error).stack ?? String(error))}\n`,
	);
	process.exitCode = 1;
}
