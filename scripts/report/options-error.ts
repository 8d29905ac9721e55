/** A command line or a file that can not be used, with one sentence. */
export class ReportError extends Error {}
