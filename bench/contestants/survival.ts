/** Aalen–Johansen by R's survival package, where R is installed: its times and its curve. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function hasSurvival(): boolean {
	return spawnSync('Rscript', ['-e', 'library(survival)']).status === 0;
}

export interface SurvivalAnswer {
	readonly times: readonly number[];
	/** `[day, incidence of won, incidence of lost]` */
	readonly curve: readonly (readonly [number, number, number])[];
}

/** @param causes 0 open (censored), 1 won, 2 lost */
export function survivalCurve(days: ArrayLike<number>, causes: ArrayLike<number>, rounds: number): SurvivalAnswer {
	const folder = mkdtempSync(join(tmpdir(), 'stagekeeper-bench-'));
	try {
		const path = join(folder, 'deals.csv');
		writeFileSync(path, `days,cause\n${Array.from(days, (day, i) => `${day},${causes[i]}`).join('\n')}\n`);
		const output = execFileSync(
			'Rscript',
			[join(process.cwd(), 'bench', 'contestants', 'survival.R'), path, String(rounds)],
			{
				encoding: 'utf8',
				maxBuffer: 1 << 26,
			},
		);
		const [times, ...lines] = output.trim().split('\n');
		return {
			times: (times as string).trim().split(',').map(Number),
			curve: lines.map((line) => line.split(',').map(Number) as [number, number, number]),
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
