import { longText } from '../../questions/text.ts';

/** Why a review that is closed is opened again. */
export const REOPEN = {
  why: longText({ label: 'Why is it opened again?', needed: 'Please say why.', called: 'Why' }),
} as const;
