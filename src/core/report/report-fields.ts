/** The columns that the figures of a report are based on beside the stages: they are read in one walk over the rows. */
import type { Field } from '../model/opportunity.ts';

export const REPORT_FIELDS: readonly Field[] = ['created', 'closed', 'amount', 'owner', 'reason'];
