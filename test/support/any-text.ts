import fc from 'fast-check';

/**
 * Any text at all, lone halves of a pair included. fast-check's own (`unit: 'binary'`) makes a table of all that Unicode has
 * before it begins, which takes seconds.
 */
export const anyText = ({ maxLength = 60 }: { maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength })
    .map((points) => points.map((point) => String.fromCodePoint(point)).join(''));
