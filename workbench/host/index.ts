/** What the page, the report and the tests use of the host. Only lists. load-bundle.ts (node) is imported by its own name. */
export { a1Of, cellName, columnName, parseA1, quotedSheetName, rectOf } from './a1.ts';
export { Bundle, type BundleGlobal, type RpcOutcome } from './bundle.ts';
export { setClock } from './clock.ts';
export { displayValue } from './display-value.ts';
export { type Edit, editEvent } from './edit-event.ts';
export { argumentValues, evaluateFormula, type FormulaResult, parseFormulaCall } from './formula-call.ts';
export { FormulaCells } from './formula-cells.ts';
export type { FrontEnd, Page } from './front-end.ts';
export { createHost, type Host, type HostOptions, type LogEntry } from './host.ts';
export { MemoryStore } from './memory-store.ts';
export type { MenuEntry } from './menu.ts';
export { inRealm, type Realm } from './realm.ts';
export { isDateFormat, serialOf, wallClockOfSerial } from './serial-date.ts';
export { UserActions, writeOfStored } from './user-actions.ts';
