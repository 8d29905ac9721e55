/**
 * A cold execution, as each one is at Google: load and first answer, beside load and a bare pass over the same cells.
 * What the stand-in takes to hand the cells out stands on both sides.
 */
import { execFileSync } from 'node:child_process';
import { COLD_GOALS } from './goals.ts';
import { median } from './harness.ts';
import { type Judged, judgedFigure } from './judged.ts';

const ROUNDS = 5;

function run(kind: string, what: 'answer' | 'bare', rows: number): number {
	const args = ['scripts/run.mjs', 'bench/first-answer-run.ts', kind, what, String(rows)];
	return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** Each round runs both in fresh processes, one after the other; the median of the ratios counts. */
export function coldAnswers(): Judged[] {
	return COLD_GOALS.map(({ kind, rows, ...goal }) => {
		const ratios = Array.from({ length: ROUNDS }, () => run(kind, 'answer', rows) / run(kind, 'bare', rows));
		return judgedFigure({ ...goal, unit: '' }, median(ratios), rows.toLocaleString('en'));
	});
}
