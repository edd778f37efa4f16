import type { Slip } from './plan-pupils.ts';

/** A number that is another pupil's, in words; `who` and `of` are the two as they are called there. */
export const slipWords = (number: Slip['number'], who: string, of: string): string =>
  number === 'upn'
    ? `${who}: the UPN on the list is the one ${of} has here, so it is not taken. Please look which is right.`
    : `${who}: the reference on the list is the one ${of} has here, so it is not taken. Please look which is right.`;
