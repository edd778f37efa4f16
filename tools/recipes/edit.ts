/** Something put into a file that is there. */
export interface Edit {
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly after: string;
  /** What is put straight after it. */
  readonly put: string;
}

/**
 * `text` with the edit made.
 * @throws {Error} naming the file, where the text to put it after is not there, or not just once
 */
export function applyEdit(text: string, { file, after, put }: Edit): string {
  const [before, rest, ...more] = text.split(after);
  if (before === undefined || rest === undefined || after === '')
    throw new Error(`${file} no longer has the text to put something after: ${JSON.stringify(after)}`);
  if (more.length > 0)
    throw new Error(
      `${file} has this text ${more.length + 1} times, and it must be one place: ${JSON.stringify(after)}`,
    );
  return `${before}${after}${put}${rest}`;
}
