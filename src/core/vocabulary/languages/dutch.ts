/** What Dutch tells about deal tables. */
import type { Language } from './language.ts';

export const dutch: Language = {
	name: 'Dutch',
	code: 'nl',
	isSpaced: true,
	headings: {
		id: ['kenmerk', 'nummer|offertenummer|ordernummer|projectnummer|dealnummer'],
		name: [
			'naam|verkoopkans|dealnaam|naam van de kans|naam verkoopkans',
			'onderwerp|omschrijving|kandidaat|titel|projectnaam|beschrijving',
			'klant|bedrijf|organisatie|klantnaam|bedrijfsnaam|relatie|contactpersoon|naam klant',
		],
		stage: [
			'fase|verkoopfase|stadium|dealfase|verkoopstadium|salesfase|offertefase',
			'stap|voortgang|processtap',
			'verkoopstatus|toestand|stand van zaken',
		],
		status: ['resultaat van de deal', 'resultaat|uitkomst|afloop'],
		amount: [
			'bedrag|waarde|dealwaarde|offertebedrag|orderwaarde|opdrachtwaarde|totaalbedrag|contractwaarde|geschatte waarde|verwachte waarde|offertewaarde',
			'omzet|prijs|orderbedrag|verwachte omzet',
			'opbrengst|verwachte opbrengst',
		],
		currency: ['valuta|munteenheid'],
		created: [
			'aangemaakt|aangemaakt op|aanmaakdatum|datum aangemaakt|gemaakt op|toegevoegd op|ingevoerd op|datum aanmaak',
			'eerste contact|startdatum|begindatum|ontvangen op|datum ontvangst|aanvraagdatum|datum aanvraag|datum eerste contact|datum binnenkomst',
			'datum|maand',
		],
		closed: [
			'sluitdatum|sluitingsdatum|afgesloten op|gesloten op|datum gesloten|datum afgesloten|afsluitdatum',
			'einddatum|tekendatum|orderdatum|getekend op|beslisdatum|datum opdracht',
		],
		expectedClose: [
			'verwachte sluitdatum|verwachte sluitingsdatum|verwachte afsluitdatum|geplande sluitdatum|verwachte orderdatum|verwachte einddatum',
			'vervaldatum|streefdatum|verwachte datum',
		],
		owner: [
			'eigenaar|verkoper|verantwoordelijke|accountmanager|toegewezen aan|dealeigenaar|behandelaar',
			'medewerker|adviseur|gebruiker|vertegenwoordiger',
		],
		source: ['bron|herkomst|leadbron|bron van lead|bron lead', 'kanaal|campagne'],
		reason: [
			'verliesreden|reden|reden verlies|reden van verlies|reden verloren|afwijzingsreden|reden afwijzing|reden van afwijzing',
			'winreden|oorzaak',
		],
		probability: ['waarschijnlijkheid|kans op succes|winkans|scoringskans|slaagkans', 'slagingskans|kans'],
		lostFrom: ['verliesfase|verloren in fase', 'laatste fase|vorige fase'],
	},
	others: {
		date: 'laatste?|volgende|gewijzigd|bijgewerkt|wijzig~|levering|leverdatum|factuur~|geboorte~|opvolg~',
		number: 'gewogen|korting|btw|belasting|kosten|marge|aantal|provisie',
		party: 'gewogen|klanten|btw',
	},
	frame: {
		rows: 'kans|verkoopkans',
		of: 'van de|van het|van',
		current: 'huidige',
		currentAfter: 'netto|bruto',
		nameOf: 'naam',
		when: 'datum',
		entered: 'datum (?:ingang|start)',
		sequence: 'volgorde|nummer|volgnummer',
		step: 'fase|stap|stadium',
		compounds: 'bedrag|waarde|omzet|eigenaar|fase',
		customer: 'klant',
	},
	stages: {
		won: 'gewonnen|verkocht|gegund|gescoord|^opdracht$|opdracht (?:gewonnen|ontvangen|verkregen)|order (?:binnen|ontvangen)',
		signed: 'getekend|ondertekend',
		weakWon:
			'akkoord|^(?:nieuwe )?klant$|goedgekeurd|betaald|gefactureerd|geleverd|besteld|aangenomen|^(?:order|verkoop)$',
		lost: 'verloren|afgewezen|geannuleerd|geen (?:interesse|opdracht|order|deal|match|budget|gehoor)|afgevallen|niet (?:geïnteresseerd|gekwalificeerd|doorgegaan|gegund|geschikt)|ingetrokken|mislukt|afgezegd|afgeketst|gediskwalificeerd',
		parked: 'gepauzeerd|in de wacht|in wacht|uitgesteld|geparkeerd|bevroren|slapend',
		ending: 'afgesloten|gesloten|afgerond|beëindigd|voltooid|gearchiveerd|inactief|verlopen|vervallen',
		closing: 'gesloten|afgesloten|afgerond|voltooid',
		open: 'lopend|openstaand|in behandeling|actief|in uitvoering',
		uncontacted: '(?:nog )?niet (?:gecontacteerd|benaderd)|te (?:benaderen|contacteren)|geen contact',
		places: {
			lead: 'nieuw~|prospect~|potentieel|potentiële|aanvraag|binnengekomen|interesse',
			contact: 'contact~|eerste contact|gebeld|benaderd|gecontacteerd|telefonisch',
			qualified: 'kwal~|gekwalificeerd|voorselectie',
			needs: 'behoefte~|afspraak|intake|gesprek|analyse|inventarisatie|kennismaking',
			demo: 'presentatie|demo~|bezoek|evaluatie|bezichtiging|proefperiode|perceptie',
			solution: 'oplossing|maatwerk|concept|propositie',
			proposal: 'offert~|voorstel|aanbieding|aanbesteding|prijsopgave|prijsvoorstel',
			negotiation: 'onderhandel~|besliss~|besluit~|nabellen|opvolging',
			contract: 'contract~|ondertekening|overeenkomst|opdrachtbevestiging|betaling|handtekening',
		},
	},
	negation: {
		before: 'niet|geen|nooit|zonder',
		after: 'nee|niet',
		wins: 'gelukt|opdracht|order|doorgegaan|verkoop',
		notYetBefore:
			'nog niet|nog geen|bijna|binnenkort|waarschijnlijk|vermoedelijk|verwacht~|vrijwel|zo goed als|mogelijk|potenti?[ae]l~|potentieel|potentiële|mondeling|op het punt|gepland~',
		notYetAfter: 'verwacht|gepland|binnenkort|in afwachting|volgt|waarschijnlijk',
	},
	totals: 'totaal|subtotaal|eindtotaal|algemeen totaal|totalen|gemiddelde',
	flags: {
		yes: 'ja|waar',
		no: 'nee|onwaar',
		own: 'is',
		won: 'gewonnen|verkocht|getekend',
		lost: 'verloren|afgewezen|geannuleerd',
		closed: 'gesloten|afgesloten',
		active: 'actief|openstaand',
		archived: 'gearchiveerd|inactief|verwijderd',
	},
	units: { duizend: 1e3, mln: 1e6, miljoen: 1e6, mld: 1e9, miljard: 1e9 },
	headingUnits: { duizenden: 1e3, 'in duizenden': 1e3, 'x 1000': 1e3, 'x 1.000': 1e3, 'in miljoenen': 1e6 },
	months: {
		stems: 'jan feb mrt|maart|mar apr mei jun|juni jul|juli aug sep okt nov dec',
	},
	pipelines: [
		{
			crm: 'SugarCRM',
			open: 'Prospecting > Prospectie > Kwalificatie > Behoefte analyse > Maken van propositie > Identificatie van beslissers > Perceptie analyse > Offerte/Prijsvoorstel > Onderhandeling',
			won: 'Gewonnen',
			lost: 'Verloren',
		},
		{
			crm: 'SuiteCRM',
			open: 'Prospecting > Kwalificatie > Behoefte analyse > Maken van propositie > Identificeer besluitmakers > Perceptie analyse > Offerte/Prijsvoorstel > Onderhandeling',
			won: 'Gewonnen',
			lost: 'Verloren',
		},
		{
			crm: 'EspoCRM',
			open: 'Prospectie > Kwalificatie > Analyse behoefte > Waarde voorstel > Id. Beslissiers > Perceptie Analyse > Voorstel/Offerte > Onderhandeling/Beoordeling',
			won: 'Gesloten Gewonnen',
			lost: 'Gesloten Verloren',
		},
		{ crm: 'Odoo', open: 'Nieuw > Gekwalificeerd > Voorstel', won: 'Gewonnen' },
	],
};
