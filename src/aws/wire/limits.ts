/** Bounds of the wire. AWS publishes few of these; the reasons are beside them. */

/** Organizations takes policy documents of up to 1,000,000 characters, which JSON may double; nothing else comes near. */
export const requestBytesMax = 4 * 1024 * 1024;

/** What is read and thrown away of a request that is too large, so that its sender comes to read the answer. */
export const discardedBytesMax = 16 * 1024 * 1024;

/** A body that has not come by then does not come. */
export const bodyReadMsMax = 30_000;

/** How long a connection that ends in an error is read on, so that its client comes to read the answer. */
export const lingerMsMax = 1_000;

/** Longer than any operation works: jobs run elsewhere. */
export const answerMsMax = 120_000;

/** Requests at work at once; one more is told to come back. Far above what one database connection can use. */
export const requestsAtOnceMax = 512;

/** AWS allows 15 minutes between a client's clock and its own. */
export const clockSkewMsMax = 15 * 60 * 1000;

/** A presigned URL lives seven days at most (AWS). */
export const presignedSecondsMax = 604_800;

/** Derived signing keys that are kept: one a day, Region, service and access key. */
export const signingKeysMax = 1024;

/** Of a structure inside a structure: the deepest input of the five services has 6 levels. */
export const nestingMax = 32;

/** Parameters of one request of the query protocol: 4 MiB would hold a million, and no input needs a thousand. */
export const formParametersMax = 10_000;

/** Of a text that is too long for its member: beyond this it is not held to its pattern as well. */
export const matchedTextMax = 2048;

/** Of a refused value, in its error message. */
export const printedValueMax = 2048;

/** Violations named in one error. */
export const violationsMax = 20;

/** Failed signatures are counted in windows of this length. */
export const failureWindowMs = 60_000;

/**
 * Failed signatures of one access key id in a window before the answer is ThrottlingException, and comes late. A secret has 240 bits, so
 * this is not for want of safety: it ends the noise. A test that flips every bit of a request stays below.
 */
export const failuresByKeyMax = 10_000;

/** The same for one source address, behind which many may stand. */
export const failuresBySourceMax = 20_000;

/** Keys and addresses that are counted at a time; the longest idle is forgotten first. */
export const failureCountersMax = 10_000;

/** How late the answer to one failure too many comes. */
export const throttledMs = 1_000;

/** Answers that wait at a time: more would take the place of honest requests. Beyond, they come at once. */
export const throttledAtOnceMax = 32;
