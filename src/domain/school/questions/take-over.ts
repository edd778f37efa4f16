import { oneOf } from '../../questions/choice.ts';

/** That a pupil is the one whose plan's dates another school hands on. */
export const TAKE_OVER = {
  sure: oneOf({
    options: { yes: 'Yes, it is the same child: bring the dates in' },
    label: 'Is this the same child?',
    needed: 'Please say that it is the same child. If it is not, leave this.',
  }),
} as const;
