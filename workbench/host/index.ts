/**
 * What the page, the report and the tests use of the host. Only lists. load-bundle.ts (node) is imported by its own
 * name.
 */
export { Bundle } from './bundle.ts';
export { evaluateFormula, type FormulaResult } from './formula-call.ts';
export { FormulaCells } from './formula-cells.ts';
export { createHost, type Host, type HostOptions } from './host.ts';
export { MemoryStore } from './memory-store.ts';
export { UserActions } from './user-actions.ts';
