/**
 * Three deal tables as other people keep them, made here: other headings under a title line, Chinese headings, and the layout of a
 * CRM's export where a stage and a status stand in two columns. What a right funnel shows is counted from the rows by their own words.
 */

export interface ForeignTable {
	readonly file: string;
	readonly rows: readonly (readonly (string | number)[])[];
	/** Open stages in order, the name of the won stage last; what each was reached by. */
	readonly stages: readonly string[];
	readonly reached: readonly number[];
	readonly won: number;
	readonly all: number;
	/** Sum of the won amounts. */
	readonly wonAmount: number;
}

interface Deal {
	readonly at: number;
	/** Place of the last open stage that it was in. */
	readonly place: number;
	readonly outcome: 'open' | 'won' | 'lost';
	readonly amount: number;
	readonly created: string;
	readonly closed: string;
}

const day = (number: number): string => new Date(Date.UTC(2025, 8, 1 + number)).toISOString().slice(0, 10);

/** Deals by counting on: every fifth is won, every fourth of the others is lost somewhere on the way. */
function deals(count: number, places: number): Deal[] {
	return Array.from({ length: count }, (_, at) => {
		const outcome = at % 5 === 0 ? 'won' : at % 4 === 3 ? 'lost' : 'open';
		const place = outcome === 'won' ? places - 1 : Math.floor(at / 2) % places;
		return {
			at,
			place,
			outcome,
			amount: 1500 + ((at * 37) % 90) * 100,
			created: day(at * 2),
			closed: outcome === 'open' ? '' : day(at * 2 + 25 + (at % 9)),
		};
	});
}

/** @param isLostPlaceKnown whether the table says where a deal was lost; else it is known to have reached the first stage only */
function table(
	file: string,
	stages: readonly string[],
	list: readonly Deal[],
	isLostPlaceKnown: boolean,
	rows: ForeignTable['rows'],
): ForeignTable {
	const places = stages.length - 1;
	const won = list.filter(({ outcome }) => outcome === 'won');
	const furthest = list.map(({ outcome, place }) =>
		outcome === 'won' ? places : outcome === 'lost' && !isLostPlaceKnown ? 0 : place,
	);
	return {
		file,
		rows,
		stages,
		reached: stages.map((_, at) => furthest.filter((place) => place >= at).length),
		won: won.length,
		all: list.length,
		wonAmount: won.reduce((sum, { amount }) => sum + amount, 0),
	};
}

/** A list that a small agency keeps by hand: a title above the headings, no ids, amounts with a currency sign. */
export function agencyList(): ForeignTable {
	const stages = ['New enquiry', 'First meeting', 'Offer sent', 'Signed'];
	const list = deals(60, 3);
	const why = ['Too expensive', 'Went with another agency', 'Project stopped'];
	return table('agency list.csv', stages, list, false, [
		['New business 2025/26', '', '', '', '', '', ''],
		['Prospect', 'Step', 'Contract value', 'First contact', 'Decision date', 'Account manager', 'Why lost'],
		...list.map(({ at, outcome, place, amount, created, closed }) => [
			`Studio ${at + 1}`,
			outcome === 'won' ? 'Signed' : outcome === 'lost' ? 'Lost' : (stages[place] as string),
			`€${amount}`,
			created,
			closed,
			['Mira', 'Jonas', 'Aylin'][at % 3] as string,
			outcome === 'lost' ? (why[at % why.length] as string) : '',
		]),
	]);
}

/** A Chinese team's sheet. */
export function chineseTeam(): ForeignTable {
	const stages = ['初次拜访', '需求分析', '报价', '合同谈判', '成交'];
	const list = deals(80, 4);
	return table('客户跟进表.xlsx', stages, list, true, [
		['客户编号', '客户名称', '跟进阶段', '合同金额', '登记日期', '签约日期', '业务员', '丢单阶段', '丢单原因'],
		...list.map(({ at, outcome, place, amount, created, closed }) => [
			`KH${String(at + 1).padStart(3, '0')}`,
			`华东客户${at + 1}`,
			outcome === 'won' ? '成交' : outcome === 'lost' ? '丢单' : (stages[place] as string),
			amount,
			created,
			closed,
			['王芳', '李强', '陈静'][at % 3] as string,
			outcome === 'lost' ? (stages[place] as string) : '',
			outcome === 'lost' ? (['价格', '竞品'][at % 2] as string) : '',
		]),
	]);
}

/** The columns of a Pipedrive export. */
export function crmExport(): ForeignTable {
	const stages = ['Qualified', 'Contact made', 'Demo scheduled', 'Proposal made', 'Negotiations started', 'Won'];
	const list = deals(100, 5);
	return table('deals-export.csv', stages, list, true, [
		[
			'Deal - Title',
			'Deal - Owner',
			'Deal - Pipeline',
			'Deal - Stage',
			'Deal - Value',
			'Deal - Currency',
			'Deal - Expected close date',
			'Deal - Status',
			'Deal - Probability',
			'Deal - Label',
			'Deal - Lost reason',
			'Deal - Won time',
			'Deal - Lost time',
			'Organization - Name',
			'Person - Name',
		],
		...list.map(({ at, outcome, place, amount, closed }) => [
			`Organisation ${at + 1} deal`,
			['Ana Brito', 'Ben Okafor'][at % 2] as string,
			'Pipeline',
			stages[place] as string,
			amount,
			'EUR',
			day(at * 2 + 40),
			{ open: 'Open', won: 'Won', lost: 'Lost' }[outcome],
			'',
			'',
			outcome === 'lost' ? 'Price' : '',
			outcome === 'won' ? `${closed} 10:15:00` : '',
			outcome === 'lost' ? `${closed} 16:40:00` : '',
			`Organisation ${at + 1}`,
			`Person ${at + 1}`,
		]),
	]);
}

export const asCsv = ({ rows }: ForeignTable): string => rows.map((row) => row.join(',')).join('\r\n');
