/** The rules, one per file. A new rule is one file and one line here. */
import { closeDatePresence } from './close-date-presence.ts';
import { closeDates } from './close-dates.ts';
import { dealIds } from './deal-ids.ts';
import { formulaErrors } from './formula-errors.ts';
import { mixedCurrencies } from './mixed-currencies.ts';
import { rowsLeftOut } from './rows-left-out.ts';
import type { Rule } from './rule.ts';
import { severalPipelines } from './several-pipelines.ts';
import { stageAgainstOutcome } from './stage-against-outcome.ts';
import { unreadableCells } from './unreadable-cells.ts';
import { zeroOnOpenDeal } from './zero-on-open-deal.ts';

export const RULES: readonly Rule[] = [
	unreadableCells,
	formulaErrors,
	dealIds,
	closeDates,
	closeDatePresence,
	stageAgainstOutcome,
	zeroOnOpenDeal,
	mixedCurrencies,
	severalPipelines,
	rowsLeftOut,
];
