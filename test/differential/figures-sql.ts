/** The statements that find the figures: what each deal's history says, then one row a table and figure. Not here: loading and reading (duckdb.ts). */
import { AS_OF, CHANCES, FUNNEL, LOST, PARKED } from './random-table.ts';

const quoted = (name: string): string => `'${name.toLowerCase()}'`;
const STAGE_ROWS = [...FUNNEL, LOST, PARKED]
	.map((name, place) => `(${place}, ${quoted(name)}, ${CHANCES[place] ?? 'NULL'})`)
	.join(', ');
const PLACE = (column: string): string =>
	`CASE WHEN trim(${column}) = '' THEN -1 ELSE coalesce((SELECT place FROM stage WHERE key = lower(trim(${column}))), -2) END`;

/** What each deal's history says: places 0..2 open, 3 won, 4 lost, 5 parked. */
const STORY = [
	`CREATE TABLE stage AS SELECT * FROM (VALUES ${STAGE_ROWS}) AS s(place, key, chance)`,
	`CREATE TABLE visit_ever AS
		WITH holder AS (SELECT t, id, min(d) AS d FROM deal WHERE id <> '' GROUP BY t, id),
		seen AS (
			SELECT h.t, h.d, s.place, c.day, CASE s.place WHEN 4 THEN 9 WHEN 5 THEN 8 ELSE s.place END AS turn
			FROM change c JOIN holder h USING (t, id) JOIN stage s ON s.key = lower(trim(c.stage)) WHERE c.day IS NOT NULL
		)
		SELECT t, d, place, day, turn FROM seen
		QUALIFY place IS DISTINCT FROM lag(place) OVER (PARTITION BY t, d ORDER BY day, turn)`,
	`CREATE TABLE visit AS
		SELECT t, d, place, day, lead(place) OVER w AS next_place, lead(day) OVER w AS next_day
		FROM visit_ever WHERE day <= ${AS_OF} WINDOW w AS (PARTITION BY t, d ORDER BY day, turn)`,
	`CREATE TABLE standing AS
		WITH past AS (SELECT t, d, min(day) AS first_day, max(day) AS last_day FROM visit GROUP BY t, d),
		latest AS (SELECT t, d, place AS last_place FROM visit WHERE next_day IS NULL),
		later AS (SELECT DISTINCT t, d FROM visit_ever WHERE day > ${AS_OF})
		SELECT deal.*, last_day, last_place, later.d IS NULL AS is_current,
			CASE WHEN later.d IS NULL THEN ${PLACE('deal.stage')} ELSE coalesce(last_place, -1) END AS now,
			${PLACE('deal.lost_from')} AS noted
		FROM deal LEFT JOIN past USING (t, d) LEFT JOIN latest USING (t, d) LEFT JOIN later USING (t, d)`,
	`CREATE TABLE touched AS
		SELECT DISTINCT t, d, place AS rank FROM visit WHERE place <= 3
		UNION SELECT t, d, noted FROM standing s WHERE is_current AND noted BETWEEN 0 AND 2 AND NOT EXISTS (FROM visit v WHERE v.t = s.t AND v.d = s.d AND v.place <= 3)
		UNION SELECT t, d, now FROM standing WHERE now BETWEEN 0 AND 3`,
	`CREATE TABLE story AS
		WITH far AS (SELECT t, d, max(rank) AS rank FROM touched GROUP BY t, d)
		SELECT s.*, now IN (3, 4) AS is_closed,
			CASE WHEN rank = 3 AND now <> 3 THEN 2 WHEN rank IS NOT NULL THEN rank WHEN now >= 0 THEN 0 ELSE -1 END AS furthest,
			CASE WHEN last_place = now THEN last_day WHEN closed <= ${AS_OF} THEN greatest(closed, last_day) END AS ended
		FROM standing s LEFT JOIN far USING (t, d)`,
	'CREATE TABLE step AS SELECT t, place AS rank, key FROM (SELECT DISTINCT t FROM deal), stage WHERE place <= 3',
	`CREATE TABLE entered AS
		SELECT t, d, r.place AS rank, coalesce(min(day) FILTER (v.place BETWEEN r.place AND 3), CASE WHEN now = 3 AND bool_or(v.place <= 3) THEN any_value(ended) END) AS day
		FROM story JOIN visit v USING (t, d) CROSS JOIN (SELECT place FROM stage WHERE place <= 3) r
		GROUP BY t, d, r.place, now`,
	'CREATE TABLE figure (t INTEGER, name VARCHAR, value DOUBLE)',
	'CREATE TABLE duration (t INTEGER, name VARCHAR, days INTEGER, ending VARCHAR)',
];

