/** A command line or a file that cannot be used, with one sentence. */
export class ReportError extends Error {}
