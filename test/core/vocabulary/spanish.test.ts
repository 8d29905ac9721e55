/** What the Spanish words make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'Spanish',
	headings: {
		id: ['Identificador', 'Folio', 'Número'],
		name: ['Nombre del negocio', 'Oportunidad', 'Proyecto'],
		stage: ['Etapa', 'Etapa de venta', 'Fase', 'Etapa del negocio'],
		status: ['Estado', 'Resultado'],
		amount: ['Importe', 'Monto', 'Valor estimado', 'Presupuesto'],
		currency: ['Moneda', 'Divisa'],
		created: ['Fecha de creación', 'Creado el', 'Fecha de alta'],
		closed: ['Fecha de cierre', 'Fecha de firma'],
		expectedClose: ['Fecha de cierre prevista', 'Cierre estimado', 'Fecha de vencimiento'],
		owner: ['Propietario', 'Vendedora', 'Asesor comercial'],
		source: ['Origen', 'Fuente del lead'],
		reason: ['Motivo de pérdida', 'Razón de la pérdida', 'Motivo de rechazo'],
		probability: ['Probabilidad', 'Probabilidad de cierre'],
		lostFrom: ['Etapa de pérdida'],
	},
	kinds: {
		won: ['Ganado', 'Cierre ganado', 'Vendida', 'Venta cerrada', 'Ganado por precio', 'Ya firmado'],
		lost: ['Perdido', 'Cierre perdido', 'Rechazada', 'Sin interés', 'No viable', 'Descartado'],
		parked: ['En espera', 'Pospuesto'],
		ending: ['Cerrado', 'Finalizada', 'No firmado'],
		open: ['Propuesta enviada', 'Cita programada', 'En espera de firma', 'Por firmar'],
	},
	order: [
		'Prospección',
		'Contactado',
		'Calificación',
		'Análisis de necesidades',
		'Demostración',
		'Solución',
		'Cotización enviada',
		'Negociación',
		'Firma del contrato',
	],
	neverWon: ['No ganado', 'Nunca ganado', 'Sin éxito', 'No concretado', 'Sin venta', 'Ganado: no'],
	notYet: ['Casi ganado', 'Aún no firmado', 'Todavía no ganado', 'A punto de ser ganado', 'Ganado (pendiente)'],
	totals: ['Total general', 'Subtotal', 'Suma'],
	totalsOf: [
		['Total general Propuesta', 'propuesta'],
		['Total Propuesta', 'propuesta'],
		['Propuesta: subtotal', 'propuesta'],
	],
	noTotals: ['Sumario', 'Propuesta'],
});
