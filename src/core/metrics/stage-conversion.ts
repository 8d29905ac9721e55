/** Stage conversion: which part of the deals in one stage comes to a later one. */

import { reachedStages } from '../funnel/reached.ts';
import { passMeasure } from '../funnel/resolved.ts';
import type { Measure } from '../model/metric-result.ts';
import { isEnded } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { directMove } from '../statistics/direct-moves.ts';
import { countedFrom, firstOwnRank, ownRanks } from '../statistics/processes.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { aalenJohansen } from '../stats/aalen-johansen.ts';
import { type AskedDeals, type DealPart, defineMetric, type MetricRequest, mode, words } from './metric.ts';
import { durationPart } from './shared/duration-part.ts';
import { namedRanks, nowByRank, rankNames } from './shared/funnel-steps.ts';
import { isThin, measured, proportion, resolvedRate } from './shared/measured.ts';
import { joinedNotes, stepNotes } from './shared/step-notes.ts';
import { FEW } from './shared/table-words.ts';

/** Deals by rank in the sense of the mode; the conversion is the later count over the earlier one. */
function countsByRank({ modes, statistics, stageList }: MetricRequest): ArrayLike<number> {
	const all = statistics();
	if (modes.has('snapshot')) return nowByRank(stageList, all.stages());
	if (modes.has('touched') || modes.has('direct')) return all.touched().touched;
	if (modes.has('strict')) return all.touched().strict;
	return modes.has('closed') ? all.reached().closedReached : all.reached().reached;
}

/** These count who came at least so far; the other ways take a deal only where it was seen. */
const isByFurthest = ({ modes }: MetricRequest): boolean => modes.has('reached') || modes.has('closed');

/** Losses of an unknown stage came to the first stage of the pipeline that the filter names. */
const startOf = (request: MetricRequest, from: number): number =>
	isByFurthest(request) ? countedFrom(from, firstOwnRank(request.stageList, request.elsewhere())) : from;

function conversion(request: MetricRequest, named: number, to: number): Measure {
	const { modes } = request;
	if (modes.has('resolved')) {
		const events = request.statistics().passing(named, to);
		return resolvedRate(events === null ? null : aalenJohansen(events), Number.POSITIVE_INFINITY, false);
	}
	const from = startOf(request, named);
	const counts = countsByRank(request);
	const reached = request.statistics().reached();
	const numerator = modes.has('direct') ? request.statistics().moved(from, to) : existing(counts[to]);
	const denominator = existing(counts[from]);
	const assumed = isByFurthest(request) ? existing(reached.assumed[from]) : 0;
	const basis = { excluded: reached.unplaced, assumed };
	// Two different sets of deals: a later stage can hold more than an earlier one, and there is no interval.
	const isSubset = !modes.has('snapshot') && !modes.has('touched');
	if (denominator === 0 || isSubset) return proportion(numerator, denominator, 'emptyStage', basis);
	return measured({ ...basis, value: numerator / denominator, n: denominator, numerator, denominator });
}

/**
 * Whether a deal is counted in the stage of a rank, in the sense of the mode; the deals that the counts of countsByRank
 * count.
 */
function membership({ modes }: MetricRequest, { pipeline }: AskedDeals): (deal: number, rank: number) => boolean {
	const { furthest, touched, now } = reachedStages(pipeline);
	const { all, rankOf } = pipeline.stages;
	const codes = currentStages(pipeline);
	if (modes.has('snapshot')) return (deal, rank) => rankOf[existing(codes[deal])] === rank;
	if (modes.has('touched') || modes.has('direct')) return (deal, rank) => (existing(touched[deal]) >>> rank) % 2 === 1;
	if (modes.has('strict')) return (deal, rank) => (~existing(touched[deal]) & (2 ** (rank + 1) - 1)) === 0;
	const isClosed = all.map(({ kind }) => isEnded(kind));
	const counts = (deal: number): boolean => !modes.has('closed') || isClosed[existing(now[deal])] === true;
	return (deal, rank) => counts(deal) && existing(furthest[deal]) >= rank;
}

