/** What a rule is: a pure look at a pipeline that lists problems. One rule a file; the list is rules.ts. */
import type { Issue } from '../issue.ts';
import type { Pipeline } from '../pipeline.ts';
import type { StageKind } from '../stage.ts';

export type Rule = (pipeline: Pipeline) => readonly Issue[];

/** Kind of each deal's stage; null without a listed stage. */
export function kindsOf(pipeline: Pipeline): readonly (StageKind | null)[] {
	const kinds = pipeline.stages.all.map(({ kind }) => kind);
	const { codes } = pipeline.opportunities.stages();
	const found: (StageKind | null)[] = [];
	for (let deal = 0; deal < codes.length; deal++) found.push(kinds[codes[deal] as number] ?? null);
	return found;
}

export const isClosed = (kind: StageKind | null | undefined): boolean => kind === 'won' || kind === 'lost';
