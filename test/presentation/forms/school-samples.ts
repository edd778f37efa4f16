import { readDays } from '../../../src/conversation/dates/read-days.ts';
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
  readDays: (text) => readDays(text, { today: TODAY, school: away }),
  ...more,
});

const TERMS_2026 = {
  ...{ autumnStart: '2026-09-01', autumnEnd: '2026-12-18' },
  ...{ autumnHalfStart: '2026-10-26', autumnHalfEnd: '2026-10-30' },
  ...{
    springStart: '2027-01-04',
    springEnd: '2027-03-25',
    springHalfStart: '2027-02-15',
    springHalfEnd: '2027-02-19',
  },
  ...{ summerStart: '2027-04-12', summerEnd: '2027-07-21' },
  ...{ summerHalfStart: '2027-05-31', summerHalfEnd: '2027-06-04' },
};
const KNOWN_AUTHORITY = {
  ...{ leadWeeks: '10', sendiassName: '', sendiassContact: '' },
  ...{ mediationName: '', mediationContact: '' },
};
const AUTHORITY = { ...KNOWN_AUTHORITY, name: 'Elmshire' };

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
  'add-colleague': {
    form: SCHOOL_FORMS['add-colleague'],
    about: subject(),
    answered: { name: 'Nia New', address: 'Nia.New@Oakfield.example', role: 'staff' },
    becomes: { type: 'add-colleague', name: 'Nia New', address: 'nia.new@oakfield.example', role: 'staff' },
  },
  'change-colleague': {
    form: SCHOOL_FORMS['change-colleague'],
    about: subject({ about: TEACHER }),
    answered: { name: 'Tom Married', address: TEACHER, role: 'leader' },
    becomes: {
      type: 'change-colleague',
      person: TEACHER,
      name: 'Tom Married',
      address: TEACHER,
      role: 'leader',
    },
  },
  'school-terms': {
    form: SCHOOL_FORMS['school-terms'],
    about: subject({ about: '2026' }),
    answered: TERMS_2026,
    becomes: { type: 'set', setting: 'school-terms', answers: TERMS_2026 },
  },
  'school-days': {
    form: SCHOOL_FORMS['school-days'],
    about: subject(),
    answered: { insetDays: 'Tue 1 Sep 2026\n4/1/2027', closures: 'Thu 6 May 2027' },
    becomes: {
      ...{ type: 'set', setting: 'school-days' },
      answers: { insetDays: 'Tue 1 Sep 2026\n4/1/2027', closures: 'Thu 6 May 2027' },
    },
  },
  'school-reminders': {
    form: SCHOOL_FORMS['school-reminders'],
    about: subject(),
    answered: {
      ...{ hour: '08:30', before: '5, 1', whileOverdue: 'Monday,Wednesday' },
      ...{ sencoAfter: '3', leaderAfter: '8' },
    },
    becomes: {
      ...{ type: 'set', setting: 'school-reminders' },
      answers: {
        ...{ hour: '08:30', before: '5, 1', whileOverdue: ['Monday', 'Wednesday'] },
        ...{ sencoAfter: '3', leaderAfter: '8' },
      },
    },
  },
  'school-safeguarding': {
    form: SCHOOL_FORMS['school-safeguarding'],
    about: subject(),
    answered: { name: 'Lee Leader', contact: '01632 960789' },
    becomes: {
      ...{ type: 'set', setting: 'school-safeguarding' },
      answers: { name: 'Lee Leader', contact: '01632 960789' },
    },
  },
  'school-authority': {
    form: SCHOOL_FORMS['school-authority'],
    about: subject(),
    answered: AUTHORITY,
    becomes: { type: 'set', setting: 'school-authority', answers: AUTHORITY },
  },
  'school-authority-known': {
    form: SCHOOL_FORMS['school-authority'],
    about: subject({
      about: 'Northshire',
      school: { ...away, localAuthorities: [{ name: 'Northshire', leadWeeks: 6 }] },
    }),
    answered: KNOWN_AUTHORITY,
    becomes: { type: 'set', setting: 'school-authority', answers: { ...KNOWN_AUTHORITY, name: '' } },
  },
  'school-years': {
    form: SCHOOL_FORMS['school-years'],
    about: subject(),
    answered: { leavingYears: '4', opens: '', due: '' },
    becomes: {
      ...{ type: 'set', setting: 'school-years' },
      answers: { leavingYears: ['4'], opens: '', due: '' },
    },
  },
  'school-retention': {
    form: SCHOOL_FORMS['school-retention'],
    about: subject(),
    answered: { age: '26', trail: '10', removed: 'daily' },
    becomes: {
      ...{ type: 'set', setting: 'school-retention' },
      answers: { age: '26', trail: '10', removed: 'daily' },
    },
  },
  'bulk-reassign-many': {
    form: SCHOOL_FORMS['bulk-reassign'],
    about: subject({ about: TEACHER, actions: actions(12) }),
    answered: { to: ASSISTANT, due: '' },
    becomes: { type: 'give-away', from: TEACHER, to: ASSISTANT },
  },
} as const;
