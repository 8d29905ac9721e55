/** `npm run new:metric -- LossRate`: writes definition, registry line and test of a new metric, to be filled in. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileName, functionName } from '../src/core/metrics/metric.ts';
import { definitionFile, metricId, registryWith, testFile } from './new-metric/metric-files.ts';

const FOLDER = join('src', 'core', 'metrics');

function write(name: string): string {
	const id = metricId(name);
	if (id === null) return `“${name}” is no name of a metric; write it like LossRate: npm run new:metric -- LossRate`;
	const file = join(FOLDER, fileName(id));
	const test = join('test', 'core', 'metrics', fileName(id).replace(/\.ts$/u, '.test.ts'));
	const taken = [file, test].find((path) => existsSync(path));
	if (taken !== undefined) return `${taken} exists already; choose another name or delete it first`;
	const index = join(FOLDER, 'index.ts');
	const registry = registryWith(readFileSync(index, 'utf8'), id);
	writeFileSync(file, definitionFile(id));
	writeFileSync(test, testFile(id));
	writeFileSync(index, registry);
	console.log(
		`${file}: fill in the texts in both languages and what the deals of each kind are to the share; the count follows.`,
	);
	console.log(`${test}: fill in the value that you counted by hand.`);
	console.log(`Then npm run docs, npm run check and npm test. The formula is ${functionName(id)}.`);
	return '';
}

const failure = write(process.argv[2] ?? '');
if (failure !== '') {
	console.error(failure);
	process.exitCode = 1;
}
