/** What the Italian words make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'Italian',
	headings: {
		id: ['Identificativo', 'Codice', 'Rif.'],
		name: ['Trattativa', 'Nome opportunità', 'Oggetto'],
		stage: ['Fase', 'Stadio', 'Fase di vendita', 'Fase della trattativa'],
		status: ['Esito', 'Stato'],
		amount: ['Importo', 'Valore stimato', 'Importo offerta', 'Prezzo'],
		currency: ['Valuta'],
		created: ['Data creazione', 'Creato il', 'Data primo contatto'],
		closed: ['Data di chiusura', 'Chiuso il', 'Data firma'],
		expectedClose: ['Chiusura prevista', 'Data prevista di chiusura', 'Scadenza'],
		owner: ['Venditore', 'Commerciale', 'Responsabile commerciale'],
		source: ['Provenienza', 'Origine lead'],
		reason: ['Motivo della perdita', 'Motivazione perdita', 'Motivo rifiuto'],
		probability: ['Probabilità', 'Probabilità di chiusura'],
		lostFrom: ['Fase di perdita'],
	},
	kinds: {
		won: ['Vinta', 'Chiuso vinto', 'Acquisito', 'Chiuso Positivamente', 'Contratto firmato'],
		lost: ['Persa', 'Chiuso Negativamente', 'Rifiutata', 'Non interessato', 'Annullato', 'Nessun interesse'],
		parked: ['In attesa', 'Sospesa', 'Rimandato'],
		ending: ['Chiuso', 'Conclusa', 'Non firmato'],
		open: ['Offerta inviata', 'In attesa di firma', 'Da firmare', 'Persona contattata'],
	},
	order: [
		'Nuovo',
		'Primo contatto',
		'Qualificazione',
		'Analisi dei bisogni',
		'Presentazione',
		'Soluzione',
		'Preventivo inviato',
		'Negoziazione',
		'Firma del contratto',
	],
	neverWon: ['Non vinta', 'Mai vinta', 'Senza successo', 'Non andata a buon fine', 'Nessun ordine', 'Vinta: no'],
	notYet: [
		'Quasi vinta',
		'Non ancora firmato',
		'In attesa di essere firmato',
		'Vinta (prevista)',
		'Probabilmente vinta',
	],
	totals: ['Totale', 'Totale generale', 'Subtotale:'],
	totalsOf: [
		['Totale Offerta', 'offerta'],
		['Offerta – subtotale', 'offerta'],
	],
	noTotals: ['Totalmente nuovo', 'Offerta'],
});
