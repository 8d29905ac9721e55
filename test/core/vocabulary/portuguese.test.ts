/** What the Portuguese words make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'Portuguese',
	headings: {
		id: ['Identificador', 'Código'],
		name: ['Nome do negócio', 'Oportunidade', 'Negociação'],
		stage: ['Etapa do funil', 'Estágio', 'Etapa do negócio', 'Fase atual'],
		status: ['Situação', 'Resultado'],
		amount: ['Valor', 'Valor do negócio', 'Orçamento', 'Receita'],
		currency: ['Moeda'],
		created: ['Data de criação', 'Criado em', 'Data de cadastro'],
		closed: ['Data de fechamento', 'Fechado em', 'Data da venda'],
		expectedClose: ['Previsão de fechamento', 'Data de fechamento prevista', 'Data de vencimento'],
		owner: ['Responsável', 'Vendedora', 'Consultor'],
		source: ['Origem', 'Fonte do lead'],
		reason: ['Motivo da perda', 'Razão de perda'],
		probability: ['Probabilidade', 'Probabilidade de fechamento'],
		lostFrom: ['Etapa da perda'],
	},
	kinds: {
		won: ['Ganho', 'Fechada Ganha', 'Vendido', 'Venda concluída', 'Negócio fechado', 'Contrato assinado'],
		lost: ['Perdido', 'Perdemos', 'Recusada', 'Sem interesse', 'Não fechou', 'Desistência'],
		parked: ['Pausado', 'Adiada', 'Em espera'],
		ending: ['Fechado', 'Encerrada', 'Não assinado'],
		open: ['Proposta enviada', 'Aguardando assinatura', 'Em espera de assinatura', 'Ainda não fechado'],
	},
	order: [
		'Prospecção',
		'Contato feito',
		'Qualificação',
		'Levantamento de necessidades',
		'Apresentação',
		'Solução',
		'Orçamento enviado',
		'Negociação',
		'Assinatura do contrato',
	],
	neverWon: ['Não ganho', 'Nunca vendido', 'Sem sucesso', 'Não concretizado', 'Sem venda', 'Ganho: não'],
	notYet: ['Quase ganho', 'Ainda não ganho', 'Prestes a ser ganho', 'Ganho (previsto)', 'Aguardando sucesso'],
	totals: ['Total geral', 'Subtotal', 'Soma'],
	totalsOf: [
		['Total Proposta', 'proposta'],
		['Proposta – subtotal', 'proposta'],
	],
	noTotals: ['Somente proposta', 'Proposta'],
});
