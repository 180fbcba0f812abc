/*
 * The limits that protect the process from its clients, its log and the size of a fleet. What a client sees at each is in
 * docs/reliability.md.
 */

/** Sockets open at once. One more closes the one that has been idle the longest. */
export const MOST_CONNECTIONS = 512;

/** Requests of one socket that wait behind one that is not answered yet. One more closes the socket. */
export const MOST_WAITING_REQUESTS = 8;

/** From the first byte of a request, or from the connection, to the last of its headers. */
export const LONGEST_HEADERS_MS = 5000;

/** From the first byte of a request to the last of its body. */
export const LONGEST_REQUEST_MS = 10_000;

/** How long a socket is kept for a next request. */
export const LONGEST_IDLE_MS = 65_000;

/** Target and headers of one request together. */
export const MOST_HEADER_BYTES = 16_384;

/** How long bytes may wait for a client that does not read: enough for the largest answer over a poor connection. */
export const LONGEST_READ_MS = 10_000;

/** How often sockets are looked at for these limits. */
export const SWEEP_INTERVAL_MS = 1000;

/** Different texts of one request header whose meaning is remembered. */
export const MOST_REMEMBERED_HEADERS = 100;

/** What is kept of a log that cannot be written: the first lines of a trouble tell most of it. */
export const MOST_KEPT_LOG_BYTES = 262_144;

/** Request ids that one line of the log names of those that met a failure which is known already. */
export const MOST_IDS_IN_A_LINE = 1000;

/** Ranges of buckets that are read, or were just read, at a time: a rollout asks for one after the other. */
export const MOST_RANGES = 4;

/** Ranges of the history that are kept encoded. */
export const MOST_KEPT_RANGES = 8;

/*
 * How large each file of the state directory may become: 7 MB together, and while one is written anew three quarters of it
 * once more.
 */
export const MOST_HISTORY_BYTES = 1_048_576;
export const MOST_PROCESSES_BYTES = 2_097_152;
export const MOST_SAMPLES_BYTES = 4_194_304;

/** What may be added to such a file, or a quarter of it where that is more, before it is written anew: the next start reads it. */
export const MOST_ADDED_BYTES = 65_536;

/** How long the end of the process waits for the state directory. */
export const LONGEST_LAST_WRITE_MS = 1000;

/** Addresses of which wrong tokens are remembered. */
export const MOST_FAILING_ADDRESSES = 1000;

/** Links for walls that were used and have not ended: each lasts ten minutes. */
export const MOST_USED_LINKS = 1000;

/** Visitors that the log has told of lately. */
export const MOST_KNOWN_VISITORS = 500;
