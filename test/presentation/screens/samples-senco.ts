import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { closedActions, openActions } from '../../../src/domain/nudges/overview.ts';
import type { School } from '../../../src/domain/school/school.ts';
import { press } from '../../../src/presentation/buttons.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { absenceCard } from '../../../src/presentation/screens/absence.ts';
import { choosePersonCard } from '../../../src/presentation/screens/choose-person.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { givenAwayCards } from '../../../src/presentation/screens/given-away.ts';
import { type ClosedRow, type OpenRow, overviewCard } from '../../../src/presentation/screens/overview.ts';
import { movingUpCard } from '../../../src/presentation/screens/school/moving-up.ts';
import { chooseSchoolCard, schoolCard } from '../../../src/presentation/screens/school/school.ts';
import { type StaffRow, staffCard } from '../../../src/presentation/screens/staff.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';

/** A Wednesday in term. */
const TODAY = '2026-12-09';
const LEAVER = 'lou.leaver@oakfield.example';
const absent = { from: '2026-12-07', until: '2026-12-18' };
const school: School = aSchool({
  staff: [
    ...STAFF.map((one) => (one.email === ASSISTANT ? { ...one, absent } : one)),
    { email: LEAVER, name: 'Lou Teacher', role: 'staff', left: '2026-12-01' },
  ],
});
const pupil = aPupil();
const by = { by: TEACHER, at: '2026-12-07T08:00:00.000Z' };
const review = aReview({
  stage: 'acting',
  actions: [
    anAction({ id: 'a1', what: 'Order the pens\nand show how they work' }),
    anAction({ id: 'a2', due: '2026-12-15', onBehalfOf: 'The speech therapist' }),
    anAction({ id: 'a3', owner: ASSISTANT, due: '2026-12-15' }),
    anAction({ id: 'a4', owner: LEAVER, due: '2026-12-20' }),
    anAction({ id: 'a5', owner: BYSTANDER, due: '2026-12-20', disowned: { at: by.at, why: 'Not my class' } }),
    anAction({ id: 'a6', owner: BYSTANDER, due: '2026-12-20', cannotBeDone: { ...by, why: 'No socket' } }),
    aDoneAction({ id: 'a7' }),
    anAction({ id: 'a8', withdrawn: { ...by, why: 'Moved class' } }),
  ],
});
const rows = (mayRun = true): { open: OpenRow[]; closed: ClosedRow[] } => ({
  open: openActions([review], school, TODAY).map((of) => ({
    ...{ of, pupil, reviews: [review], mayRun },
    reach: of.action.id === 'a1' ? 'unreached' : of.action.id === 'a2' ? 'unconfirmed' : undefined,
  })),
  closed: closedActions([review], school, '2026-09-01').map((of) => ({
    ...{ of, pupil, reviews: [review], mayRun },
  })),
});
const view = { which: 'open', by: 'owner', page: 1 } as const;
const overview = (more: Partial<Parameters<typeof overviewCard>[0]> = {}) =>
  overviewCard({ ...rows(), view, own: false, today: TODAY, ...more });
const away = (email: string) => school.staff.find((one) => one.email === email) ?? school.staff[0];
const awayRow = (email: string, mayRun: boolean) => {
  const member = away(email);
  if (!member) throw new Error('nobody there');
  return { member, school, actions: 2, meanwhile: 1, evidence: 2, charges: 1, mayRun };
};

const staffRows: readonly StaffRow[] = school.staff.map((member) => ({
  member:
    member.email === BYSTANDER
      ? { ...member, left: TODAY, cutOff: { at: '2026-12-09T10:00:00.000Z', by: SENCO } }
      : member,
  school,
  chats: member.email === TEACHER ? ['Teams', 'Slack'] : [],
  unreachable: member.email === TEACHER,
  self: member.email === SENCO,
}));
const NOBODY_ASKED = { seconds: [], same: [] };
const LOU_NOW = { email: 'lou.new@oakfield.example', name: 'Lou Teacher', role: 'staff' as const };

const owed = obligationsOf(review, school, TODAY).map((obligation) => ({
  obligation,
  review,
  pupil,
  reviews: [review],
  school,
}));
const of = { review, pupil, reviews: [review], school };

