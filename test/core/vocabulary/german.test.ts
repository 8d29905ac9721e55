/** What the German words make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'German',
	headings: {
		id: ['Nummer', 'Vorgangsnummer', 'Opportunity-Nr.', 'Angebots-Nr.', 'Vorgangsnr.', 'Projektnummer'],
		name: ['Bezeichnung', 'Verkaufschance'],
		stage: ['Phase', 'Vertriebsphase'],
		amount: ['Betrag', 'Auftragswert', 'Umsatz'],
		currency: ['Währung'],
		created: ['Erstellt am', 'Anlagedatum', 'Eröffnet am', 'Aufgenommen am', 'Datum Anlage', 'Anfrage vom'],
		closed: ['Abschlussdatum', 'Geschlossen am'],
		expectedClose: ['Voraussichtlicher Abschluss'],
		owner: ['Verantwortlicher', 'Betreuer'],
		source: ['Quelle', 'Leadquelle'],
		reason: ['Verlustgrund', 'Absagegrund'],
		probability: ['Wahrscheinlichkeit'],
	},
	kinds: {
		won: ['Gewonnen', 'Geschlossen - gewonnen', 'Auftrag erhalten'],
		lost: ['Verloren', 'Abgelehnt', 'Kein Interesse'],
		parked: ['Zurückgestellt', 'Wiedervorlage'],
		ending: ['Abgeschlossen', 'Gewonnen, noch nicht bezahlt', 'Nicht verloren'],
		open: ['Angebot', 'Kundentermin', 'Gewinnung von Kontakten'],
	},
	order: [
		'Interessent',
		'Erstkontakt',
		'Qualifiziert',
		'Bedarfsanalyse',
		'Präsentation',
		'Angebot',
		'Verhandlung',
		'Vertragsunterschrift',
	],
	neverWon: [
		'Nicht gewonnen',
		'Nie gewonnen',
		'Kein Auftrag',
		'Nicht unterschrieben',
		'Gewonnen: nein',
		'Konnte nicht gewonnen werden',
	],
	notYet: ['Fast gewonnen', 'Noch nicht unterschrieben', 'Voraussichtlich gewonnen', 'So gut wie gewonnen'],
	totals: ['Summe', 'Gesamt', 'Zwischensumme:'],
	totalsOf: [
		['Gesamt Angebot', 'angebot'],
		['Angebot Summe', 'angebot'],
	],
	noTotals: ['Gesamtkonzept', 'Angebot'],
});
