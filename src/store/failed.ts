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
  return `That failed (${[name, code].filter(Boolean).join(', ')}).`;
}
