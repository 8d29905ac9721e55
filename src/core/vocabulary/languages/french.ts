/** What French tells about deal tables. */
import type { Language } from './language.ts';

export const french: Language = {
	name: 'French',
	code: 'fr',
	isSpaced: true,
	headings: {
		id: [
			'identifiant',
			'référence|numéro|numéro d affaire|code affaire|n° affaire|n°|n° opportunité|n° d opportunité|n° de l opportunité|numéro d opportunité|numéro opportunité|n° devis|n° de devis|numéro de devis|n° dossier|n° de dossier|numéro de dossier|réf|réf affaire|réf opportunité|référence affaire|référence opportunité|code opportunité|id affaire|id opportunité',
		],
		name: [
			'nom|titre|affaire|opportunité|intitulé|libellé|nom de l affaire|nom de l opportunité|transaction',
			'projet|candidat|candidate|dossier|objet|description|piste',
			'client|entreprise|société|raison sociale|compte|nom du client|nom de l entreprise|nom du compte',
		],
		stage: [
			'étape|étape du pipeline|phase|phase de transaction|étape de vente|phase de vente|étape commerciale|étape de l affaire|étape de l opportunité',
			'avancement|progression|étage|stade',
			'statut|état|état d avancement',
		],
		status: ['statut|état', 'résultat|résultat de l affaire|statut de l affaire'],
		amount: [
			'montant|valeur|montant total|montant estimé|montant prévu|montant prévisionnel|valeur de l affaire',
			'prix|chiffre d affaires|ca|ca previsionnel|ca prévu|budget|montant du devis|valeur estimée|revenu estimé|chiffre d’affaires',
			'revenu|revenus|revenu attendu',
		],
		currency: ['devise|monnaie'],
		created: [
			'date de création|date création|créé le|créée le|créé|date d ajout|ajouté le',
			'date de début|date d ouverture|ouvert le|ouverte le|date d entrée|date de réception|reçu le|premier contact|date du premier contact|date de premier contact|date de demande|date de prise de contact|date de candidature|date de saisie|saisi le|saisie le|enregistré le|enregistrée le|date d enregistrement|entré le|entrée le|date d arrivée|date entrée|date saisie|date ouverture|date d entrée en relation|demande reçue le',
			'date|mois',
		],
		closed: [
			'date de clôture|date clôture|date de fermeture|clôturé le|clôturée le|fermé le|fermée le|date de closing',
			'date de fin|date de signature|signé le|signée le|date de décision|date de vente|date de commande',
		],
		expectedClose: [
			'date de clôture prévue|clôture prévue|date de clôture prévisionnelle|date prévisionnelle de clôture|date de fermeture prévue|date de signature prévue|date de clôture estimée|date prévue de clôture|fermeture prévue|date de clôture attendue',
			'date d échéance|échéance|date prévue|date prévisionnelle|date cible|date d’échéance',
		],
		owner: [
			'propriétaire|responsable|commercial|commerciale|vendeur|vendeuse|suivi par|chargé d affaires|chargée d affaires|charge d affaires|assigné à|attribué à|affecté à|gestionnaire|ingénieur commercial|responsable commercial',
			'conseiller|conseillère|utilisateur|recruteur',
		],
		source: [
			'origine|provenance|origine du lead|source du lead|source du prospect|origine du prospect|source de la piste',
			'canal|campagne|canal d acquisition',
		],
		reason: [
			'raison de perte|raison de la perte|motif de perte|motif de la perte|motif|raison|cause|raison du refus|motif de refus|motif d abandon|raison de l échec|cause de perte',
			'raison du gain|motif du gain|raison de clôture|motif de clôture',
		],
		probability: [
			'probabilité|probabilité de succès|probabilité de réussite|probabilité de gain|probabilité de closing|probabilité de signature',
			'chances de succès|taux de réussite',
		],
		lostFrom: ['étape de perte|étape de la perte|perdu à l étape', 'dernière étape|étape précédente'],
	},
	others: {
		date: 'derniere?|prochaine?|modifi~|mise a jour|relance|livraison|naissance|facture|facturation|renouvellement|début (?:du|de) contrat|début prévu',
		number: 'pondéré|pondérée|remise|taxe~|tva|commission|marge|coût',
		party: 'ponder~|tva',
	},
	frame: {
		rows: 'affaire|opportunité|transaction|fiche(?: d informations)?|dossier',
		of: 'de la|de l|du|des|de|d',
		currentAfter: 'actuelle?|ht|ttc|nette?|brute?',
		nameOf: 'nom',
		when: 'date|heure',
		entered: 'date d entrée (?:en|dans)|date de passage (?:en|a)|entré en|passé en',
		sequence: 'ordre|numéro|rang',
		step: 'étape|phase',
		customer: 'client',
	},
	stages: {
		won: 'gagnée?s?|remportée?s?|vendue?s?|réussie?s?|affaire conclue|vente (?:conclue|réalisée)|commande (?:reçue|signée|obtenue)',
		signed: 'signée?s?',
		weakWon:
			'^(?:nouveau )?client$|approuvée?|^(?:vente|commande)$|(?:devis|offre|proposition) acceptée?|payée?|facturée?|livrée?|embauchée?|recrutée?',
		lost: 'perdue?s?|refusée?s?|annulée?s?|perte|renonc~|abandonnée?s?|abandon|sans suite|rejetée?s?|déclinée?s?|échec|échouée?s?|pas (?:intéressée?s?|retenue?s?|qualifiée?s?)|non (?:intéressée?s?|retenue?s?|qualifiée?s?|conforme|attribuée?)|disqualifiée?s?|désistée?|hors cible|perdre',
		parked: 'en pause|en attente(?! d)|suspendue?s?|gelée?s?|reportée?s?|en veille|en sommeil|différée?s?',
		ending: 'terminee?s?|fermee?s?|clos|cloturee?s?|archivée?s?|finie?s?|expirée?s?|achevée?s?',
		closing: 'terminée?|fermée?|clôturée?|clos|achevée?',
		open: 'ouverte?s?|en cours|active?|actif',
		uncontacted: '(?:sans |à |non |jamais |pas encore )contact~',
		places: {
			lead: 'prospect~|nouveau|nouvelle|nouveaux|piste~|suspect~|identif~|a contacter|cible~|intérêt',
			contact: 'contact~|contacté|prise de contact|appel(?! d)|appels|appelée?|approche',
			qualified: 'qualif~|présélection~',
			needs: 'besoins?|rendez[ -]vous|rdv|découverte|cadrage|analyse|audit|diagnostic~|réunion|étude|entretien',
			demo: 'présentation|présentée?|démo~|évaluation|essai|visite|test|pilote|maquette',
			solution:
				'chiffrage|solution|préconisation|décideurs?|identifi~ (?:les |des )?décideurs?|décisionnaires?|proposition de valeur|montant de la proposition|analyse de la perception',
			proposal: 'devis|offre~|propos~|appel d.offres|soumission|estimation|cotation',
			negotiation: 'n[ée]goci~|relance|décid(?!eu)~|décisi(?!onn)~|arbitrage',
			contract: 'contrat~|signature|commande|paiement|accord|juridique|acompte|facturation',
		},
	},
	negation: {
		before: 'pas|jamais|aucune?|non|sans|ni',
		after: 'non|jamais|pas',
		wins: 'aboutie?s?|conclue?s?|concrétisée?s?|transformée?s?|vente|commande',
		notYetBefore:
			'pas encore|presque|bientôt|en cours de|quasi|quasiment|potentiel~|probable~|prévue?s?|attendue?s?|sur le point|en passe|en voie|en attente d[eu]?|espérée?',
		notYetAfter: 'encore|prévue?s?|bientôt|attendue?s?|probable~|en attente|en cours|imminente?|à venir',
	},
	processes: 'pipeline commercial|pipeline de vente|processus de vente|processus commercial|tunnel de vente|entonnoir',
	totals: 'total general|somme|sous[ -]total|sous[ -]totaux|totaux|moyenne|total global|cumul',
	pivots: 'nombre de|somme de|moyenne de|étiquettes de lignes|étiquettes de colonnes',
	flags: {
		yes: 'oui|vrai|o',
		no: 'non|faux',
		own: 'est|affaire',
		won: 'gagnée?|signée?|vendue?|remportée?|convertie?',
		lost: 'perdue?|refusée?|annulée?',
		closed: 'clos|fermée?|clôturée?|terminée?',
		active: 'active|actif|ouverte?',
		archived: 'archivée?|inactif|inactive|supprimée?',
	},
	units: { mille: 1e3, million: 1e6, millions: 1e6, md: 1e9, mds: 1e9, milliard: 1e9, milliards: 1e9 },
	headingUnits: { milliers: 1e3, 'en milliers': 1e3, 'k€': 1e3, 'm€': 1e6, 'md€': 1e9 },
	months: { stems: 'jan|janv fév|févr mar|mars avr|avril mai juin juil|jul août|aou|aoû sep|sept oct nov déc' },
	dateWords: {
		weekdays: '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lun|mar|mer|jeu|ven|sam|dim',
		clock: 'à',
		silent: 'le',
	},
	history: {
		from: ['ancienne étape|ancienne valeur|étape précédente|ancienne phase'],
		to: ['nouvelle étape|nouvelle valeur|nouvelle phase', 'étape'],
		deal: ['id affaire|id opportunité', 'affaire|opportunité|numéro'],
		at: ['modifié le|date de changement|date de modification'],
		by: ['modifié par'],
		field: ['champ'],
		before: 'ancien(?:ne)?|précédente?',
		when: 'quand',
	},
	pipelines: [
		{
			crm: 'HubSpot',
			open: "Rendez-vous pris > Qualifiée pour l'achat > Présentation planifiée > Intégration du décisionnaire > Contrat envoyé",
			won: 'Fermé gagné',
			lost: 'Fermé perdu',
		},
		{
			crm: 'SugarCRM',
			open: 'Prospection > Qualification > Analyse des besoins > Chiffrage > Ident. Décideurs > Evaluation > Devis/Proposition > Négociation',
			won: 'Gagné',
			lost: 'Perdu',
		},
		{
			crm: 'SuiteCRM',
			open: 'Prospection > Qualification > Analyse des besoins > Chiffrage > Identifier les décideurs > Evaluation > Devis / Proposition > Négociation',
			won: 'Gagné',
			lost: 'Perdu',
		},
		{
			crm: 'EspoCRM',
			open: 'En Prospection > Qualification > Analyse des besoins > Montant de la Proposition > Id. Décisionnaire > Analyse de la perception > Proposition/Devis > Négociation/avis',
			won: 'Closed Won',
			lost: 'Closed Lost',
		},
		{ crm: 'Odoo', open: 'Nouveau > Qualifié > Proposition', won: 'Gagné' },
	],
};
