/** What the sidebar asks about formulas: the preview of a call and its insertion into the active cell. */
import type { Cell } from '../../core/cells/cell.ts';
import { shortestWords } from '../../core/formula/shortest-words.ts';
import { metricById } from '../../core/metrics/index.ts';
import { functionName } from '../../core/metrics/metric.ts';
import type { Unit } from '../../core/model/metric-result.ts';
import { OwnFormula } from '../../sheet/cell-writing.ts';
import { Failure } from '../../sheet/failure.ts';
import { blockFrom, contentIn, writeSpot } from '../../sheet/formula-spot.ts';
import type { FormulaRequest, RpcDeals } from '../contract/deals.ts';
import { requireShape } from '../contract/request-shape.ts';
import { answer, CellError } from '../doors.ts';
import type { Execution } from '../execution.ts';
import { metricCells } from '../formulas/custom-functions.ts';
import { type LiveRange, revisionReference } from '../formulas/formula-completion.ts';
import { type FormulaParts, formulaText, shownFormula } from '../formulas/formula-text.ts';
import { liveRangeOf } from '../formulas/live-range.ts';
import { numberFormat, onlyCurrency } from '../formulas/number-formats.ts';
import { configuredPipeline, nowOf } from '../pipeline-source.ts';

const MOST_ROWS = 12;
const MOST_OCCUPIED = 5;

interface Previewed {
	/** As it is written into the cell. */
	readonly parts: FormulaParts;
	readonly range: LiveRange;
	/** The whole answer; null with the problem in words. */
	readonly cells: Cell[][] | null;
	/** Of its columns. */
	readonly units: readonly Unit[];
	readonly currency: string;
	readonly problem: string;
}

/** @throws Failure `badRequest` for a metric that does not exist */
function previewed(execution: Execution, { metric, words: asked }: FormulaRequest): Previewed {
	const definition = metricById(metric);
	if (definition === undefined) throw new Failure('badRequest', { what: metric.slice(0, 60) });
	const configured = configuredPipeline(execution.document, nowOf(execution));
	const range = liveRangeOf(configured);
	const words = shortestWords(definition, configured.pipeline, asked);
	const revision = revisionReference(execution);
	const parts = { name: functionName(definition.id), range: range.text, words, revision };
	try {
		const { cells, units } = metricCells(execution, definition, words, configured.pipeline);
		return {
			parts,
			range,
			cells: Array.isArray(cells) ? cells : [[cells]],
			units,
			currency: onlyCurrency(configured.pipeline),
			problem: '',
		};
	} catch (thrown) {
		if (!(thrown instanceof CellError)) throw thrown;
		return { parts, range, cells: null, units: [], currency: '', problem: thrown.message };
	}
}

export const sidebarPreviewFormula: RpcDeals['sidebarPreviewFormula'] = (request) =>
	answer((execution) => {
		requireShape('previewFormula', request);
		const { parts, cells, units, problem } = previewed(execution, request);
		return {
			formula: formulaText(parts, execution.document.locale),
			shown: shownFormula(parts, execution.document.locale),
			rows:
				cells?.slice(0, MOST_ROWS).map((row) => row.map((cell) => (typeof cell === 'number' ? cell : String(cell)))) ??
				null,
			units,
			problem,
		};
	});

export const sidebarInsertFormula: RpcDeals['sidebarInsertFormula'] = (request) =>
	answer((execution) => {
		requireShape('insertFormula', request);
		const { parts, range, cells, units, currency, problem } = previewed(execution, request);
		if (cells === null) throw new Failure('badFormula', { problem });
		const { document } = execution;
		const active = document.spreadsheet.getCurrentCell();
		if (active === null) throw new Failure('sheetChanged');
		const cell = active.getA1Notation();
		const [rows, columns] = [cells.length, Math.max(...cells.map((row) => row.length))];
		const block = blockFrom(active, rows, columns);
		const { stages, history } = document.stored.sheets;
		const isOurs = [stages, history].includes(active.getSheet().getSheetId());
		if (isOurs || range.contains(block)) throw new Failure('cellInsideTable', { cell });
		const content = contentIn(block);
		const occupied = content.slice(0, MOST_OCCUPIED);
		if (content.length > 0 && !request.isReplacing)
			return { cell, occupied, more: content.length - occupied.length, isInserted: false };
		const formats = units.map((unit) => numberFormat(unit, currency));
		const formula = new OwnFormula(formulaText(parts, document.locale));
		writeSpot(block, formula, rows, columns, formats);
		return { cell, occupied: [], more: 0, isInserted: true };
	});
