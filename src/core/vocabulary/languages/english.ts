/** What English tells about deal tables. */
import type { Language } from './language.ts';

const WHEN = '(?: .*)? (?:date|time|timestamp|datetime|day|at|on)';

export const english: Language = {
	name: 'English',
	code: 'en',
	isSpaced: true,
	headings: {
		id: [
			'id|identifier|uuid|guid',
			'number|no|nr|#|ref|reference|code|key|case id|opportunityid|order id|№|opportunity no|opp no|opp id|opp #|quote no|quote number|ticket no|case no|case number|lead no|record no|record number|reference no|reference number|ref no|enquiry no|inquiry no|job no|job number|proposal no|file no',
			'row|s/n|sn',
		],
		name: [
			'name|title|topic|deal|opportunity|potential',
			'subject|description|project|card name|task name|lead|candidate|applicant|prospect',
			'company|company name|account|account name|customer|customer name|client|client name|organization|organisation|organization name|contact|associated company',
		],
		stage: [
			'stage|stage name|funnel stage|phase|pipeline stage',
			'step|lifecycle stage|funnel|life cycle stage|lead stage status|pipeline step',
			'status|state|outcome|result|kanban|column|list|group|lane',
		],
		status: [
			'status|outcome|state|won lost|win loss|win/loss|won / lost',
			'result|outcome status|deal result|close status',
		],
		amount: [
			'amount|value|total value',
			'close value|size|contract value|contract amount|acv|arr|tcv|mrr|amount requested|requested amount|total|total amount|price|sale price|sales amount|budget|estimated value|estimated revenue|est revenue|sum|loan amount|order value|potential value|worth',
			'revenue|expected revenue|expected amount|expected value|sales|annual value|opportunity',
		],
		currency: ['currency|currency code|currency iso code', 'currency of value|curr|ccy'],
		created: [
			'created|created date|create date|created time|created at|created on|creation date|creation time|date created|date added|added on|added|date create',
			'engage date|engagement date|date engaged|sourced|date sourced|sourced date|registered at|registered|registration date|acquisition date|lead date|start date|started|started at|start|opened|open date|date opened|opened at|entry date|date received|received|received date|first contact|first contact date|inquiry date|submitted at|submit date|application date|applied on|applied at|applied|date applied|begin date|issued|date issued|raised|raised on|date raised|logged|logged on|date logged|entered on|captured on|date captured|capture date|recorded on|date recorded|intake date|date in|enquiry date|date of enquiry|enquiry received|lead received|lead in date|first enquiry|logged at',
			'first event|first stage date|date|timestamp|first seen|month|issue date',
		],
		closed: [
			'closed|closed date|close date|date closed|closed at|closed on|close time|closed time|closing date|actual close|closed won date',
			'end date|ended|ended at|end|won date|date won|won time|signed|signed date|signature date|completed|completed at|completion date|decision date|decided at|resolved at|outcome date|closed lost date',
			'last event|stage date|last stage date|last stage change date|date entered current stage|stage changed|stage change date|stage changed at|stage updated',
		],
		expectedClose: [
			'expected close|expected close date|expected closing|expected closing date|estimated close date|estimated closing date|anticipated close date|forecast close date|projected close date|target close date|planned close date|est close date',
			'due date|due|deadline|target date|forecast date|estimated date',
		],
		owner: [
			'owner|owner name|agent|rep|representative|sales person|account executive|account manager|assigned to|assignee|assigned|responsible|seller|assigned by',
			'owner id|manager|user|broker|opportunity owner|lead owner|recruiter|sdr|bdr|ae|advisor|consultant|am|pic|bd|closer',
			'created by|team|sales',
		],
		source: ['source|original source', 'channel|origin|campaign|referral source|marketing channel'],
		reason: [
			'reason|loss reason|lost reason|closed lost reason|close reason|reason lost|reason for loss|lost because',
			'won reason|win reason|closed won reason|outcome reason|reject reason|decline reason|rejection reason|why lost|why we lost',
		],
		probability: [
			'probability|win probability|probability of close|close probability|prob',
			'chance|likelihood|win chance|chance of winning|win|odds|confidence',
		],
		lostFrom: [
			'lost from|lost at stage|lost in stage|lost stage|stage lost|stage lost from|stage before lost|last open stage',
			'last stage|previous stage|prior stage',
		],
	},
	parts: {
		lostFrom:
			'(?:last|previous|prior) (?:.* )?stage|stage (?:.* )?(?:before|at|when) .*|(?:lost|loss|drop~)(?: off)? (?:.* )?stage',
		expectedClose:
			'(?:expected|estimated|est|exp|forecast~|target|tentative|anticipated|projected|planned) (?:.* )?(?:clos~|sign~|decision|award|date)',
		closed: `(?:clos(?:e|ed|ing|ure)|won|win|booked|conver(?:ted|sion)|sold|sale|decision|purchase|signed|signing|hired?|hiring|enrol~|award(?:ed)?|funded|funding|disburs~|outcome|complet~|resolution)${WHEN}`,
		created: `(?:creat(?:ed?|ion)|enter~|open(?:ed)?|received|inquir(?:y|ed)|enquir(?:y|ed)|appl(?:ication|ied)|request(?:ed)?|regist~|submi~|sign ?up|intake|first contact|lead|add(?:ed)?|insert~|originat~|start(?:ed)?|sourced)${WHEN}|created|date (?:.* )?(?:created|opened|received|entered|added|applied|submitted)$`,
		reason:
			'(?:loss|lost|lose|won|win|reject~|declin~|disqualif~|drop~|cancel~|clos(?:e|ed|ing)|churn~|withdraw~) (?:.* )?(?:reason|cause)s?|reasons? .*',
		probability: 'probab~|likelihood|(?:win|close|closing) (?:chance|percent|pct|odds)',
		stage: 'stage|phase',
		owner:
			'owner|sales ?person|sales ?rep~|rep|account (?:exec~|manager)|assign~|(?:sales|lead|loan|closing|listing|booking|relationship) (?:agent|officer|exec~|manager|team|member|advisor)|agent|recruiter|manager|officer|counsell?or|attorney|responsible|user name|(?:owned|handled|managed|sold) by|underwriter|fundraiser',
		source: 'source|channel',
		outcome: 'status|outcome|disposition|result|decision',
		amount: 'amount|value',
		price:
			'price|revenue|mrr|arr|acv|tcv|worth|premium|deal size|gmv|donation|pledge|gift|(?:order|contract|quote|grand) total|fee|budget|turnover',
		currency: '.*currency(?: code)?$',
		id: '(?:id|number|no|code|ref|reference|#)$',
		name: '(?:name|title)$',
	},
	others: {
		date: 'last|latest|next|modif~|updat~|chang~|activity|follow~|stage|step|contract|project|policy|service|subscription|renew~|expir~|birth|dob|deliver~|invoice|payment|meeting|call|expected start|planned start|go live',
		number:
			'weighted|probab~|tax|discount|commission|annual (?:revenue|sales|turnover)|income|compan(?:y|ies)|account|customer|client|employees?|lifetime|declared|past|previous|last|list|unit|avg|average|per|cost|paid|balance|score|ratio|rate|percent|pct|count|quantity|qty|days?|number|code|type|currency|band|range|category|segment|id|date|time|name|officer',
		anyStage:
			'date|time|days?|since|enter~|entry|duration|count|chang~|number|no|index|order|sequence|sort|probab~|history|last|previous|prior|age|life|company|startup|funding|moved|updated|at|on',
		thing:
			'accounts?|customers?|clients?|compan(?:y|ies)|contacts?|persons?|people|owners?|reps?|agents?|managers?|users?|employees?|staff|products?|campaigns?|sellers?|vendors?|regions?|city|country|state|stages?|pipelines?|teams?|files?|sources?|industry|sectors?|stores?|branch|offices?|parent|property|marital|employment|payment|email|phone|mobile|zip|postal|credit|invoice|delivery|shipping|verification|kyc|tax|batch|session|page|first|last|middle|record type|type|group|category|sku|item',
		expectedClose: 'start|begin|deliver~',
		probability: 'amount|value|revenue|weighted|churn|default|expected',
		owner: 'date|time|at|on|phone|count|flag|bot|ai|score|region|office|notes?|project|product|property',
		source: 'data|system|record|id|count|date|revenue|file|notes?',
		outcome:
			'date|time|at|on|by|notes?|code|maker|reason|count|days?|payment|email|phone|marital|employment|credit|invoice|delivery|shipping|verification|kyc|task',
		currency: 'from|to|rate',
	},
	frame: {
		rows: 'deals?|opportunit(?:y|ies)|opp|oppty|potentials?|leads?|case|transaction',
		front:
			'crm|records?|sales|pipeline|applications?|loans?|candidates?|applicants?|bids?|inquir(?:y|ies)|enquir(?:y|ies)|requests?|donations?|grants?|prospects?|hs|hubspot',
		of: 'of the|of',
		current: 'current|actual',
		currentAfter: 'net|gross|total',
		nameOf: 'name',
		when: 'date|time',
		entered: 'date entered|entered|moved to',
		sequence: 'sequence|sort order|order|number|no|nr|index|rank',
		step: 'stage|step|phase|s',
		customer: 'customer|client',
	},
	stages: {
		won: 'won|closed[ -]?w[io]n|win|sold|disbursed|funded|awarded|bound|leased|po received|deal done|sale made|closed[ -]+(?:deal|sale|success~|converted)|hired|enrolled',
		signed: 'signed',
		weakWon:
			'approved|(?:offer|quote|quotation|proposal|bid) accepted|order received|purchased|paid|delivered|converted|success(?:ful(?:ly)?)?|booked|placed|activated|onboarded|subscribed|ordered|^(?:new )?(?:customer|client)$|^deal$',
		lost: 'lost|lose|loss|closed ?lost|out[ -]?sold|no bid|bad (?:fit|lead)|spam|duplicate|invalid|fell through|fallen through|regretted|opted out|do not contact|not taken(?: up)?|analy[sz]e failure|declined?|denied|cancell?ed|rejected|refused|(?:dis|un|not )qualified|disqualify|dead|churn(?:ed)?|withdrawn?|no deal|no sale|no decision|no[tn] (?:awarded|funded|enrolled|accepted|successful|interested|relevant|converted|pursued|approved|won|sold|hired|selected|proceeding|a fit)(?! (?:yet|so far))|unsuccessful|failed|failure|dropped|ghosted|abandoned|junk|no win|unsold|uninterested|went with (?:a )?competitor|chose (?:a )?competitor',
		parked:
			'on[ -]?hold|onhold|hold|suspended|waitlist~|frozen|nurtur(?:e|ing)|parked|parking|paused?|postponed|deferred|stalled|dormant|snoozed|backlog|stand ?by',
		ending:
			'passed|pass|closed?|done|inactive|archived?|completed?|finished|ended|end|expired|terminated|deleted|resolved',
		closing: 'closed|done|completed?|finished|received|accepted|admitted',
		open: 'open|active|in progress|ongoing|pending|working|new',
		uncontacted: '(?:not (?:yet )?|un|to (?:be )?)contact~',
		places: {
			lead: 'leads?|prospect~|new|open|unassigned|assigned|untouched|research|potential|cold|inbound|target|suspect|identif~|sourc~|interest~|aware~|backlog',
			contact:
				'contact~|engag~|working|in (?:progress|process)|outreach|submitted|partlysubmitted|attempted|connected|applied|application|apply|inquiry|enquiry|call(?:ed)?',
			qualified: 'qualif~|mql|sql|sal|preaccepted|review~|screen~|triage',
			needs:
				'accepted|scoping|opportunity|document~|processing|cultivation|needs?|discover~|require~|analysis|analyz~|meeting|appointment|scheduled|value|develop',
			demo: 'demo~|showing|viewing|tour|site visit|test drive|onsite|underwriting|present~|introduction|evaluat~|trial|poc|pilot|interview~|assessment',
			solution:
				'indication|ioi|loi|term sheet|finalized|solution|value prop~|propos~ value|perception analysis|analysis of perception|decision[ -]?makers?|deciders?',
			proposal: 'propos~|solicitation|bidding|estimat~|admitted|quot~|offers?|bid|estimate|pricing|price',
			negotiation:
				'negotiat~|shortlist~|selected|approv~|best case|decision(?!s? ?-?maker|n)~|procurement|buy-in|due diligence',
			contract: 'contracts?|deposit~|payment|commit~|verbal|legal|sign~|closing|checkout|invoice',
		},
	},
	negation: {
		before:
			"not|never|won['’]?t|will not|cannot|can['’]?t|no longer|didn['’]?t|don['’]?t|isn['’]?t|wasn['’]?t|hasn['’]?t|hardly|no|non",
		after: 'no|not|false|never',
		wins: 'close|buy|buying|sign|signing|convert|proceed|proceeding|happen|happening|purchase|going ahead|go ahead|moving forward|move forward',
		notYetBefore:
			'to be|pending|awaiting|expected|will(?! not)|plan~|almost|nearly|about to|not yet|yet to(?: be)?|soon|close to|near|likely|probabl[ey]|hopefully|potential~|prospect~|waiting (?:for|to|on)|going to|ready to|forecast~?|verbally|tentatively|(?:not|isn.?t|hasn.?t) (?:\\p{L}+ )?yet',
		notYetAfter: 'yet|so far|pending|expected|soon|not yet|awaited|likely|probable|tbc|tbd',
	},
	processes:
		'pipeline|pipelines|pipeline name|sales pipeline|deal pipeline|sales process|process|funnel name|sales funnel',
	totals: 'grand total|sub[ -]?total|sub[ -]?totals|totals?|overall total|sum|average|sum total|overall',
	pivots: 'count of|counta of|countunique of|sum of|average of|min of|max of|row labels|column labels',
	flags: {
		yes: 'true|t|yes|y|1',
		no: 'false|f|no|n|0',
		own: 'hs|deal|opportunity|opp|lead|customer|is|was|has|flag|closed',
		won: 'won|win|convert(?:ed)?|conversion|sold|purchased?|enrolled|hired',
		lost: 'lost|loss|rejected|declined|cancell?ed|disqualified|dead',
		closed: 'closed',
		active: 'active|open|alive|live',
		archived: 'archived|inactive|deleted|dead',
	},
	units: {
		k: 1e3,
		thousand: 1e3,
		m: 1e6,
		mm: 1e6,
		mn: 1e6,
		mln: 1e6,
		million: 1e6,
		millions: 1e6,
		b: 1e9,
		bn: 1e9,
		billion: 1e9,
		lakh: 1e5,
		lakhs: 1e5,
		lac: 1e5,
		lacs: 1e5,
		l: 1e5,
		cr: 1e7,
		crore: 1e7,
		crores: 1e7,
	},
	headingUnits: {
		'1000': 1e3,
		'1,000': 1e3,
		'1.000': 1e3,
		thousands: 1e3,
		"'000": 1e3,
		"000's": 1e3,
		"'000s": 1e3,
		'000s': 1e3,
		'000': 1e3,
		ths: 1e3,
		thds: 1e3,
		billions: 1e9,
	},
	months: { stems: 'jan feb mar apr may jun jul aug sep|sept oct nov dec' },
	dateWords: {
		weekdays: '(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?',
		clock: 'at',
		silent: 'the',
	},
	history: {
		table: ['table'],
		expectedClose: ['expected close'],
		notBefore: ['not before'],
		fromId: ['from id|from stage id'],
		toId: ['to id|to stage id'],
		from: [
			'from|from stage|from opportunity stage name|from stage name|old stage|old stage name|old value|previous stage|previous value',
		],
		to: [
			'to|to stage|to stage name|new stage|new stage name|new value',
			'stage name|deal stage|opportunity stage|stage|phase|status|activity|concept name|property value|value',
		],
		deal: [
			'deal id|opportunity id|record id|case id|object id',
			'deal|opportunity|case|case concept name|id|deal name|opportunity name|nr',
		],
		at: [
			'observed at|changed at|change date|changed on|changed|entered at|entered|date entered|entered on|stage date|stage change date|edit date|created date|moved at|moved on|timestamp|time timestamp|occurred at|change timestamp',
			'date time|date|time|when|created at',
		],
		sequence: ['sequence|seq|sequence number|event number'],
		source: ['source'],
		by: ['by|user|changed by|edited by|created by id'],
		field: ['field|field / event|property|property name|field name'],
		before: 'from|old|previous|prior|before',
		when: 'date|time|when',
	},
	pipelines: [
		{
			crm: 'Salesforce',
			open: 'Prospecting > Qualification > Needs Analysis > Value Proposition > Id. Decision Makers > Perception Analysis > Proposal/Price Quote > Negotiation/Review',
			won: 'Closed Won',
			lost: 'Closed Lost',
		},
		{
			crm: 'Zoho',
			open: 'Prospecting > Qualification > Needs Analysis > Value Proposition > Identify Decision Makers > Perception Analysis > Proposal/Quote > Proposal/Price Quote > Negotiation/Review',
			won: 'Closed Won',
			lost: 'Closed Lost > Closed-Lost to Competition',
		},
		{
			crm: 'HubSpot',
			open: 'Appointment Scheduled > Qualified To Buy > Presentation Scheduled > Decision Maker Bought-In > Contract Sent',
			won: 'Closed Won',
			lost: 'Closed Lost',
		},
		{
			crm: 'Pipedrive',
			open: 'Lead In > Qualified > Contact Made > Demo Scheduled > Needs Defined > Proposal Made > Negotiations Started',
			won: 'Won',
			lost: 'Lost',
		},
		{ crm: 'Dynamics 365', open: 'Qualify > Develop > Propose > Close', won: 'Won', lost: 'Lost' },
		{
			crm: 'Bitrix24',
			open: 'New > Preparation > Prepare documents > Prepayment invoice > In progress > Executing > Final invoice',
			won: 'Deal won',
			lost: 'Deal lost > Analyze failure',
		},
		{
			crm: 'amoCRM',
			open: 'Incoming leads > Initial contact > Discussions > Decision making > Contract discussion',
			won: 'Closed - won',
			lost: 'Closed - lost',
		},
		{ crm: 'Odoo', open: 'New > Qualified > Proposition', won: 'Won' },
		{
			crm: 'Copper',
			open: 'Qualified > Follow-up > Presentation > Contract Sent > Negotiation',
			won: 'Won',
			lost: 'Lost > Abandoned',
		},
	],
};
