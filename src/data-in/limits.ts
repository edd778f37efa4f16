/*
 * What an import may be at most: far more than any school needs, and so little that nobody waits for whatever somebody sends.
 */

/** In bytes, all files of one import together, as they come. */
export const MOST_BYTES_IN = 10 * 1024 * 1024;

/** Files of one import; an archive is one. */
export const MOST_FILES_IN = 50;

/** Rows of pupils; the largest schools have about 3,000. */
export const MOST_ROWS = 20_000;

/** In characters, of one cell. */
export const LONGEST_CELL = 1000;

/** So many faults are listed one by one; of more, how many there are. */
export const MOST_FAULTS = 200;
