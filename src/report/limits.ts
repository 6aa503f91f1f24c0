/** Columns of a report when nobody says otherwise, and the narrowest that the drawing fits in. */
export const REPORT_WIDTH = 80;
/** Evidence of one finding that is kept when many copies share it; each copy would add its own recovery point. */
export const EVIDENCE_MAX = 6;
/** Lines of one quoted statement: a policy of many actions would hide the mend below it. */
export const QUOTE_LINES_MAX = 16;
/** Copies that a text lists one by one. `--output json` has all. */
export const COPIES_LISTED_MAX = 40;
/** Chains drawn in full: beyond, the table says more in less room. */
export const CHAINS_DRAWN_MAX = 1;
/** Faults that a text tells in full: those that stop most copies. Nobody mends more before asking again. */
export const FINDINGS_LISTED_MAX = 20;
/** And what is only worth knowing. */
export const REMARKS_LISTED_MAX = 10;
