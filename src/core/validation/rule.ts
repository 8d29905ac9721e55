/** What a rule is: a pure look at a pipeline that lists problems. One rule a file; the list is rules.ts. */
import type { Issue } from '../issue.ts';
import type { Pipeline } from '../pipeline.ts';
import type { StageKind } from '../stage.ts';

export type Rule = (pipeline: Pipeline) => readonly Issue[];

/** Kind of each deal's stage; null without a listed stage. */
export function kindsOf(pipeline: Pipeline): readonly (StageKind | null)[] {
	const kinds = pipeline.stages.all.map(({ kind }) => kind);
	return Array.from(pipeline.opportunities.stages().codes, (code) => (code < 0 ? null : (kinds[code] ?? null)));
}

export const isClosed = (kind: StageKind | null | undefined): boolean => kind === 'won' || kind === 'lost';
