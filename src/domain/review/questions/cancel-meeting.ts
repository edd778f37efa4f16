import { longText } from '../../questions/text.ts';

/** Why a meeting is called off. */
export const CANCEL_MEETING = {
  why: longText({ label: 'Why is the meeting called off?', needed: 'Please say why it is called off.' }),
} as const;
