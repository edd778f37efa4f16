import { describe, expect, it } from 'vitest';
import { isCheckedUpn, UPN } from '../../../src/domain/school/pupil-values.ts';

describe('the letter of a UPN', () => {
  it.each([
    // 8×2 + 1×4 + 2×5 + 5×10 + 1×13 = 93; 93 − 4×23 = 1, the second letter.
    ['B801200005001', true],
    ['A801200005001', false],
    // 368 = 16×23: nothing is left over, the first letter.
    ['A123456789012', true],
    // Two digits changed about.
    ['A213456789012', false],
    // A temporary one: its last letter, C, counts 2, as the digit did.
    ['A12345678901C', true],
    ['A12345678901D', false],
  ])('%s: %s', (upn, right) => {
    expect(UPN.read(upn)).toBe(upn);
    expect(isCheckedUpn(upn)).toBe(right);
  });
});
