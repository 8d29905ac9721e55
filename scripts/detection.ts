/**
 * `npm run detection [-- TABLES]`: accuracy and calibration of detection over made-up tables in every language (default
 * 100 a language).
 */
import { calibration, QUESTIONS, SURENESS, shareOf } from './detection/calibration.ts';

/** What "sure" and "likely" promise. */
const PROMISED = { sure: 0.995, likely: 0.95 } as const;
const SEED = 1;
const MOST_NOTES = 20;

const tables = Number(process.argv[2] ?? 100);
const judgments = calibration(tables, SEED);
const cell = ({ right, all }: { right: number; all: number }): string =>
	all === 0 ? '–' : `${((right / all) * 100).toFixed(2)} % of ${all}`;
const line = (cells: readonly string[]): void => {
	process.stdout.write(`| ${cells.join(' | ')} |\n`);
};
line(['Question', 'Language', ...SURENESS]);
line(['Question', 'Language', ...SURENESS].map(() => '---'));
for (const question of QUESTIONS)
	for (const language of ['all', ...new Set(judgments.map((judgment) => judgment.language))])
		line([
			question,
			language,
			...SURENESS.map((sureness) =>
				cell(
					shareOf(
						judgments,
						(one) =>
							one.question === question &&
							one.sureness === sureness &&
							(language === 'all' || one.language === language),
					),
				),
			),
		]);
let isKept = true;
for (const sureness of ['sure', 'likely'] as const) {
	const { right, all } = shareOf(judgments, (one) => one.sureness === sureness);
	isKept &&= all === 0 || right / all >= PROMISED[sureness];
	process.stdout.write(
		`\n"${sureness}" is right in ${cell({ right, all })}; promised ${PROMISED[sureness] * 100} %.\n`,
	);
}
const wrong = new Map<string, number>();
for (const { isRight, sureness, language, note } of judgments)
	if (!isRight && sureness !== 'asked')
		wrong.set(`${language}, ${sureness}: ${note}`, (wrong.get(`${language}, ${sureness}: ${note}`) ?? 0) + 1);
const most = [...wrong].sort((a, b) => b[1] - a[1]).slice(0, MOST_NOTES);
if (most.length > 0)
	process.stdout.write(
		`\nRead wrongly without a question:\n${most.map(([note, count]) => `${count} × ${note}`).join('\n')}\n`,
	);
process.exitCode = isKept ? 0 : 1;
