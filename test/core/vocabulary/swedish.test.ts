/** What the Swedish words make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'Swedish',
	headings: {
		id: ['Affärsnummer', 'Offertnummer', 'Affärs-ID', 'Affärsnr', 'Offertnr', 'Referens'],
		name: ['Affär', 'Affärsmöjlighet', 'Namn på affär', 'Projektnamn'],
		stage: ['Säljfas', 'Försäljningsfas', 'Nuvarande fas', 'Steg'],
		status: ['Affärsstatus', 'Utfall'],
		amount: ['Belopp', 'Affärsvärde', 'Ordervärde', 'Belopp (tkr)'],
		currency: ['Valuta'],
		created: ['Skapad', 'Skapad den', 'Registreringsdatum', 'Registrerad den', 'Upplagd', 'Öppnad den'],
		closed: ['Avslutsdatum', 'Stängd den', 'Avslutad'],
		expectedClose: ['Förväntat avslut', 'Beräknat avslutsdatum'],
		owner: ['Ägare', 'Säljare', 'Ansvarig säljare'],
		source: ['Källa', 'Leadkälla'],
		reason: ['Förlustorsak', 'Orsak till förlust'],
		probability: ['Sannolikhet', 'Vinstchans'],
		lostFrom: ['Förlorad i fas'],
	},
	kinds: {
		won: ['Vunnen', 'Stängd – vunnen', 'Såld', 'Signerat avtal', 'Order mottagen'],
		lost: ['Förlorad', 'Avböjt', 'Ingen order', 'Inte intresserad', 'Ej aktuell'],
		parked: ['Vilande', 'Pausad', 'Uppskjuten'],
		ending: ['Avslutad', 'Stängd', 'Inte signerat'],
		open: ['Offert skickad', 'Förhandling', 'Första kontakt', 'Pågående'],
		weakWon: ['Accepterad', 'Kund'],
	},
	order: [
		'Ny förfrågan',
		'Första kontakt',
		'Kvalificerad',
		'Behovsanalys',
		'Demonstration',
		'Lösning',
		'Offert skickad',
		'Förhandling',
		'Avtal skickat',
	],
	neverWon: ['Inte vunnen', 'Ej såld', 'Aldrig vunnen', 'Ingen affär', 'Vunnen: nej', 'Utan order'],
	notYet: ['Ännu inte signerat', 'Nästan vunnen', 'Troligen såld', 'Förväntad order', 'Vunnen (förväntad)'],
	totals: ['Totalt', 'Delsumma', 'Summa:'],
	totalsOf: [
		['Totalt Offert', 'offert'],
		['Offert – delsumma', 'offert'],
	],
	noTotals: ['Totallösning', 'Offert'],
});
