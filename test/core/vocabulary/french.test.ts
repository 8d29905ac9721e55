/** What the French words make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'French',
	headings: {
		id: ['Identifiant', 'Numéro', 'Référence'],
		name: ["Nom de l'affaire", 'Opportunité', 'Intitulé'],
		stage: ['Étape', 'Phase de transaction', 'Étape actuelle', 'Avancement'],
		status: ['Statut'],
		amount: ['Montant', 'Montant HT', "Chiffre d'affaires", 'Montant du devis'],
		currency: ['Devise'],
		created: ['Date de création', 'Créé le', 'Date de réception'],
		closed: ['Date de clôture', 'Date de fermeture', 'Date de signature'],
		expectedClose: ['Date de clôture prévue', 'Clôture prévue', "Date d'échéance"],
		owner: ['Propriétaire', 'Commercial', "Chargé d'affaires"],
		source: ['Origine', 'Source du lead'],
		reason: ['Motif de perte', 'Raison de la perte', 'Motif de refus'],
		probability: ['Probabilité', 'Probabilité de succès'],
		lostFrom: ['Étape de perte'],
	},
	kinds: {
		won: ['Gagné', 'Fermé gagné', 'Affaire conclue', 'Vendu', 'Un contrat signé', 'Déjà signé'],
		lost: ['Perdu', 'Perdue', 'Annulée', 'Sans suite', 'Non retenue', 'Échec'],
		parked: ['En attente', 'En pause', 'Reporté'],
		ending: ['Terminé', 'Clos', 'Clôturée', 'Non signé'],
		open: ['Devis envoyé', "Réponse à l'appel d'offres", 'En attente de signature', 'Gain de temps'],
	},
	order: [
		'Prospection',
		'Premier contact',
		'Qualification',
		'Analyse des besoins',
		'Démonstration',
		'Chiffrage',
		'Devis envoyé',
		'Négociation',
		'Signature du contrat',
	],
	neverWon: ['Non gagnée', 'Pas gagné', 'Jamais gagné', 'Non abouti', 'Pas de vente', 'Gagné : non', 'Sans commande'],
	notYet: ['Pas encore gagné', 'Presque gagné', 'Bientôt signé', 'Quasi gagné', 'Gagné (prévu)', 'En passe de signé'],
	totals: ['Total général', 'Sous-total', 'Somme'],
	totalsOf: [
		['Total Prospection', 'prospection'],
		['Devis – sous-total', 'devis'],
	],
	noTotals: ['Totalement nouveau', 'Devis'],
});
