/** All functions of the server that a page may call. Types only. */
import type { RpcDeals } from './deals.ts';
import type { RpcHistory } from './history.ts';
import type { RpcSheet } from './sheet-and-settings.ts';

/**
 * The server's callable functions by name; a page calls each as `google.script.run.<name>(argument)`.
 * Later issues widen this list; each name is in the frozen list of globals.
 */
export interface Rpc extends RpcSheet, RpcDeals, RpcHistory {}