/** Competing risks by product and sum over moments; every name of every table has a figure, null without a case. */
function incidence(names: string, limit: number | null): string {
	return `INSERT INTO figure
		WITH moment AS (
			SELECT t, name, days, count(*) FILTER (ending = 'cause') AS cause, count(*) FILTER (ending <> 'still') AS ended, count(*) AS leaving
			FROM duration WHERE days >= 0 GROUP BY t, name, days
		), risk AS (
			SELECT *, sum(leaving) OVER (PARTITION BY t, name ORDER BY days DESC) AS at_risk FROM moment
		), running AS (
			SELECT *, coalesce(product(1 - ended / at_risk) OVER (PARTITION BY t, name ORDER BY days ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 1) AS before FROM risk
		), chance AS (
			SELECT t, name, sum(before * cause / at_risk) FILTER (${limit === null ? 'true' : `days <= ${limit}`}) AS value, count(*) AS moments FROM running GROUP BY t, name
		)
		SELECT t, ${limit === null ? 'name' : `'win rate within ${limit}'`}, CASE WHEN moments > 0 THEN coalesce(value, 0) END
		FROM (SELECT DISTINCT t, name FROM duration) LEFT JOIN chance USING (t, name) WHERE ${names}`;
}

const PASSING = (key: string, from: string, to: string): string => `INSERT INTO duration
	SELECT p.t, ${key},
		CASE WHEN furthest >= ${to} THEN target.day WHEN now = 4 THEN ended WHEN now >= 0 THEN ${AS_OF} END - entry.day,
		CASE WHEN furthest >= ${to} THEN 'cause' WHEN now = 4 THEN 'competing' ELSE 'still' END
	FROM story p JOIN step ON step.t = p.t AND step.rank = ${from}
	LEFT JOIN entered entry ON entry.t = p.t AND entry.d = p.d AND entry.rank = ${from}
	LEFT JOIN entered target ON target.t = p.t AND target.d = p.d AND target.rank = ${to}
	WHERE step.rank < 3`;

const PER_TABLE = (name: string, value: string, where = 'true'): string =>
	`INSERT INTO figure SELECT t, '${name}', any_value(value) FROM (SELECT DISTINCT t FROM deal) LEFT JOIN (SELECT t, ${value} AS value FROM story WHERE ${where} GROUP BY t) USING (t) GROUP BY t`;
const WIN_RATE = 'count(*) FILTER (now = 3) / count(*)';
const MONTH = (column: string): string => `coalesce(strftime(DATE '1970-01-01' + ${column}, '%Y-%m'), '')`;
const BY_STEP = (name: string, value: string): string =>
	`INSERT INTO figure SELECT step.t, '${name} ' || key, ${value} FROM step JOIN story p ON p.t = step.t WHERE step.rank < 3 GROUP BY step.t, key, step.rank`;
const SHARE = (condition: (rank: string) => string): string =>
	`count(*) FILTER (${condition('step.rank + 1')}) / nullif(count(*) FILTER (${condition('step.rank')}), 0)`;
const TOUCHED = (rank: string): string => `EXISTS (FROM touched x WHERE x.t = p.t AND x.d = p.d AND x.rank = ${rank})`;
const UNBROKEN = (rank: string): string =>
	`(SELECT count(*) FROM touched x WHERE x.t = p.t AND x.d = p.d AND x.rank <= ${rank}) = ${rank} + 1`;
const CYCLE = (closed: string): string => `${closed} AND closed <= ${AS_OF} AND closed >= created`;
const DAYS = 'closed - created';

