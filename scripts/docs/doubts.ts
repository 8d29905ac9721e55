/** The part of the checklist for a real sheet that comes from the table of doubts. */
import { DOUBT_IDS, DOUBTS } from '../../workbench/host/doubts.ts';
import { markdownTable } from './markdown.ts';

/** One line for each doubt: a person sees within a minute which of the settings is Google's. */
export function doubtsTable(): string {
	return markdownTable([
		['#', 'Not known', 'Do', 'Either', 'Or'],
		...DOUBT_IDS.map((id, at) => {
			const { question, check, shows } = DOUBTS[id];
			return [`D${at + 1}`, question, check, shows[0], shows.slice(1).join('; or ')];
		}),
	]);
}
