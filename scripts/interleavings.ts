/**
 * `npm run interleavings [-- FIRST [SECOND]]`: every public operation stopped at each of its service calls, with every
 * other one in between; and removals and setups interrupted at each call while somebody types into every sheet.
 * FIRST and SECOND are parts of names. Exit code 1 after a finding.
 */
import { BundleSource } from '../test/simulation/bundle-copy.ts';
import { interleaved, pairsOf } from '../test/simulation/interleavings.ts';
import { titleOf } from '../test/simulation/operations.ts';
import { INTERRUPTED, typedMeanwhile } from '../test/simulation/typed-meanwhile.ts';
import { buildCode } from './build/code.ts';

const [first = '', second = ''] = process.argv.slice(2);
const source = new BundleSource(await buildCode());
// Nobody reads the stack of an injected fault.
Error.stackTraceLimit = 0;
const total = { pairs: 0, places: 0, interrupted: 0, findings: 0 };
function tell(findings: readonly string[]): void {
	total.findings += findings.length;
	const [one] = findings;
	if (one !== undefined) console.log(`${one}${findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''}`);
}

for (const operation of INTERRUPTED) {
	if (!titleOf(operation).includes(first) || second !== '') continue;
	const { places, findings } = typedMeanwhile(source, operation);
	total.interrupted += places;
	tell(findings);
}
console.log(`… ${total.interrupted} interruptions while somebody types, ${total.findings} findings`);
for (const [one, other] of pairsOf()) {
	if (!titleOf(one).includes(first) || !titleOf(other).includes(second)) continue;
	const { places, findings } = interleaved(source, one, other);
	total.pairs++;
	total.places += places;
	tell(findings);
	if (total.pairs % 100 === 0)
		console.log(`… ${total.pairs} pairs, ${total.places} places, ${total.findings} findings`);
}
console.log(
	`${total.pairs} ordered pairs at ${total.places} service calls, ${total.interrupted} interruptions while somebody types: ${total.findings} findings`,
);
process.exitCode = total.findings === 0 ? 0 : 1;
