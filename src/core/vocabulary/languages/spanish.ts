/** What Spanish tells about deal tables. */
import type { Language } from './language.ts';

export const spanish: Language = {
	name: 'Spanish',
	code: 'es',
	isSpaced: true,
	headings: {
		id: [
			'identificador',
			'número|folio|codigo|referencia|nro|id de negocio|código de oportunidad|no|n°|ref|clave|no de oportunidad|no oportunidad|n° de oportunidad|n° oportunidad|nro de oportunidad|nro oportunidad|número de oportunidad|número de negocio|no de negocio|no de folio|número de folio|número de cotización|no de cotización|id de oportunidad|id oportunidad|id negocio|código de negocio|código oportunidad|num|núm',
		],
		name: [
			'nombre|título|oportunidad|negocio|trato|nombre del negocio|nombre de la oportunidad|nombre del trato',
			'proyecto|candidato|candidata|asunto|descripción|prospecto|nombre del proyecto',
			'cliente|empresa|razon social|cuenta|compañía|organización|nombre del cliente|nombre de la empresa|nombre de la cuenta|contacto',
		],
		stage: [
			'etapa|etapa de venta|fase|fase de venta|etapa de ventas|fase de ventas|etapa del negocio|etapa comercial|etapa de la oportunidad',
			'paso|avance|progreso|etapa del embudo',
			'estado|estatus|situación',
		],
		status: ['estado|resultado|estatus', 'resultado final|estado del negocio'],
		amount: [
			'importe|monto|valor|importe total|monto total|valor total|valor estimado|monto estimado|importe estimado|valor del negocio|valor de la oportunidad',
			'precio|presupuesto|ingresos|valor del contrato|monto de venta|importe previsto|valor cotizado|monto cotizado',
			'ingresos esperados|ingreso esperado|ingresos previstos|facturación',
		],
		currency: ['moneda|divisa'],
		created: [
			'fecha de creación|fecha creación|creado|creado el|creado en|fecha de creado',
			'fecha de inicio|fecha de alta|fecha de entrada|fecha inicio|fecha de apertura|fecha de registro|fecha de ingreso|primer contacto|fecha de contacto|fecha de primer contacto|fecha de solicitud|fecha de recepción|recibido el|fecha de captura|capturado el|registrado el|registrada el|abierto el|ingresado el|fecha ingreso|fecha alta|fecha registro|fecha apertura|fecha solicitud|fecha de captación|fecha de llegada|fecha primer contacto|dado de alta',
			'fecha|mes',
		],
		closed: [
			'fecha de cierre|cerrado el|cerrado en|fecha cierre|fecha de cierre real|fecha real de cierre',
			'fecha de fin|fecha fin|fecha de firma|fecha de venta|fecha de finalización|fecha de decisión|fecha de término|firmado el',
		],
		expectedClose: [
			'fecha de cierre prevista|fecha prevista de cierre|fecha estimada de cierre|cierre previsto|fecha de cierre estimada|fecha de cierre esperada|cierre estimado|cierre esperado|fecha esperada de cierre|fecha probable de cierre|cierre estimado el',
			'fecha de vencimiento|fecha prevista|fecha estimada|fecha límite|fecha objetivo',
		],
		owner: [
			'propietario|propietaria|responsable|comercial|vendedor|vendedora|titular|asesor|asesora|ejecutivo|ejecutiva|consultor|consultora|asignado a|agente|encargado|encargada|ejecutivo de ventas|ejecutivo comercial|asesor comercial|asesor de ventas',
			'gestor|gestora|usuario|representante|reclutador',
		],
		source: [
			'origen|fuente|fuente del lead|origen del lead|fuente principal|procedencia|origen del cliente|fuente de origen|fuente de prospecto',
			'canal|medio|campaña|canal de venta',
		],
		reason: [
			'motivo|motivo de pérdida|motivo de la pérdida|razón de pérdida|razón de la pérdida|causa|razon|causa de pérdida|motivo de rechazo|motivo de descarte|razón de rechazo',
			'motivo de cierre|razón de cierre|motivo de éxito',
		],
		probability: ['probabilidad|probabilidad de cierre|probabilidad de éxito|probabilidad de ganar', 'posibilidad'],
		lostFrom: ['etapa de pérdida|etapa de la pérdida|fase de pérdida|perdido en etapa', 'última etapa|etapa anterior'],
	},
	others: {
		date: 'ultim[oa]s?|proxim[oa]s?|modific~|actualiz~|seguimiento|entrega|nacimiento|factura|renovación|inicio del? contrato|inicio (?:previsto|esperado)',
		number: 'ponderad[oa]|descuento|impuestos?|iva|comisión|costo|coste|margen|cantidad|unidades',
		party: 'ponder~|cliente|iva',
	},
	frame: {
		rows: 'negocio|oportunidad|trato|registro|negociac[ai]on',
		of: 'de la|del|de los|de las|de',
		currentAfter: 'actual|neto|bruto',
		nameOf: 'nombre',
		when: 'fecha|hora',
		entered: 'fecha de (?:entrada|ingreso) (?:a|en)|entró (?:a|en)|pasó a',
		sequence: 'orden|número|posición',
		step: 'etapa|fase|paso',
		customer: 'cliente',
	},
	stages: {
		won: 'ganad[oa]s?|vendid[oa]s?|exito|exitos[oa]|venta (?:cerrada|concretada|realizada)|ganamos',
		signed: 'firmad[oa]s?',
		weakWon:
			'^(?:nuevo )?cliente$|aprobad[oa]|^(?:venta|pedido)$|(?:oferta|propuesta|presupuesto|cotización) aceptad[oa]|adjudicad[oa]s?|pagad[oa]s?|facturad[oa]s?|entregad[oa]s?|contratad[oa]s?',
		lost: 'perdid[oa]s?|pérdida|perdimos|rechazad[oa]s?|cancelad[oa]s?|anulad[oa]s?|descartad[oa]s?|sin interes|desist~|no interesad[oa]s?|no (?:calificad[oa]|cualificad[oa]|viable|procede|apto|adjudicad[oa]s?)|declinad[oa]s?|desestimad[oa]s?|descalificad[oa]s?|abandonad[oa]s?|fracas~|fallid[oa]s?|caíd[oa]s?',
		parked:
			'en espera(?! de)|en pausa|pausad[oa]s?|aplazad[oa]s?|pospuest[oa]s?|postergad[oa]s?|suspendid[oa]s?|congelad[oa]s?|diferid[oa]s?',
		ending:
			'cerrad[oa]s?|terminad[oa]s?|finalizad[oa]s?|concluid[oa]s?|completad[oa]s?|archivad[oa]s?|vencid[oa]s?|caducad[oa]s?|inactiv[oa]s?',
		closing: 'cerrad[oa]s?|terminad[oa]s?|finalizad[oa]s?|completad[oa]s?|concluid[oa]s?',
		open: 'en curso|abiert[oa]s?|activ[oa]s?|en proceso|en progreso|vigente',
		uncontacted: '(?:sin |no |por |aún no )contact~',
		places: {
			lead: 'prospecc~|prospect~|nuev[oa]s?|sin contactar|potencial~|identificad[oa]|identificación|recibid[oa]s?|entrante',
			contact: 'contactad[oa]s?|contacto|primer contacto|llamad[oa]s?|acercamiento|abordaje',
			qualified: 'calificad[oa]s?|cualificad[oa]s?|calificacion|cualificacion|precalific~|perfilad[oa]',
			needs:
				'necesidad~|reuni[óo]n|análisis|diagnóstico|descubrimiento|levantamiento|relevamiento|agend~|cita|entrevista',
			demo: 'presentaci[óo]n|demostrac~|prueba|visita|piloto|evaluación',
			solution:
				'solución|diseño|propuesta de valor|valor de la propuesta|(?:identific~ a los )?tomador~(?: de decis~)?|decisor(?:es)?|análisis de (?:la )?percepción',
			proposal: 'propuesta|cotizaci[óo]n|cotizad[oa]|presupuest~|oferta|ofertad[oa]|licitación',
			negotiation: 'negociaci~|negociad[oa]|decisión|seguimiento|aprobación',
			contract: 'contrato~|contratación|firma|pedido|orden de compra|pago|anticipo|cierre|legal',
		},
	},
	negation: {
		before: 'no|sin|nunca|jamas|ni|tampoco',
		after: 'no|nunca',
		wins: 'concretad[oa]s?|concretó|compra|comprar|compró|venta',
		notYetBefore:
			'aun no|todavia no|casi|a punto de|por(?= (?:firmar|ganar|cerrar|confirmar|vender))|potencia[il]~|pendientes?|pronto|próxim[oa]s?|probable~|esperad[oa]s?|previst[oa]s?|en espera de|falta',
		notYetAfter: 'aún|todavía|pendientes?|esperad[oa]s?|previst[oa]s?|probable|en breve|próximamente',
	},
	processes: 'embudo|embudo de ventas|proceso de venta|proceso de ventas|proceso|canal de ventas',
	totals: 'total general|suma|subtotal|subtotales|totales|promedio|media|sumatoria',
	pivots: 'cuenta de|suma de|promedio de|etiquetas de fila|etiquetas de columna',
	flags: {
		yes: 'sí|si|verdadero|s',
		no: 'falso',
		own: 'es|esta|fue',
		won: 'ganad[oa]|vendid[oa]|convertid[oa]|firmad[oa]',
		lost: 'perdid[oa]|rechazad[oa]|cancelad[oa]',
		closed: 'cerrad[oa]',
		active: 'activ[oa]|abiert[oa]|vigente',
		archived: 'archivad[oa]|inactiv[oa]|eliminad[oa]',
	},
	// `mil` is not a unit here: in English it is a million.
	units: { millón: 1e6, millones: 1e6, mill: 1e6, mills: 1e6 },
	headingUnits: {
		'mil €': 1e3,
		'mil euros': 1e3,
		'mil pesos': 1e3,
		miles: 1e3,
		'en miles': 1e3,
		'miles de €': 1e3,
		'en millones': 1e6,
	},
	months: { stems: 'ene feb mar abr may jun jul ago sep|set oct nov dic' },
	dateWords: {
		weekdays: 'lunes|martes|miércoles|jueves|viernes|sábado|domingo|lun|mar|mié|jue|vie|sáb|dom',
		clock: 'a las?',
		silent: 'el|del',
	},
	history: {
		from: ['etapa anterior|valor anterior|fase anterior'],
		to: ['nueva etapa|valor nuevo|nuevo valor|etapa nueva|nueva fase', 'etapa|fase'],
		deal: ['id oportunidad|id negocio', 'oportunidad|negocio|número'],
		at: ['fecha de cambio|modificado el|fecha de modificación', 'fecha'],
		by: ['modificado por|cambiado por'],
		field: ['campo'],
		before: 'anterior',
		when: 'fecha|cuando',
	},
	pipelines: [
		{
			crm: 'HubSpot',
			open: 'Cita programada > Calificado para comprar > Presentación programada > Propuesta aceptada > Contrato enviado',
			won: 'Cierre ganado',
			lost: 'Cierre perdido',
		},
		{
			crm: 'SuiteCRM',
			open: 'Prospecto > Calificación > Análisis de las necesidades > Propuesta de Valor > Identificar a los tomadores de decisión > Análisis de Percepción > Propuesta/Presupuesto > Negociación/Revisión',
			won: 'Ganado',
			lost: 'Cerrado perdido',
		},
		{
			crm: 'EspoCRM',
			open: 'Prospección > Calificación > Análisis de Necesidades > Valor de la Propuesta > Id. Tomadores de Decisiones > Análisis de la Percepción > Propuesta/precio Presupuesto > Negociación/Revisión',
			won: 'Cerrado Ganado',
			lost: 'Cerrado Perdido',
		},
		{
			crm: 'EspoCRM (Mexico)',
			open: 'Prospección > Calificación > Análisis de Necesidades > Propuesta de Valor > Id. Tomadores de Decisiones > Análisis de la Percepción > Cotización con Propuesta > Cotización con Propuesta/Precio > Negociación > Negociación/Revisión',
			won: 'Cerrado Ganado',
			lost: 'Cerrado Perdido',
		},
		{ crm: 'Odoo', open: 'Nuevo > Calificado > Propuesta', won: 'Ganado' },
	],
};
