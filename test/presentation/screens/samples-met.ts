import type { PeopleNotice } from '../../../src/domain/school/people-notices.ts';
import { dueList } from '../../../src/domain/statute/due.ts';
import { parentsMet } from '../../../src/domain/statute/parents-met.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { dueCard } from '../../../src/presentation/screens/due.ts';
import { parentsToMeetCard } from '../../../src/presentation/screens/parents-to-meet.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import {
  aMeeting,
  aPlan,
  aProfile,
  aPupil,
  aReview,
  aSchool,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';

/** The first school day after the spring term, by the end of which the Code expects two meetings. */
const TODAY = '2027-04-12';
const school = aSchool();

const young = { id: 'p3', lastName: 'Grown', dateOfBirth: '2010-02-03', yearGroup: '12' };
const { lastReviewed: _, ...plan } = aPlan({ planMade: '2026-10-05' });
const pupils = [
  aPupil(),
  aPupil({ id: 'p2', lastName: 'Sample', meetings: [aMeeting()] }),
  aPupil(young),
  aPupil({ id: 'p4', lastName: 'Newly', plans: [plan] }),
];

const schools = [{ school, list: dueList(pupils, [], TODAY, school), alone: [], reviews: [], mayRun: true }];

const ada = aPupil({ profiles: [aProfile()] });
const of = (stage: Parameters<typeof aReview>[0], pupil = ada, today = '2026-11-24') => ({
  ...{ review: aReview(stage), pupil, school, today, mayRun: true },
});
const [tom] = aSchool().staff.filter(({ email }) => email === TEACHER);
const TOM = tom ?? { email: TEACHER, name: 'Tom Teacher', role: 'staff' };
/** One of each thing about the staff that a SENCO is to look at. */
const ABOUT_STAFF: readonly PeopleNotice[] = [
  {
    is: 'second-account',
    second: { person: TEACHER, account: 'teams.t.29', at: '2026-11-23T09:00:00.000Z' },
  },
  { is: 'left', member: { ...TOM, left: '2026-11-20' } },
  { is: 'other-address', member: TOM, address: 'tom.wed@oakfield.example' },
  { is: 'gone', member: TOM },
  { is: 'maybe-same', now: TOM, before: { ...TOM, left: '2026-11-20' } },
];
const looked = { by: SENCO, at: '2026-11-24T15:00:00.000Z' };

/** Meetings with parents and the one-page profile, by the names of their golden pages. */
export const MET_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'parents-to-meet': parentsToMeetCard({ schools, today: TODAY, page: 1 }),
  'parents-to-meet-nobody': parentsToMeetCard({ schools: [], today: TODAY, page: 1 }),
  'due-parents-to-meet': dueCard({ schools, today: TODAY, page: 1 }),
  'status-parents-to-meet': statusCard({
    ...of({ stage: 'preparing' }, aPupil(), TODAY),
    parents: parentsMet(aPupil(), aPlan(), [], TODAY, school),
  }),
  'digest-parents-to-meet': digestCard({
    reader: SENCO,
    owed: [],
    toMeet: [{ school, number: 60 }],
    today: TODAY,
  }),
  'digest-about-staff': digestCard({
    reader: SENCO,
    owed: [],
    aboutStaff: ABOUT_STAFF.map((notice) => ({ school, notice })),
    today: TODAY,
  }),
  'digest-about-school': digestCard({
    reader: SENCO,
    owed: [],
    aboutSchool: [
      { school, notice: { is: 'terms', year: 2027 } },
      { school, notice: { is: 'year-moves', year: 2027, pupils: 312, untold: 0 } },
    ],
    today: TODAY,
  }),
  'agenda-profile': agendaCard(of({ stage: 'meeting' })),
  'agenda-profile-looked-at': agendaCard(of({ stage: 'meeting', profileLookedAt: looked })),
  'status-profile-not-looked-at': statusCard(of({ stage: 'acting' })),
  'record-profile': recordCard({
    ...of({ stage: 'acting', profileLookedAt: looked }),
    profile: true,
    scope: 'record',
    mayRun: false,
  }),
};
