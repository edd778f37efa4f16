/** "1 pupil was erased here, and is not taken."; nothing, where there is none. */
export function erasedLines(erased: number): readonly string[] {
  if (erased === 0) return [];
  return erased === 1
    ? ['1 pupil was erased here, and is not taken.']
    : [`${erased} pupils were erased here, and are not taken.`];
}
