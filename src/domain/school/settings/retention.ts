import { oneOf } from '../../questions/choice.ts';
import { shortText } from '../../questions/text.ts';
import { KEPT_TO_AGE, keptToAge, TRAIL_KEPT_YEARS, trailYears } from '../retention.ts';
import { KEPT_TO, TRAIL_YEARS, type Whole, wholeIn } from './limits.ts';
import { type OfSchool, setting } from './setting.ts';

/** Codes stand in forms that are open: they are only ever added. */
const REMOVED = {
  asked: 'When our IT manager runs the command for it',
  daily: 'By itself, each day',
} as const;

/** A number of years, whole and within limits. */
const yearsWithin = (
  limits: Whole,
  asking: { readonly label: string; readonly hint: string; readonly needed: string },
) =>
  shortText<OfSchool>({
    ...asking,
    longest: 2,
    check: (text) =>
      wholeIn(text, limits) === undefined
        ? `Please write a whole number of years from ${limits.from} to ${limits.to}.`
        : undefined,
  });

/** How long what is stored of a child is kept, and what removes it then. */
export const retention = setting({
  name: 'school-retention',
  title: 'How long it is kept',
  open: 'How long a child’s data is kept',
  send: 'Save',
  keys: ['retention'],
  ask: () =>
    `What is stored of a child is kept to a birthday: the one at ${KEPT_TO_AGE}, as the records toolkit for schools (IRMS) has it for SEND files, unless your school’s own schedule says another. Where one child’s is needed for longer, say so on “review pupil”. Who has looked at it is kept for ${TRAIL_KEPT_YEARS} years, unless you set others.`,
  notification: () => 'SEND reviews: how long the school keeps what it has',
  freeText: false,
  questions: {
    age: yearsWithin(KEPT_TO, {
      label: 'Kept to the birthday at',
      hint: String(KEPT_TO_AGE),
      needed: 'Please write an age.',
    }),
    trail: yearsWithin(TRAIL_YEARS, {
      label: 'Who has looked is kept for (years)',
      hint: String(TRAIL_KEPT_YEARS),
      needed: 'Please write a number of years.',
    }),
    removed: oneOf({ options: REMOVED, label: 'After that, it is removed' }),
  },
  values: ({ school }) => ({
    age: String(keptToAge(school)),
    trail: String(trailYears([school])),
    removed: school.retention?.daily ? 'daily' : 'asked',
  }),
  said: () => 'Saved: what is stored of a child is kept so long.',
  decide({ school }, answers) {
    const { retention: _, ...rest } = school;
    const age = wholeIn(answers.age, KEPT_TO) ?? KEPT_TO_AGE;
    const years = wholeIn(answers.trail, TRAIL_YEARS) ?? TRAIL_KEPT_YEARS;
    const set = {
      ...(age !== KEPT_TO_AGE && { age }),
      ...(years !== TRAIL_KEPT_YEARS && { trailYears: years }),
      ...(answers.removed === 'daily' && { daily: true as const }),
    };
    return { ok: true, school: { ...rest, ...(Object.keys(set).length > 0 && { retention: set }) } };
  },
});
