/**
 * Which column of a stage-change table is which, by its heading: our own log, exports of CRMs (OpportunityHistory, field history, property history), event logs.
 * Belongs here: words and their order of preference. Not here: reading the rows (history-table.ts, stage-log.ts).
 */
import { withoutAccents } from '../cells/accents.ts';
import type { Cell, Grid } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { wordPattern } from '../cells/word-pattern.ts';
import type { Field } from '../model/opportunity.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { fieldsOf, namesStage } from '../vocabulary/headings.ts';

/** Words by role, the surest first; a column serves one role only, and roles are filled in this order. */
const WORDS = {
	notBefore: 'not before|不早于',
	fromId: 'from id|from stage id|原阶段编号',
	toId: 'to id|to stage id|新阶段编号',
	from: 'from|from stage|from opportunity stage name|from stage name|old stage|old stage name|old value|previous stage|previous value|原阶段|从|旧值|alte phase|alter wert|von|ancienne étape|ancienne valeur|etapa anterior|valor anterior|fase precedente|vorige fase|poprzedni etap|предыдущая стадия|старое значение|変更前|前のフェーズ|이전 단계|önceki aşama',
	to: 'to|to stage|to stage name|new stage|new stage name|new value|stage name|deal stage|opportunity stage|stage|phase|新阶段|到|新值|阶段|销售阶段|商机阶段|状态|status|activity|concept name|property value|value|neue phase|neuer wert|nach|nouvelle étape|nouvelle valeur|nueva etapa|valor nuevo|nova etapa|novo valor|nuova fase|nieuwe fase|nowy etap|новая стадия|новое значение|変更後|新フェーズ|새 단계|변경 단계|yeni aşama|vertriebsphase|étape|etapa|fase|etap|стадия|этап|フェーズ|단계|aşama',
	deal: 'deal id|opportunity id|record id|case id|object id|商机编号|商机id|deal|opportunity|case|case concept name|商机|id|编号|deal name|opportunity name|商机名称|id trattativa|id affaire|id oportunidad|id oportunidade|id сделки|거래 id|案件id|案件番号|商談id|geschäft|affaire|oportunidad|oportunidade|negócio|trattativa|сделка|거래|案件|szansa|fırsat|nr|nummer|numéro|número|номер|번호',
	at: 'observed at|changed at|change date|changed on|changed|entered at|entered|date entered|entered on|stage date|stage change date|edit date|created date|moved at|moved on|timestamp|time timestamp|occurred at|change timestamp|date time|date|time|when|created at|记录时间|变更时间|变更日期|进入日期|进入时间|日期|时间|geändert am|datum|zeitpunkt|modifié le|date de changement|fecha de cambio|fecha|data da mudança|data di modifica|data zmiany|data|gewijzigd op|дата изменения|дата|変更日時|変更日|日時|日付|변경일시|변경일|일시|날짜|tarih',
	sequence: 'sequence|seq|sequence number|event number|序号|次序',
	source: 'source|来源',
	by: 'by|user|changed by|edited by|created by id|操作人',
	field: 'field|field / event|property|property name|field name|字段|属性',
} as const;

export type HistoryRole = keyof typeof WORDS;

export interface HistoryColumns {
	/** 0-based row of the headings. */
	readonly headerRow: number;
	/** Column by role; deal, to and at are always there. */
	readonly column: ReadonlyMap<HistoryRole, number>;
	/** Our own log: it is ordered by its sequence and its unknown stages are truth, not noise. */
	readonly isOwnLog: boolean;
}

const BEFORE = wordPattern(
	'from|old|previous|prior|before|von|alte[rs]?|ancien(?:ne)?|anterior|precedente|vorige|van|poprzedni~|предыдущ~|стар~|onceki|eski|truoc|cu|sebelum~|lama',
	'[前旧原从]|이전',
);
const WHEN = wordPattern(
	'date|time|datum|fecha|data|дата|tarihi?|ngay|tanggal|when|wann|quando|cuando',
	'日期|时间|時間|日時|日付|날짜|일시',
);

const HEADER_ROWS = 12;

/** One look asks for the columns of the same table several times. */
const known = new WeakMap<Grid, HistoryColumns | null>();

/** Null when no row among the first ones names a deal, a stage and a time. */
export function historyColumns(grid: Grid): HistoryColumns | null {
	let columns = known.get(grid);
	if (columns === undefined) {
		columns = foundColumns(grid);
		known.set(grid, columns);
	}
	return columns;
}

function foundColumns(grid: Grid): HistoryColumns | null {
	for (let headerRow = 0; headerRow < Math.min(HEADER_ROWS, grid.length); headerRow++) {
		const column = rolesOf(grid[headerRow] as readonly Cell[]);
		if (column.has('deal') && column.has('to') && column.has('at'))
			return { headerRow, column, isOwnLog: column.has('notBefore') && column.has('sequence') };
	}
	return null;
}

function rolesOf(headings: readonly Cell[]): Map<HistoryRole, number> {
	const plains = headings.map((heading) => plainHeading(cellText(heading)));
	const roles = new Map<HistoryRole, number>();
	const taken = new Set<number>();
	const give = (role: HistoryRole, column: number): void => {
		if (column < 0 || roles.has(role) || taken.has(column)) return;
		roles.set(role, column);
		taken.add(column);
	};
	for (const role of Object.keys(WORDS) as HistoryRole[]) {
		for (const word of WORDS[role].split('|')) give(role, plains.indexOf(withoutAccents(word)));
	}
	// What no word is: a stage before or after, the deal's id or name, a day.
	const giveFirst = (role: HistoryRole, fits: (plain: string) => boolean): void =>
		give(
			role,
			plains.findIndex((plain, column) => !taken.has(column) && fits(plain)),
		);
	const isStage = (plain: string): boolean => namesStage(plain) && !WHEN().test(plain);
	const isOneOf = (plain: string, fields: readonly Field[]): boolean =>
		fieldsOf(plain).some(([field, strength]) => strength >= 2 && fields.includes(field));
	giveFirst('from', (plain) => isStage(plain) && BEFORE().test(plain));
	giveFirst('to', (plain) => isStage(plain) && !BEFORE().test(plain));
	giveFirst('deal', (plain) => isOneOf(plain, ['id']));
	giveFirst('deal', (plain) => isOneOf(plain, ['name']));
	// A deal's own beginning and end are no change of its stage.
	giveFirst('at', (plain) => WHEN().test(plain) && !isOneOf(plain, ['created', 'closed', 'expectedClose']));
	return roles;
}
