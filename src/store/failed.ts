/** The system's codes that an IT manager can do something about. */
const IN_PLAIN_WORDS: Readonly<Record<string, string>> = {
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may store no more there',
  EACCES: 'this user may not use that folder',
};

/**
 * What failed, in words for an IT manager: an error of one of the kinds `inWords` says it itself; of any other, whose words may
 * quote somebody, only its name and code are said.
 */
export function failedWords(
  error: unknown,
  inWords: readonly (abstract new (...given: never) => Error)[],
): string {
  if (error instanceof Error && inWords.some((kind) => error instanceof kind)) return error.message;
  const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
  const known = typeof code === 'string' && Object.hasOwn(IN_PLAIN_WORDS, code) && IN_PLAIN_WORDS[code];
  if (known) return `That failed: ${known} (${code}).`;
  return `That failed (${[name, code].filter(Boolean).join(', ')}).`;
}
