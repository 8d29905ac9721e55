/** What Dutch tells about deal tables. */
import type { Language } from './language.ts';

export const dutch: Language = {
	name: 'Dutch',
	code: 'nl',
	isSpaced: true,
	headings: {
		id: [
			'kenmerk',
			'nummer|offertenummer|ordernummer|projectnummer|dealnummer|nr|ref|referentie|volgnummer|dealnr|deal nr|offertenr|offerte nr|projectnr|project nr|opportunity nr|opportunitynummer|kansnummer|kans nr|verkoopkansnummer|dossiernummer|aanvraagnummer|leadnummer|zaaknummer',
		],
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
			'eerste contact|startdatum|begindatum|ontvangen op|datum ontvangst|aanvraagdatum|datum aanvraag|datum eerste contact|datum binnenkomst|invoerdatum|datum invoer|ingevoerd|geregistreerd op|registratiedatum|datum registratie|binnengekomen op|binnenkomstdatum|binnenkomst|geopend op|openingsdatum|datum opening|instroomdatum|toegevoegd|aanvraag ontvangen',
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
		date: 'laatste?|volgende|gewijzigd|bijgewerkt|wijzig~|levering|leverdatum|factuur~|geboorte~|opvolg~|verleng~|ingangsdatum|verwachte start',
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
			'akkoord|(?:offerte|voorstel) geaccepteerd|^(?:nieuwe )?klant$|goedgekeurd|betaald|gefactureerd|geleverd|besteld|aangenomen|^(?:order|verkoop)$',
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
			demo: 'presentatie|demo~|bezoek|evaluatie|bezichtiging|proefperiode',
			solution:
				'oplossing|maatwerk|concept|(?:maken van )?propositie|waardepropositie|waarde[ -]?voorstel|beslissers?|beslissiers|besluitmakers?|beslissingnemers?|perceptie[ -]?analyse',
			proposal: 'offert~|voorstel|aanbieding|aanbesteding|prijsopgave|prijsvoorstel',
			negotiation: 'onderhandel~|besliss(?!er|ier)~|besluit(?!maker)~|nabellen|opvolging',
			contract: 'contract~|ondertekening|overeenkomst|opdrachtbevestiging|betaling|handtekening',
		},
	},
	negation: {
		before: 'niet|geen|nooit|zonder',
		after: 'nee|niet',
		wins: 'gelukt|opdracht|order|doorgegaan|verkoop',
		notYetBefore:
			'nog niet|nog geen|bijna|binnenkort|waarschijnlijk|vermoedelijk|verwacht~|vrijwel|zo goed als|mogelijk|potenti?[ae]l~|potentieel|potentiële|mondeling|op het punt|gepland~',
		notYetAfter: 'nog|tot nu toe|verwacht|gepland|binnenkort|in afwachting|volgt|waarschijnlijk',
	},
	processes: 'pijplijn|verkooppijplijn|verkoopproces|salesproces',
	totals: 'totaal|subtotaal|eindtotaal|algemeen totaal|totalen|gemiddelde',
	pivots: 'aantal van|som van|gemiddelde van|rijlabels|kolomlabels',
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
	dateWords: {
		weekdays: '(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo',
		clock: 'om',
		silent: 'op',
	},
	history: {
		from: ['vorige fase|oude waarde|oude fase', 'van'],
		to: ['nieuwe fase|nieuwe waarde', 'naar|fase'],
		deal: ['id verkoopkans', 'verkoopkans|nummer'],
		at: ['gewijzigd op|wijzigingsdatum', 'datum'],
		by: ['gewijzigd door'],
		field: ['veld'],
		before: 'vorige|van|oude',
		when: 'datum|wanneer',
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
