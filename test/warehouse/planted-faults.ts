/** Faults in the statements that the comparison has to find: a text of the statement and what stands in its place. */
export interface PlantedFault {
	readonly name: string;
	readonly found: string;
	readonly planted: string;
}

export const PLANTED_FAULTS: readonly PlantedFault[] = [
	{
		name: 'the last change instead of the first of equal ones',
		found: 'is_past AND is_change THEN moment',
		planted: 'is_past THEN moment',
	},
	{
		name: 'the as-of instant left out of the visits',
		found: 'CASE WHEN moment_next <=',
		planted: 'CASE WHEN moment_next + 864000000 <=',
	},
	{ name: 'ties from the last stage to the first', found: ', turn, code)', planted: ', turn DESC, code)' },
	{ name: 'every move taken for one to the first stage', found: '<< rank_next', planted: '<< 0' },
	{ name: 'a win that did not last counted as won', found: 'CASE WHEN now_rank <>', planted: 'CASE WHEN -9 <>' },
	{
		name: 'deals that closed later left as closed',
		found: 'THEN 1 ELSE 0 END AS was_open',
		planted: 'THEN 0 ELSE 0 END AS was_open',
	},
	{ name: 'unlisted stages counted as none', found: 'ELSE -2 END', planted: 'ELSE -1 END' },
	{ name: 'blank amounts as zero', found: 'COUNT(amount) AS valued', planted: 'COUNT(*) AS valued' },
	{ name: 'closed after the as-of day counted', found: 'AND cycle_close <=', planted: 'AND 0 <=' },
	{
		name: 'the first entry of exactly this stage',
		found: 'seen_rank >= 1 THEN moment',
		planted: 'seen_rank = 1 THEN moment',
	},
	{
		name: 'visits not added together',
		found: 'SUM(CASE WHEN seen_rank = 0 THEN stayed END)',
		planted: 'MAX(CASE WHEN seen_rank = 0 THEN stayed END)',
	},
	{
		name: 'deals that have ended taken for open in the calibration',
		found: 'THEN kind ELSE 0 END AS fate_ending',
		planted: 'THEN 0 ELSE 0 END AS fate_ending',
	},
	{ name: 'open deals left out of the curve', found: 'kind = 0 OR win_close', planted: 'win_close' },
	{ name: 'lost deals still waiting', found: 'CASE WHEN kind = 2 THEN 2 ELSE 0 END', planted: '0' },
	{ name: 'the lower of two middles alone', found: '+ 1\nUNION ALL', planted: '\nUNION ALL' },
	{ name: 'days of the wrong time zone', found: "'Asia/Tokyo'", planted: "'UTC'" },
	{
		name: 'the last stage of the table although the history goes on',
		found: 'CASE WHEN is_later = 1 THEN COALESCE(last_code, -1)',
		planted: 'CASE WHEN 1 = 0 THEN 0',
	},
	{
		name: 'the open stage of a deal that its status ended forgotten',
		found: 'THEN stagekeeper_own_stage ELSE -1 END',
		planted: 'THEN -1 ELSE -1 END',
	},
	{ name: 'dates of stages left out', found: 'ELSE dated_rank END', planted: 'ELSE -1 END' },
	{
		name: 'time counted for deals that the log found in their stage',
		found: 'CASE WHEN is_assumed = 0 THEN moment END AS since',
		planted: 'moment AS since',
	},
	{ name: 'what was imported after what was seen', found: 'is_import DESC, CASE', planted: 'is_import, CASE' },
	{
		name: 'stays that began before the window left out',
		found: 'CASE WHEN p.a > s.from_day',
		planted: 'CASE WHEN 1 = 0',
	},
	{
		name: 'the first change of a day in place of the last',
		found: 'day_next IS NULL OR day_next <> day',
		planted: '1 = 1',
	},
	{ name: 'stays of unknown length counted in rates', found: 'THEN 1 - is_vague ELSE', planted: 'THEN 1 ELSE' },
	{ name: 'losses among the wins of a forecast', found: 'WHERE outcome = 1 AND amount', planted: 'WHERE amount' },
	{ name: 'open deals by the day of their creation', found: 'o.as_of - s.from_day', planted: 'o.as_of - s.created' },
	{
		name: 'every deal that ended taken for won in the forecast',
		found: 'THEN kind ELSE 0 END AS outcome',
		planted: 'THEN 1 ELSE 0 END AS outcome',
	},
];
