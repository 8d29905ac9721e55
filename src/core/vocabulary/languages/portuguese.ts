/** What Portuguese tells about deal tables. */
import type { Language } from './language.ts';

export const portuguese: Language = {
	name: 'Portuguese',
	code: 'pt',
	isSpaced: true,
	headings: {
		id: [
			'identificador',
			'número|codigo|referência|id do negócio|código do negócio|número da oportunidade|no|n°|nro|ref|cod|no da oportunidade|n° da oportunidade|no do negócio|n° do negócio|número do negócio|número da proposta|no da proposta|n° da proposta|código da oportunidade|id da oportunidade|id oportunidade|id negócio|código negócio|protocolo',
		],
		name: [
			'nome|título|oportunidade|negócio|negociação|nome do negócio|nome da oportunidade|nome da negociação',
			'projeto|candidato|candidata|descrição|assunto|prospecto|nome do projeto',
			'cliente|empresa|razao social|conta|organização|nome do cliente|nome da empresa|contato',
		],
		stage: [
			'estágio|etapa|etapa do funil|fase|etapa do negócio|fase do negócio|estágio do negócio|etapa da negociação|etapa de venda|etapa de vendas|fase de venda|fase da venda|estágio de vendas',
			'passo|andamento|funil',
			'situação|estado|status do negócio',
		],
		status: ['situação|estado|resultado', 'situação do negócio|resultado final'],
		amount: [
			'valor|montante|valor total|valor do negócio|valor estimado|valor da oportunidade|valor da negociação|valor da proposta',
			'preço|receita|orcamento|valor do contrato|valor previsto|valor da venda',
			'receita esperada|receita prevista|faturamento',
		],
		currency: ['moeda'],
		created: [
			'data de criação|criado em|criada em|data criação|data da criação|data de cadastro|cadastrado em',
			'data de início|data de entrada|data de abertura|aberto em|primeiro contato|data do primeiro contato|data de recebimento|data de registro|data de inclusão|data do contato|data início|data abertura|data entrada|data cadastro|data registro|data de registo|registrado em|registrada em|registado em|incluído em|lançado em|data de lançamento|data de captação|data de chegada|data do pedido de contato|entrou em|data primeiro contato',
			'data|mês',
		],
		closed: [
			'data de fechamento|fechado em|data fechamento|data do fechamento|data de encerramento|encerrado em|data de conclusão',
			'data de término|data de assinatura|data da venda|data de venda|data final|data fim|assinado em|data da assinatura',
		],
		expectedClose: [
			'data prevista de fechamento|previsão de fechamento|data de fechamento esperada|data de fechamento prevista|fechamento previsto|data esperada de fechamento|data estimada de fechamento|fechamento esperado|previsão fechamento',
			'data de vencimento|data prevista|data estimada|data limite|prazo',
		],
		owner: [
			'responsável|vendedor|vendedora|proprietário|proprietária|consultor|consultora|comercial|titular|atendente|atribuído a|executivo de vendas|responsável comercial|proprietário do negócio',
			'gestor|gestora|usuário|representante|corretor|corretora',
		],
		source: [
			'origem|fonte|fonte do lead|origem do lead|fonte original|origem do negócio|origem do cliente',
			'canal|campanha|mídia',
		],
		reason: [
			'motivo|motivo da perda|motivo de perda|razão da perda|razão de perda|causa da perda|motivo de recusa|motivo do descarte|motivo da desistência|motivo perda',
			'motivo do ganho|motivo de fechamento|razão',
		],
		probability: [
			'probabilidade|probabilidade de fechamento|probabilidade de ganho|probabilidade de sucesso',
			'chances',
		],
		lostFrom: [
			'etapa da perda|etapa de perda|fase da perda|perdido na etapa',
			'última etapa|etapa anterior|fase anterior',
		],
	},
	others: {
		date: 'ultim[oa]s?|proxim[oa]s?|atualiz~|modific~|alterac~|entrega|nascimento|fatura|renovação|início d[oe] contrato|início previsto',
		number: 'ponderad[oa]|desconto|impostos?|comissão|custo|margem|quantidade|unidades',
		party: 'ponder~|cliente',
	},
	frame: {
		rows: 'negócio|negociação|oportunidade|negociac[ai]on?',
		of: 'd[aeo]s?',
		currentAfter: 'atual|líquid[oa]|brut[oa]',
		nameOf: 'nome',
		when: 'data|hora',
		entered: 'data de entrada (?:em|na|no)|entrou (?:em|na|no)',
		sequence: 'ordem|número|posição',
		step: 'etapa|fase|estágio|passo',
		customer: 'cliente',
	},
	stages: {
		won: 'ganh[oa]s?|ganhamos|vendid[oa]s?|sucesso|vend[ao]s? (?:concluid|realizad|fechad)[oa]s?|conquistad[oa]s?|negócio fechado',
		signed: 'assinad[oa]s?',
		weakWon:
			'^(?:novo )?cliente$|aprovad[oa]s?|^(?:venda|pedido)$|(?:proposta|orçamento) aceit[oa]|faturad[oa]s?|entregue|contratad[oa]s?',
		lost: 'perdid[oa]s?|perdemos|perda|recusad[oa]s?|cancelad[oa]s?|descartad[oa]s?|rejeitad[oa]s?|reprovad[oa]s?|sem interesse|desist~|(?<!ainda )nao (?:fech~|interessad[oa]s?|qualificad[oa]s?|aprovad[oa]s?|evoluiu|converteu)|desqualificad[oa]s?|abandonad[oa]s?|fracass~|anulad[oa]s?|inviável',
		parked: 'pausad[oa]s?|adiad[oa]s?|em espera(?! d)|suspens[oa]s?|congelad[oa]s?|postergad[oa]s?',
		ending:
			'fechad[oa]s?|concluid[oa]s?|encerrad[oa]s?|finalizad[oa]s?|terminad[oa]s?|arquivad[oa]s?|expirad[oa]s?|inativ[oa]s?',
		closing: 'fechad[oa]s?|conclu[ií]d[oa]s?|encerrad[oa]s?|finalizad[oa]s?',
		open: 'em andamento|abert[oa]s?|ativ[oa]s?|em aberto|em curso',
		uncontacted: '(?:sem |não |a |ainda não )conta[ct]~',
		places: {
			lead: 'prospecc~|prospectando|prospect~|nov[oa]s?|sem contato|recebid[oa]s?|potencia[il]s?|entrada',
			contact: 'contato~|contatad[oa]s?|contactad[oa]s?|primeiro contato|ligação|abordagem',
			qualified: 'qualific~|triagem|identificação do interesse',
			needs:
				'necessidade~|necessita|reunião|análise|diagnóstico|levantamento|agend~|descoberta|entendimento|entrevista',
			demo: 'apresenta~|demonstra~|teste|visita|piloto|avaliação',
			solution:
				'solução|desenho|proposta de valor|(?:identificação dos )?decisor~|tomador~(?: de decis~)?|análise d[ea] percepção',
			proposal: 'proposta|orçamento|cotação|oferta|orçad[oa]|licitação',
			negotiation: 'negocia~|decisão|aprovação|acompanhamento',
			contract: 'contrato~|contratação|assinatura|pedido|pagamento|fechamento|jurídico|faturamento',
		},
	},
	negation: {
		before: 'nao|nunca|jamais|sem|nem',
		after: 'nao|nunca',
		wins: 'concretizad[oa]s?|fechou|comprou|compra|comprar|venda',
		notYetBefore:
			'ainda nao|quase|a ponto de|prestes a|por(?= (?:ganhar|fechar|assinar))|potencia[il]~|prováve[li]~|previst[oa]s?|esperad[oa]s?|aguardando|pendentes?|em breve|falta',
		notYetAfter: 'ainda|pendentes?|previst[oa]s?|aguardando|em breve|provável|esperad[oa]s?',
	},
	processes: 'funil|funil de vendas|pipeline de vendas|processo de vendas|processo comercial',
	totals: 'total geral|soma|subtotal|subtotais|totais|média|somatório|somatória',
	pivots: 'contagem de|soma de|média de|rótulos de linha|rótulos de coluna',
	flags: {
		yes: 'sim|verdadeiro|s',
		no: 'não|falso',
		own: 'foi|esta',
		won: 'ganh[oa]|vendid[oa]|assinad[oa]|convertid[oa]',
		lost: 'perdid[oa]|recusad[oa]|cancelad[oa]|descartad[oa]',
		closed: 'fechad[oa]|encerrad[oa]|conclu[ií]d[oa]',
		active: 'ativ[oa]|abert[oa]',
		archived: 'arquivad[oa]|inativ[oa]|exclu[ií]d[oa]',
	},
	// `mil` is not a unit here: in English it is a million.
	units: { mi: 1e6, milhão: 1e6, milhões: 1e6, bi: 1e9, bilhão: 1e9, bilhões: 1e9 },
	headingUnits: {
		'mil r$': 1e3,
		'mil reais': 1e3,
		mil: 1e3,
		milhares: 1e3,
		'em milhares': 1e3,
		'r$ mil': 1e3,
		'em milhões': 1e6,
	},
	months: { stems: 'jan fev mar abr mai jun jul ago|agosto set|setembro out|outubro nov dez|dezembro' },
	dateWords: {
		weekdays: '(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo|seg|ter|qua|qui|sex|sáb|dom',
		clock: 'às?',
	},
	history: {
		from: ['etapa anterior|valor anterior|fase anterior'],
		to: ['nova etapa|novo valor|nova fase', 'etapa|fase'],
		deal: ['id oportunidade|id negócio', 'oportunidade|negócio|número'],
		at: ['data da mudança|data da alteração|alterado em|modificado em', 'data'],
		by: ['alterado por|modificado por'],
		field: ['campo'],
		before: 'anterior',
		when: 'data|quando',
	},
	pipelines: [
		{
			crm: 'HubSpot',
			open: 'Compromisso agendado > Qualificado para comprar > Apresentação agendada > Tomador de decisão envolvido > Contrato enviado',
			won: 'Negócio fechado',
			lost: 'Negócio perdido',
		},
		{
			crm: 'RD Station',
			open: 'Sem contato > Contato feito > Identificação do interesse > Apresentação > Proposta enviada',
			won: 'Vendido',
			lost: 'Perdido',
		},
		{
			crm: 'SugarCRM',
			open: 'Prospecção > Qualificação > Análise das Necessidades > Proposta de Valor > Id. dos Tomadores de Decisão > Análise de Percepção > Proposta/Cotação > Negociação/Revisão',
			won: 'Fechada Ganha',
			lost: 'Fechada Perdida',
		},
		{
			crm: 'SuiteCRM',
			open: 'Prospecção > Qualificação > Análise das Necessidades > Proposta de Valor > Identificação dos Decisores > Análise de Percepção > Proposta/Cotação > Negociação/Revisão',
			won: 'Ganhamos',
			lost: 'Perdemos',
		},
		{
			crm: 'EspoCRM',
			open: 'Prospectando > Qualificação > Necessita de Análise > Proposta de Valor > Identificação dos Decisores > Análise da Percepção > Proposta > Proposta/Cotação > Negociação > Negociação/Revisão',
			won: 'Ganha',
			lost: 'Perdida',
		},
		{ crm: 'Odoo', open: 'Novo > Qualificado > Proposta', won: 'Ganho' },
	],
};
