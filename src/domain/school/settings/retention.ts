import { oneOf } from '../../questions/choice.ts';
import { shortText } from '../../questions/text.ts';
import { KEPT_TO_AGE } from '../retention.ts';
import { KEPT_TO, wholeIn } from './limits.ts';
import { type OfSchool, setting } from './setting.ts';

/** Codes stand in forms that are open: they are only ever added. */
const REMOVED = {
  asked: 'When our IT manager runs the command for it',
  daily: 'By itself, each day',
} as const;

/** How long what is stored of a child is kept, and what removes it then. */
export const retention = setting({
  name: 'school-retention',
  title: 'How long it is kept',
  open: 'How long a child’s data is kept',
  send: 'Save',
  keys: ['retention'],
  ask: () =>
    `What is stored of a child is kept to a birthday: the one at ${KEPT_TO_AGE}, as the records toolkit for schools (IRMS) has it for SEND files, unless your school’s own schedule says another. Where one child’s is needed for longer, say so on “review pupil”.`,
  notification: () => 'SEND reviews: how long the school keeps what it has',
  freeText: false,
  questions: {
    age: shortText<OfSchool>({
      label: 'Kept to the birthday at',
      hint: String(KEPT_TO_AGE),
      longest: 2,
      needed: 'Please write an age.',
      check: (text) =>
        wholeIn(text, KEPT_TO) === undefined
          ? `Please write a whole number of years from ${KEPT_TO.from} to ${KEPT_TO.to}.`
          : undefined,
    }),
    removed: oneOf({ options: REMOVED, label: 'After it, all of it is removed' }),
  },
  values: ({ school: { retention: set } }) => ({
    age: String(set?.age ?? KEPT_TO_AGE),
    removed: set?.daily ? 'daily' : 'asked',
  }),
  said: () => 'Saved: what is stored of a child is kept so long.',
  decide({ school }, answers) {
    const { retention: _, ...rest } = school;
    const age = wholeIn(answers.age, KEPT_TO) ?? KEPT_TO_AGE;
    const set = {
      ...(age !== KEPT_TO_AGE && { age }),
      ...(answers.removed === 'daily' && { daily: true as const }),
    };
    return { ok: true, school: { ...rest, ...(Object.keys(set).length > 0 && { retention: set }) } };
  },
});
