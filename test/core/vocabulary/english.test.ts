/** What the English words make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'English',
	headings: {
		id: ['Deal ID', 'Opportunity Number', 'Opportunity No.', 'Opp #', 'Quote No.', 'Reference number', 'Enquiry no.'],
		name: ['Deal name', 'Opportunity'],
		stage: ['Stage', 'Pipeline stage'],
		amount: ['Amount', 'Deal Value, $', 'Contract value'],
		created: ['Create Date', 'Created at', 'Date logged', 'Raised on', 'Date captured', 'Enquiry date', 'Recorded on'],
		closed: ['Close date', 'Won time'],
		expectedClose: ['Expected close date'],
		owner: ['Owner', 'Sales person'],
		reason: ['Lost reason'],
	},
	kinds: {
		won: ['Won', 'Closed Won', 'Won, not invoiced', 'Signed', 'Sold (never paid)'],
		lost: ['Lost', 'Closed - Lost', 'Disqualified'],
		parked: ['On hold'],
		ending: ['Closed', 'Not lost'],
		weakWon: ['Approved', 'Paid'],
		open: ['Wonderland', 'Proposal', 'Closing', 'Twin engines'],
	},
	order: ['New lead', 'Contacted', 'Qualified', 'Needs analysis', 'Demo', 'Proposal', 'Negotiation', 'Contract sent'],
	neverWon: [
		'Not won',
		'Never won',
		"Won't close",
		'Won’t sign',
		'Will not buy',
		'Not signed',
		'Won: no',
		'Could not be won',
	],
	notYet: [
		'Nearly signed',
		'Not yet signed',
		'Almost won',
		'To be signed',
		'Signed (pending)',
		'About to be won',
		'Likely win',
	],
	totals: ['Total', 'Grand total', 'Subtotal:', 'Sub-total'],
	totalsOf: [
		['Lead Total', 'lead'],
		['Total Lead', 'lead'],
		['Total: Ann', 'ann'],
	],
	noTotals: ['Totally new', 'Lead', 'Totalenergies'],
});