const FIGURES = [
	`INSERT INTO figure SELECT t.t, 'now ' || key, count(p.d) FROM (SELECT DISTINCT t FROM deal) t CROSS JOIN stage LEFT JOIN story p ON p.t = t.t AND p.now = place GROUP BY t.t, key`,
	`INSERT INTO figure SELECT t.t, 'amount ' || key, sum(p.amount) FROM (SELECT DISTINCT t FROM deal) t CROSS JOIN stage LEFT JOIN story p ON p.t = t.t AND p.now = place GROUP BY t.t, key`,
	`INSERT INTO figure SELECT t, 'now ' || CASE now WHEN -1 THEN 'no stage' ELSE 'unknown stage' END, count(*) FROM story WHERE now < 0 GROUP BY t, now`,
	`INSERT INTO figure SELECT t, 'amount ' || CASE now WHEN -1 THEN 'no stage' ELSE 'unknown stage' END, sum(amount) FROM story WHERE now < 0 GROUP BY t, now`,
	`INSERT INTO figure SELECT s.t, 'reached ' || key, count(*) FILTER (furthest >= rank) FROM step s JOIN story p ON p.t = s.t GROUP BY s.t, key`,
	`INSERT INTO figure SELECT s.t, 'amount reached ' || key, sum(amount) FILTER (furthest >= rank) FROM step s JOIN story p ON p.t = s.t GROUP BY s.t, key`,
	BY_STEP(
		'conversion reached',
		SHARE((rank) => `furthest >= ${rank}`),
	),
	BY_STEP(
		'conversion closed',
		SHARE((rank) => `is_closed AND furthest >= ${rank}`),
	),
	BY_STEP(
		'conversion snapshot',
		SHARE((rank) => `now = ${rank}`),
	),
	BY_STEP('conversion touched', SHARE(TOUCHED)),
	BY_STEP('conversion strict', SHARE(UNBROKEN)),
	BY_STEP(
		'conversion direct',
		`count(*) FILTER (EXISTS (FROM visit v WHERE v.t = p.t AND v.d = p.d AND v.place = step.rank AND v.next_place = step.rank + 1)) / nullif(count(*) FILTER (${TOUCHED('step.rank')}), 0)`,
	),
	PER_TABLE('conversion two steps', 'count(*) FILTER (furthest >= 2) / nullif(count(*) FILTER (furthest >= 0), 0)'),
	PASSING("'conversion resolved ' || step.key", 'step.rank', 'step.rank + 1'),
	PASSING("'conversion resolved to won'", '0', '3'),
	`INSERT INTO duration
		SELECT p.t, 'win rate resolved',
			CASE WHEN now < 0 THEN NULL
				WHEN now NOT IN (3, 4) AND created IS NOT NULL THEN ${AS_OF} - created
				WHEN now IN (3, 4) AND created IS NOT NULL AND (closed <= ${AS_OF} OR closed > ${AS_OF} AND ended IS NULL) THEN least(closed, ${AS_OF}) - created
				ELSE CASE WHEN now IN (3, 4) THEN ended ELSE ${AS_OF} END - entry.day END,
			CASE WHEN now NOT IN (3, 4) THEN 'still'
				WHEN created IS NOT NULL AND closed > ${AS_OF} AND ended IS NULL THEN 'still'
				WHEN now = 3 THEN 'cause' ELSE 'competing' END
		FROM story p LEFT JOIN entered entry ON entry.t = p.t AND entry.d = p.d AND entry.rank = 0`,
	incidence('true', null),
	incidence("name = 'win rate resolved'", 30),
	PER_TABLE('win rate all', WIN_RATE),
	PER_TABLE('win rate closed', WIN_RATE, 'is_closed'),
	PER_TABLE(
		'win rate value',
		'CASE WHEN sum(amount) > 0 THEN coalesce(sum(amount) FILTER (now = 3), 0) / sum(amount) END',
		'is_closed',
	),
	PER_TABLE('win rate of ann', WIN_RATE, "lower(owner) = 'ann'"),
	PER_TABLE(
		'closed win rate of ben, price',
		WIN_RATE,
		"is_closed AND lower(owner) = 'ben' AND lower(reason) = 'price'",
	),
	PER_TABLE('win rate 2026-02', WIN_RATE, `${MONTH('created')} = '2026-02'`),
	PER_TABLE('win rate 2026-q1 closed', WIN_RATE, `is_closed AND ${MONTH('closed')} BETWEEN '2026-01' AND '2026-03'`),
	PER_TABLE('win rate last 45 days', WIN_RATE, `created BETWEEN ${AS_OF - 44} AND ${AS_OF}`),
	`INSERT INTO figure SELECT t, 'win rate by owner ' || lower(owner), ${WIN_RATE} FROM story GROUP BY t, lower(owner)`,
	`INSERT INTO figure SELECT t, 'deals by owner ' || lower(owner), count(*) FROM story GROUP BY t, lower(owner)`,
	`INSERT INTO figure SELECT t, 'closed win rate by month ' || ${MONTH('created')}, count(*) FILTER (now = 3) / nullif(count(*) FILTER (is_closed), 0) FROM story GROUP BY t, ${MONTH('created')}`,
	`INSERT INTO figure SELECT t, 'deals by closing month ' || ${MONTH('closed')}, count(*) FROM story WHERE is_closed GROUP BY t, ${MONTH('closed')}`,
	...[
		['cycle', 'now = 3'],
		['closed cycle', 'is_closed'],
	].flatMap(([name, kind]) => [
		PER_TABLE(`${name} mean`, `avg(${DAYS})`, CYCLE(kind as string)),
		PER_TABLE(`${name} median`, `quantile_cont(${DAYS}, 0.5)`, CYCLE(kind as string)),
		PER_TABLE(`${name} p90`, `quantile_cont(${DAYS}, 0.9)`, CYCLE(kind as string)),
	]),
	...[
		['won', 'now = 3'],
		['open', 'now BETWEEN 0 AND 2'],
		['all', 'true'],
	].flatMap(([name, kind]) => [
		PER_TABLE(`size ${name} mean`, 'avg(amount)', kind),
		PER_TABLE(`size ${name} median`, 'quantile_cont(amount, 0.5)', kind),
	]),
	...[
		[
			'velocity',
			'count(*) FILTER (now BETWEEN 0 AND 2) * count(*) FILTER (now = 3) / nullif(count(*) FILTER (is_closed), 0)',
		],
		['velocity all', 'count(*) FILTER (now = 3)'],
	].map(([name, wins]) =>
		PER_TABLE(
			name as string,
			`${wins} * avg(amount) FILTER (now = 3) / nullif(avg(${DAYS}) FILTER (${CYCLE('now = 3')}), 0)`,
		),
	),
	`INSERT INTO figure SELECT t.t, 'weighted', sum(amount * chance) FROM (SELECT DISTINCT t FROM deal) t LEFT JOIN story p ON p.t = t.t AND now BETWEEN 0 AND 2 LEFT JOIN stage ON place = now GROUP BY t.t`,
	`CREATE TABLE reason_row AS
		WITH lost AS (SELECT t, lower(reason) AS reason, amount FROM story WHERE now = 4),
		named AS (SELECT t, reason FROM lost UNION SELECT t, '' FROM deal)
		SELECT n.t, CASE n.reason WHEN '' THEN 'no reason given' ELSE n.reason END AS reason, count(l.t) AS deals, sum(amount) AS amount
		FROM named n LEFT JOIN lost l ON l.t = n.t AND l.reason = n.reason GROUP BY n.t, n.reason`,
	`INSERT INTO figure SELECT t, 'reason deals ' || reason, deals FROM reason_row`,
	`INSERT INTO figure SELECT t, 'reason share ' || reason, deals / nullif(sum(deals) OVER (PARTITION BY t), 0) FROM reason_row`,
	`INSERT INTO figure SELECT t, 'reason amount ' || reason, amount FROM reason_row`,
	`CREATE TABLE stay AS
		SELECT v.t, v.d, v.place AS rank, now = v.place AS is_still,
			CASE WHEN count(*) = count(coalesce(next_day, CASE WHEN is_closed THEN ended WHEN now = v.place THEN ${AS_OF} END))
				THEN sum(coalesce(next_day, CASE WHEN is_closed THEN ended WHEN now = v.place THEN ${AS_OF} END) - day) END AS days
		FROM visit v JOIN story p ON p.t = v.t AND p.d = v.d WHERE v.place < 3 GROUP BY v.t, v.d, v.place, now`,
	...[
		['days mean', 'avg(days) FILTER (NOT is_still)'],
		['days completed', 'quantile_cont(days, 0.5) FILTER (NOT is_still)'],
		['still there', 'count(*) FILTER (is_still AND days IS NOT NULL)'],
	].map(
		([name, value]) =>
			`INSERT INTO figure SELECT s.t, '${name} ' || key, ${value} FROM step s LEFT JOIN stay y ON y.t = s.t AND y.rank = s.rank WHERE s.rank < 3 GROUP BY s.t, key`,
	),
	`INSERT INTO figure
		WITH moment AS (
			SELECT t, rank, days, count(*) FILTER (NOT is_still) AS ended, count(*) AS leaving FROM stay WHERE days >= 0 GROUP BY t, rank, days
		), risk AS (
			SELECT *, sum(leaving) OVER (PARTITION BY t, rank ORDER BY days DESC) AS at_risk FROM moment
		), running AS (
			SELECT *, product(1 - ended / at_risk) OVER (PARTITION BY t, rank ORDER BY days) AS share FROM risk
		), ends AS (
			SELECT *, lead(days) OVER (PARTITION BY t, rank ORDER BY days) AS next_end FROM running WHERE ended > 0
		), half AS (
			SELECT t, rank, arg_min(CASE WHEN abs(share - 0.5) < 1e-9 THEN (days + coalesce(next_end, days)) / 2 ELSE days END, days) AS median
			FROM ends WHERE share < 0.5 + 1e-9 GROUP BY t, rank
		)
		SELECT s.t, 'days median ' || key, median FROM step s LEFT JOIN half h ON h.t = s.t AND h.rank = s.rank WHERE s.rank < 3`,
];

/** From the tables `deal` and `change` to the table `figure`, in this order. */
export const STATEMENTS: readonly string[] = [...STORY, ...FIGURES];