/** The SENCO's screens, in the variants that differ, by the name of its golden file. */
export const SENCO_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'overview-owner': overview(),
  'overview-pupil': overview({ ...rows(false), view: { ...view, by: 'pupil' } }),
  'overview-overdue-one': overview({
    view: { ...view, which: 'overdue', who: TEACHER },
    whose: 'Tom Teacher',
  }),
  'overview-closed': overview({ view: { ...view, which: 'closed' } }),
  'overview-own': overview({ ...rows(false), view: { ...view, by: 'pupil' }, own: true }),
  'overview-nothing': overview({ open: [], closed: [], view: { ...view, which: 'overdue' } }),
  'digest-senco': digestCard({
    reader: SENCO,
    owed: owed.filter(({ obligation }) => obligation.who === SENCO),
    late: owed
      .filter(({ obligation }) => obligation.about === 'a1')
      .map((one) => ({ ...one, step: 'senco' as const })),
    settled: [
      { id: 'review-1/action/a7/tom.teacher@oakfield.example', settled: { is: 'done', by: TEACHER }, of },
    ],
    today: TODAY,
  }),
  'digest-settled': digestCard({
    reader: TEACHER,
    owed: owed.filter(({ obligation }) => obligation.about === 'a1'),
    settled: [
      { id: `review-1/action/a7/${TEACHER}`, settled: { is: 'done', by: TEACHER }, of },
      { id: `review-1/action/a2/${TEACHER}`, settled: { is: 'moved', to: '2026-12-15' }, of },
      { id: `review-1/evidence/${TEACHER}`, settled: { is: 'answered' }, of },
      { id: `review-2/action/b1/${TEACHER}`, settled: { is: 'given', to: ASSISTANT } },
    ],
    today: TODAY,
  }),
  'digest-all-settled': digestCard({
    reader: TEACHER,
    owed: [],
    settled: [{ id: `review-1/action/a8/${TEACHER}`, settled: { is: 'withdrawn', by: SENCO }, of }],
    today: TODAY,
  }),
  'choose-person': choosePersonCard({
    matches: [
      { name: 'Tom Teacher', about: `staff, ${TEACHER}`, send: press.actions({ ...view, who: TEACHER }) },
      { name: 'Ada Example', about: 'Year 4, P001', send: press.actions({ ...view, who: pupil.id }) },
    ],
  }),
  absence: absenceCard({
    schools: [{ school, mayRun: true }],
    rows: [awayRow(LEAVER, true), awayRow(ASSISTANT, true)],
    today: TODAY,
    page: 1,
    notice: { text: 'Saved.', style: 'good' },
  }),
  'absence-leader-two-schools': absenceCard({
    schools: [
      { school, mayRun: false },
      { school: aSchool({ id: 'elm', name: 'Elmtree School' }), mayRun: true },
    ],
    rows: [awayRow(ASSISTANT, false)],
    today: TODAY,
    page: 1,
  }),
  staff: staffCard({ rows: staffRows, who: NOBODY_ASKED, page: 1 }),
  'staff-who-is-who': staffCard({
    rows: staffRows,
    who: {
      seconds: [{ school, second: { person: TEACHER, account: 'slack.T1.U9', at: by.at }, chat: 'Slack' }],
      same: [{ school, now: LOU_NOW, before: away(LEAVER) ?? LOU_NOW }],
      others: [
        { school, notice: { is: 'left', member: { ...LOU_NOW, left: '2026-11-20' } } },
        { school, notice: { is: 'other-address', member: LOU_NOW, address: 'lou.wed@oakfield.example' } },
        { school, notice: { is: 'gone', member: LOU_NOW } },
      ],
    },
    page: 1,
    notice: { text: 'They are let in again.', style: 'good' },
  }),
  school: schoolCard({ school, today: TODAY, meetings: [] }),
  'school-set': schoolCard({
    school: {
      ...school,
      closures: ['2027-05-06'],
      localAuthorities: [
        {
          ...{ name: 'Northshire', leadWeeks: 6 },
          sendiass: { name: 'SENDIASS Northshire', contact: '01632 960123' },
          mediation: { name: 'Fair Talk', contact: 'fairtalk.example' },
        },
        { name: 'Southshire' },
      ],
      leavingYears: ['4'],
      earlyYearsWeeks: { opens: 5, due: 9 },
      safeguardingLead: { name: 'Lee Leader', contact: 'extension 12' },
      changedHere: [
        { key: 'terms', by: SENCO, at: '2026-12-01T10:00:00.000Z' },
        { key: 'nudges', by: SENCO, at: '2026-12-02T10:00:00.000Z' },
      ],
    },
    today: '2027-06-07',
    meetings: [{ pupil, on: '2027-06-26', review }],
    notice: { text: 'Saved: people are reminded so from now on.', style: 'good' },
  }),
  'school-moving-up': movingUpCard({
    ...{ school, year: 2027, today: '2027-09-02', page: 1 },
    moves: [
      { pupil: { ...pupil, yearGroup: '6' }, to: '7', look: 'last-year' },
      { pupil: { ...pupil, id: 'oakfield-n2', yearGroup: '3' }, to: '4', look: 'not-usual' },
      { pupil, to: '5' },
    ],
  }),
  'school-moving-up-ahead': movingUpCard({
    ...{ school, year: 2027, today: '2027-07-12', page: 1 },
    moves: [{ pupil, to: '5' }],
    notTold: [{ pupil: { ...pupil, id: 'oakfield-n3', yearGroup: '3' }, usual: '4' }],
  }),
  'school-nobody-moves': movingUpCard({ school, year: 2026, today: TODAY, page: 1, moves: [] }),
  'school-which': chooseSchoolCard([school, aSchool({ id: 'elm', name: 'Elmtree School' })]),
  'staff-named': staffCard({
    rows: staffRows.filter(({ member }) => member.email === BYSTANDER),
    who: NOBODY_ASKED,
    page: 1,
    name: 'Bo',
  }),
  'absence-nobody': absenceCard({ schools: [{ school, mayRun: true }], rows: [], today: TODAY, page: 1 }),
  'given-away': givenAwayCards({
    ...{ school, from: LEAVER, to: TEACHER, told: 'now' },
    moved: ['action', 'action', 'action', 'support', 'support', 'request'],
    notMoved: [
      {
        what: 'action',
        id: 'a4',
        text: 'Buy a lamp',
        reviewId: 'review-1',
        pupil,
        why: 'That action is done already.',
      },
    ],
  })[0],
};
