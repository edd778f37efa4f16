import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/domain/time.ts';
import { plusDays, weekday } from '../../../src/domain/time.ts';
import type { FormAbout } from '../../../src/presentation/forms/form-about.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { PUPIL_SAMPLES } from './pupil-samples.ts';
import { SAMPLES } from './samples.ts';
import { SCHOOL_SAMPLES } from './school-samples.ts';

/**
 * Days on which nothing has to be done at school, as form and input: the first day away may be any, and the next place, a
 * local authority's PEP or care plan review and a release from custody have calendars of their own; half-term is a holiday. Others are asked by `schoolDay` or, for what has been, `pastDay`.
 */
const ANY_DAY = [
  ...['autumn', 'spring', 'summer'].flatMap((term) => [
    `school-terms ${term}HalfStart`,
    `school-terms ${term}HalfEnd`,
  ]),
  'absence from',
  // A court, or an insurer, has no school calendar.
  'legal-hold until',
  'next-move on',
  'people jointReviewOn',
  'place releasedOn',
];

interface Asked {
  readonly form: string;
  readonly input: string;
  readonly say: string;
}

const saturdayAfter = (today: LocalDate) => plusDays(today, 6 - weekday(today) || 7);

/** Each day that a form asks, and what it says of the Saturday after today. */
function daysOf<Subject extends { readonly today: LocalDate }>(
  form: FormAbout<Subject, unknown>,
  subject: Subject,
  answered: Readonly<Record<string, string>>,
): Asked[] {
  const saturday = saturdayAfter(subject.today);
  const days = inputsOf(form.show(subject, 'once1').card).filter(({ type }) => type === 'Input.Date');
  return days.map(({ id }) => {
    const values = { ...answered, [String(id)]: saturday };
    const read = form.read(values, subject, () => 'new');
    const pointedOut = form.pointedOut(values, subject).find(({ input }) => input === id)?.say;
    const error = read.ok ? undefined : read.errors[String(id)];
    return { form: form.name, input: String(id), say: pointedOut ?? error ?? '' };
  });
}

const ALL: readonly Asked[] = [
  ...Object.values(SAMPLES).flatMap(({ form, subject, answered }) => daysOf(formOf(form), subject, answered)),
  ...Object.values(SCHOOL_SAMPLES).flatMap(({ form, about, answered }) => daysOf(form, about, answered)),
  ...Object.values(PUPIL_SAMPLES).flatMap(({ form, about, answered }) => daysOf(form, about, answered)),
];

describe('wherever a form asks for a day', () => {
  it.each(ALL)('the form $form, at $input, takes no weekend without a word', ({ form, input, say }) => {
    if (ANY_DAY.includes(`${form} ${input}`)) return;
    // What records something that has been takes no day still to come at all.
    expect(say).toMatch(/is no school day: it is a Saturday\.|is (?:still|yet) to come/);
  });

  it('a day on which something is to be done is pointed out', () => {
    const pointedOut = ALL.filter(({ say }) => say.includes('is no school day'));
    expect([...new Set(pointedOut.map(({ form, input }) => `${form} ${input}`))].sort()).toEqual(
      expect.arrayContaining([
        'absence until',
        'action due',
        'action-extend to',
        'action-reassign due',
        'bulk-reassign due',
        'outcome nextReviewBy',
        'plan-annual date',
        'plan-annual evidenceBy',
        'plan-meeting date',
        'plan-meeting evidenceBy',
      ]),
    );
  });
});
