/**
 * `npm run fuzz [-- SECONDS [SEED]]`: random documents through the built bundle, for 60 seconds from seed 1 by default.
 * Every finding is printed with its seed, which makes the same document again; exit code 1 after one.
 */
import { fuzzDocument } from '../test/fuzz/fuzz.ts';
import { BundleSource } from '../test/simulation/bundle-copy.ts';
import { buildCode } from './build/code.ts';

const seconds = Number(process.argv[2] ?? 60);
const first = Number(process.argv[3] ?? 1);
const source = new BundleSource(await buildCode());
Error.stackTraceLimit = 0;
const end = Date.now() + seconds * 1000;
let findings = 0;
let seed = first;
for (; Date.now() < end; seed++)
	for (const finding of fuzzDocument(source, seed)) {
		findings++;
		console.log(`seed ${seed}: ${finding}`);
	}
console.log(`${seed - first} documents from seed ${first} in ${seconds} s, ${findings} findings`);
process.exitCode = findings === 0 ? 0 : 1;
