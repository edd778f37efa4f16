import { openActions } from '../../../src/domain/nudges/overview.ts';
import { SCHOOL_FORMS } from '../../../src/presentation/forms/index.ts';
import type { SchoolSubject } from '../../../src/presentation/forms/school-form.ts';
import { ASSISTANT, anAction, aReview, aSchool, SENCO, STAFF, TEACHER } from '../../support/builders.ts';

const TODAY = '2026-12-09';
const absent = { from: '2026-12-07', until: '2026-12-18' };
const away = aSchool({ staff: STAFF.map((one) => (one.email === TEACHER ? { ...one, absent } : one)) });
/** So many open actions, of a colleague who is away. */
export const actions = (many: number) =>
  openActions(
    [
      aReview({
        stage: 'acting',
        actions: Array.from({ length: many }, (_, at) =>
          anAction({ id: `a${at}`, what: `Thing ${at} ${'and more '.repeat(at * 10)}` }),
        ),
      }),
    ],
    away,
    TODAY,
  );
/** What a form about a school is about. */
export const subject = (more: Partial<SchoolSubject> = {}): SchoolSubject => ({
  school: away,
  who: SENCO,
  today: TODAY,
  actions: [],
  charges: [],
  ...more,
});

/** The forms about a school, by the name of their golden page. */
export const SCHOOL_SAMPLES = {
  absence: {
    form: SCHOOL_FORMS.absence,
    about: subject(),
    answered: { person: ASSISTANT, from: '2026-12-09', until: '2026-12-14' },
    becomes: { type: 'mark-absent', person: ASSISTANT, from: '2026-12-09', until: '2026-12-14' },
  },
  'absence-again': {
    form: SCHOOL_FORMS.absence,
    about: subject({ about: TEACHER }),
    answered: { person: TEACHER, from: '2026-12-07', until: '2026-12-21' },
    becomes: { type: 'mark-absent', person: TEACHER, from: '2026-12-07', until: '2026-12-21' },
  },
  'bulk-reassign': {
    form: SCHOOL_FORMS['bulk-reassign'],
    about: subject({
      about: TEACHER,
      actions: actions(3),
      charges: [
        { what: 'support', id: 'provision-1', text: 'Paired reading', starts: '2026-11-25' },
        { what: 'request', id: 'top-up', text: 'Top-up funding', sendBy: '2026-12-14' },
      ],
    }),
    answered: { to: ASSISTANT, due: '2026-12-21' },
    becomes: { type: 'give-away', from: TEACHER, to: ASSISTANT, due: '2026-12-21' },
  },
  'bulk-reassign-many': {
    form: SCHOOL_FORMS['bulk-reassign'],
    about: subject({ about: TEACHER, actions: actions(12) }),
    answered: { to: ASSISTANT, due: '' },
    becomes: { type: 'give-away', from: TEACHER, to: ASSISTANT },
  },
} as const;