function partOfStep(request: MetricRequest, deals: AskedDeals, from: number, to: number): (deal: number) => DealPart {
	const { modes } = request;
	const { pipeline } = deals;
	const { furthest } = reachedStages(pipeline);
	if (modes.has('resolved')) {
		const resolved = durationPart(passMeasure(pipeline, from, to));
		return (deal) =>
			existing(furthest[deal]) < 0 ? 'unknownStage' : existing(furthest[deal]) < from ? null : resolved(deal);
	}
	const isIn = membership(request, deals);
	const isMoved = modes.has('direct') ? directMove(pipeline, from, to) : (deal: number): boolean => isIn(deal, to);
	return (deal) => {
		if (existing(furthest[deal]) < 0) return 'unknownStage';
		if (isIn(deal, from)) return isMoved(deal) ? 'numerator' : 'denominator';
		return isMoved(deal) ? 'numeratorOnly' : null;
	};
}

export const stageConversion = defineMetric({
	id: 'stageConversion',
	unit: 'ratio',
	modes: [
		[
			mode('reached', 'reached the later stage ÷ reached the earlier one', '到达后一阶段 ÷ 到达前一阶段'),
			mode('snapshot', 'now in the later stage ÷ now in the earlier one', '当前在后一阶段 ÷ 当前在前一阶段'),
			mode(
				'touched',
				'ever seen in the later stage ÷ ever seen in the earlier one',
				'曾处于后一阶段 ÷ 曾处于前一阶段',
				{
					needsHistory: true,
					needsMoves: true,
				},
			),
			mode('strict', 'as reached, for deals that passed every stage before', '同“到达”，仅计逐阶段推进的商机', {
				needsHistory: true,
				needsMoves: true,
			}),
			mode(
				'direct',
				'moved to the later stage in one step ÷ ever seen in the earlier one',
				'一步进入后一阶段 ÷ 曾处于前一阶段',
				{
					needsHistory: true,
					needsMoves: true,
				},
			),
			mode(
				'resolved',
				'chance of eventually reaching the later stage, counting open deals up to now',
				'最终到达后一阶段的概率，进行中的商机计至目前',
				{ needsHistory: true },
			),
			mode('closed', 'as reached, for won and lost deals only', '同“到达”，仅计已结束的商机'),
		],
	],
	stageNames: 2,
	isFunnelOrdered: true,
	reserved: ['from', 'to', 'against'],
	better: 1,
	label: words('Stage conversion', '阶段转化率'),
	summary: words(
		'Share of the deals of a stage that reach the next or a later one, or one row per step.',
		'某阶段的商机进入下一阶段（或指定阶段）的比例；不指定阶段时逐步列出。',
	),
	formula: words(
		'deals that reached the later stage ÷ deals that reached the earlier one',
		'到达后一阶段的商机数 ÷ 到达前一阶段的商机数',
	),
	denominator: words(
		'deals that reached the earlier stage, skipped stages counted as passed',
		'到达前一阶段的商机，跳过的阶段视为已通过',
	),
	source: 'Furthest stage reached; interval: Wilson 1927; resolved: Aalen & Johansen 1978',
	exampleArguments: ['Needs', 'Proposal'],
	partOf(request, deals) {
		const [from = 0, to = from + 1] = namedRanks(request.stageList, request.stages);
		return partOfStep(request, deals, startOf(request, from), to);
	},
	compute(request) {
		const { stageList, stages } = request;
		const [from, to = (from ?? 0) + 1] = namedRanks(stageList, stages);
		if (from !== undefined) return conversion(request, from, to);
		const isResolved = request.modes.has('resolved');
		const counts = request.statistics().reached();
		const names = rankNames(stageList);
		const ranks = ownRanks(stageList, request.elsewhere());
		const rows = ranks.slice(1).map((next, i) => {
			const rank = existing(ranks[i]);
			const step = conversion(request, rank, next);
			const unresolved = isResolved ? [step.unresolved ?? null] : [];
			return [
				existing(names[rank]),
				existing(names[next]),
				step.value,
				step.low,
				step.high,
				step.n,
				...unresolved,
				joinedNotes(isByFurthest(request) ? stepNotes(counts, i, step) : isThin(step) ? [FEW] : []),
			];
		});
		const ratio = 'ratio' as const;
		return {
			kind: 'table',
			columns: [
				{ key: 'from', unit: 'text' },
				{ key: 'to', unit: 'text' },
				{ key: 'conversion', unit: ratio },
				{ key: 'low', unit: ratio },
				{ key: 'high', unit: ratio },
				{ key: 'n', unit: 'count' },
				...(isResolved ? [{ key: 'unresolved', unit: ratio }] : []),
				{ key: 'note', unit: 'text' },
			],
			rows,
		};
	},
});
