/** What Italian tells about deal tables. */
import type { Language } from './language.ts';

export const italian: Language = {
	name: 'Italian',
	code: 'it',
	isSpaced: true,
	headings: {
		id: [
			'identificativo',
			'codice|rif|numero|riferimento|numero offerta|codice opportunità|n°|no|nr|num|n° opportunità|no opportunità|nr opportunità|n opportunità|numero opportunità|numero trattativa|n° trattativa|nr trattativa|codice trattativa|id trattativa|id opportunità|n° offerta|nr offerta|rif offerta|n° pratica|numero pratica|cod',
		],
		name: [
			'opportunità|trattativa|affare|nome|nome trattativa|nome opportunità|titolo|nome affare',
			'progetto|descrizione|oggetto|candidato|candidata|pratica|commessa',
			'cliente|azienda|società|ragione sociale|nome cliente|nome azienda|organizzazione|contatto',
		],
		stage: [
			'stadio|fase|fase di vendita|fase trattativa|fase della trattativa|fase vendita|stadio opportunità|fase opportunità|stadio di vendita',
			'avanzamento|passo|step commerciale',
			'stato|stato trattativa|stato avanzamento',
		],
		status: ['esito|stato', 'risultato|esito trattativa|stato finale'],
		amount: [
			'importo|valore|importo totale|valore totale|valore stimato|importo stimato|importo offerta|valore trattativa|valore opportunità',
			'prezzo|budget|valore contratto|valore ordine|importo previsto',
			'fatturato|ricavo previsto|ricavi previsti|ricavo atteso',
		],
		currency: ['valuta|divisa'],
		created: [
			'data creazione|data di creazione|creato il|creata il|data apertura|data di apertura|data di inserimento',
			'data inizio|data di inizio|data inserimento|primo contatto|data primo contatto|data ricezione|data richiesta|data contatto|aperta il|aperto il|registrato il|registrata il|data registrazione|data di registrazione|inserito il|inserita il|data ingresso|data di ingresso|data arrivo|data segnalazione|data di arrivo|data apertura trattativa|data primo incontro|data caricamento',
			'data|mese',
		],
		closed: [
			'data chiusura|data di chiusura|chiuso il|chiusa il|data chiusura effettiva',
			'data fine|data di fine|data firma|data di firma|data vendita|data ordine|data decisione|data acquisizione',
		],
		expectedClose: [
			'data chiusura prevista|data di chiusura prevista|chiusura prevista|data prevista chiusura|data prevista di chiusura|data chiusura stimata|data presunta chiusura|chiusura stimata|data chiusura attesa',
			'scadenza|data scadenza|data prevista|data presunta',
		],
		owner: [
			'venditore|agente|assegnato a|proprietario|commerciale|responsabile|venditrice|agente di vendita|responsabile commerciale|referente commerciale|gestito da',
			'titolare|consulente|utente|addetto|referente interno',
		],
		source: [
			'fonte|provenienza|origine|fonte lead|origine lead|provenienza lead|fonte del lead|origine contatto',
			'canale|campagna',
		],
		reason: [
			'motivo perdita|motivo della perdita|motivo di perdita|motivo|causa perdita|causa|motivo rifiuto|ragione della perdita|motivazione perdita',
			'motivazione|motivo chiusura|motivo vincita',
		],
		probability: [
			'probabilità|probabilità di chiusura|probabilità chiusura|probabilità di successo|probabilità di vincita',
			'possibilità',
		],
		lostFrom: ['fase di perdita|fase perdita|persa in fase', 'ultimo stadio|ultima fase|fase precedente'],
	},
	others: {
		date: 'ultim[oa]|prossim[oa]|modific~|aggiornament~|aggiornat[oa]|consegna|fattura|nascita|rinnovo|inizio (?:del )?contratto|inizio previsto',
		number: 'ponderat[oa]|sconto|imposta|tasse|iva|provvigione|costo|margine|quantità',
		party: 'ponder~|cliente|iva',
	},
	frame: {
		rows: 'trattativa|opportunit[ae]|affare|vendita',
		of: 'della|dell|del|di|d',
		currentAfter: 'attuale|totale?|nett[oa]|lord[oa]',
		nameOf: 'nome',
		when: 'data',
		entered: 'data (?:di )?ingresso (?:in|nella)|entrata in',
		sequence: 'ordine|numero',
		step: 'fase|stadio|passo',
		customer: 'cliente',
	},
	stages: {
		won: 'vint[oai]|acquisit[oa]|successo|vendut[oa]|aggiudicat[oa]|vittoria|chius[oa] (?:positivamente|con successo)|ordine (?:ricevuto|acquisito)',
		signed: 'firmat[oa]|sottoscritt[oa]',
		weakWon:
			'^(?:nuovo )?cliente$|approvat[oa]|^(?:vendita|ordine)$|(?:offerta|preventivo|proposta) accettat[oa]|pagat[oa]|fatturat[oa]|consegnat[oa]|confermat[oa]|assunt[oa]',
		lost: 'pers[oai]|perdita|rifiutat[oa]|annullat[oa]|scartat[oa]|respint[oa]|declinat[oa]|abbandonat[oa]|disdett[oa]|fallit[oa]|chius[oa] negativamente|negativ[oa]|non (?:interessat[oa]|qualificat[oa]|idone[oa]|aggiudicat[oa]|accettat[oa])|nessun interesse|squalificat[oa]|rinunci~|esito negativo',
		parked: 'in attesa(?! d)|sospes[oa]|in pausa|rimandat[oa]|posticipat[oa]|rinviat[oa]|congelat[oa]',
		ending:
			'chius[oaie]|terminat[oa]|conclus[oa]|completat[oa]|archiviat[oa]|finit[oa]|scadut[oa]|inattiv[oa]|evas[oa]',
		closing: 'chius[oa]|terminat[oa]|conclus[oa]|completat[oa]',
		open: 'apert[oaie]|in corso|attiv[oa]|in lavorazione',
		uncontacted: '(?:da |non |senza |mai |non ancora )contatt~',
		places: {
			lead: 'nuov[oa]|potenzial[ei]|prospezione|prospettiva|prospect~|segnalazione|interessat[oa]',
			contact: 'contatt~|primo contatto|chiamata|telefonata|approccio',
			qualified: 'qualific~',
			needs: 'analisi|esigenz~|bisogn~|necessit~|incontro|appuntament~|riunione|sopralluogo|colloquio',
			demo: 'presentazione|demo~|dimostrazione|prova|valutazione|visita',
			solution:
				'soluzione|progettazione|studio di fattibilità|propos~\\.? (?:di )?valore|decision makers?|decisor~|percezione(?: dell.)? ?analisi|analisi (?:della )?percezione',
			proposal: 'proposta|preventiv~|offert~|quotazione|gara',
			negotiation: 'negozia~|negoazione|trattativa|trattative|decision[ei]|sollecito|approvazione',
			contract: 'contratt~|firma|ordine|pagamento|accordo|acconto|legale',
		},
	},
	negation: {
		before: 'non|mai(?= (?:stat[oa] )?(?:vint|vendut|firmat|acquisit|aggiudicat|conclus))|nessun[ao]?|senza',
		after: 'no|mai|non',
		wins: 'conclus[oa]|andat[oa] a buon fine|concretizzat[oa]|vendita|ordine|acquistat[oa]',
		notYetBefore:
			'ancora non|non ancora|quasi|in attesa d[ei]|in attesa di|potenz~|probabil[ei]|probabilmente|previst[oa]|attes[oa]|in procinto di|in via di|prossim[oa] a|presto|a breve',
		notYetAfter: 'ancora|in attesa|previst[oa]|probabile|attes[oa]|a breve|imminente|da confermare',
	},
	processes: 'processo di vendita|pipeline di vendita|pipeline commerciale|imbuto|processo',
	totals: 'totale(?: generale)?|subtotale|totali|somma|media|totale complessivo|totale parziale',
	pivots: 'conteggio di|somma di|media di|etichette di riga|etichette di colonna',
	flags: {
		yes: 'sì|vero',
		no: 'falso',
		won: 'vint[oa]|firmat[oa]|vendut[oa]|acquisit[oa]',
		lost: 'pers[oa]|rifiutat[oa]|annullat[oa]',
		closed: 'chius[oa]|conclus[oa]',
		active: 'attiv[oa]|apert[oa]',
		archived: 'archiviat[oa]|inattiv[oa]|eliminat[oa]',
	},
	units: { mila: 1e3, mille: 1e3, mln: 1e6, milione: 1e6, milioni: 1e6, mld: 1e9, miliardo: 1e9, miliardi: 1e9 },
	headingUnits: { migliaia: 1e3, 'in migliaia': 1e3, 'in milioni': 1e6 },
	months: {
		whole:
			'gen|gennaio feb|febbraio mar|marzo apr|aprile mag|maggio giu|giugno lug|luglio ago|agosto set|settembre ott|ottobre nov|novembre dic|dicembre',
	},
	dateWords: {
		weekdays: '(?:lune|marte|mercole|giove|vener)di|sabato|domenica|lun|mar|mer|gio|ven|sab|dom',
		clock: 'alle(?: ore)?|ore',
		silent: 'il',
	},
	history: {
		from: ['fase precedente|valore precedente|vecchio valore|stadio precedente'],
		to: ['nuova fase|nuovo valore|nuovo stadio', 'fase'],
		deal: ['id trattativa|id opportunità', 'trattativa|opportunità|numero'],
		at: ['data di modifica|data modifica|modificato il|data cambio', 'data'],
		by: ['modificato da'],
		field: ['campo'],
		before: 'precedente|vecchi[oa]',
		when: 'data|quando',
	},
	pipelines: [
		{
			crm: 'SugarCRM',
			open: 'Prospettiva > Qualificazione > Analisi dei bisogni > Proposta di valore > Id. Decision Makers > Percezione Analisi > Proposta economica > Negoazione/Review',
			won: 'Chiuso vinto',
			lost: 'Chiuso Perso',
		},
		{
			crm: 'SuiteCRM',
			open: 'Prospezione > Qualificazione > Analisi Bisogni > Propos. Valore > Identificazione dei decisori > Analisi Percezione > Proposta Economica > Negoziazione/Review',
			won: 'Chiuso Vinto',
			lost: 'Chiuso - Perso',
		},
		{
			crm: 'EspoCRM',
			open: "Prospezione > Qualifica > Necessita di analisi > Proposta di valore > Id. responsabile > Percezione dell'Analisi > Proposta > Proposta / preventivo > Negoziazione > Negoziazione/revisione",
			won: 'Chiuso Positivamente',
			lost: 'Chiuso Negativamente',
		},
		{ crm: 'Odoo', open: 'Nuovo > Qualificato > Proposta', won: 'Vinto' },
	],
};
