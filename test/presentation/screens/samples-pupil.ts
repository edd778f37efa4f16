import type { OfPupil } from '../../../src/domain/pupil/step.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { exportCard } from '../../../src/presentation/screens/export.ts';
import { pupilCard } from '../../../src/presentation/screens/pupil/pupil.ts';
import { seenCard } from '../../../src/presentation/screens/seen.ts';
import { anEhcpPupil, aPupilWithTwoPlans } from '../../support/annual-builders.ts';
import { aMeeting, aProfile, aPupil, aSchool, LEADER, SENCO, TEACHER } from '../../support/builders.ts';

const of = (pupil: Pupil, who = SENCO): OfPupil => ({
  ...{ pupil, who, school: aSchool(), reviews: [], today: '2026-11-10' },
});

const refused = {
  id: 'request-1',
  asker: 'parent',
  askedOn: '2026-10-12',
  why: 'She is bored',
  refusal: 'It is held in November',
  by: SENCO,
  at: '2026-10-14T09:00:00.000Z',
} as const;

const aPlaceSaid = {
  since: '2026-11-02',
  school: '',
  releasedOn: '',
  by: SENCO,
  at: '2026-11-03T09:00:00.000Z',
};

/** What is known of a pupil, by the names of their golden pages. */
export const PUPIL_SCREENS: Readonly<Record<string, CardMessage>> = {
  'pupil-export': exportCard({ pupil: aPupil(), said: {} }),
  'pupil-export-decided': exportCard({ pupil: aPupil(), said: { without: '3f9a2c' } }),
  seen: seenCard({
    ...{ pupil: aPupil(), school: aSchool(), page: 1, hasMore: true },
    entries: [
      {
        ...{ at: '2026-11-24T10:15:00.000Z', who: TEACHER, did: 'Changed: evidence submitted' },
        fields: ['evidence'],
      },
      { at: '2026-11-24T10:14:00.000Z', who: TEACHER, did: 'Looked at: form evidence', fields: [] },
      {
        ...{ at: '2026-11-23T09:00:00.000Z', who: 'bot', did: 'Message sent: evidence request' },
        ...{ fields: [], to: TEACHER },
      },
      { at: '2026-11-20T16:30:00.000Z', who: 'terminal', did: 'Exported: school', fields: [] },
    ],
  }),
  'seen-nothing': seenCard({ pupil: aPupil(), school: aSchool(), page: 1, hasMore: false, entries: [] }),
  'pupil-ehcp': pupilCard({ ...of(anEhcpPupil()), mayRun: true }),
  'pupil-two-plans-leader': pupilCard({
    ...of(aPupilWithTwoPlans({ refusedRequests: [refused] }), LEADER),
    mayRun: false,
  }),
  'pupil-met': pupilCard({
    ...of(
      aPupil({
        meetings: [aMeeting()],
        profiles: [aProfile({ id: 'profile-0', at: '2025-09-15T09:00:00.000Z' }), aProfile()],
      }),
    ),
    mayRun: true,
  }),
  'pupil-parents-to-meet': pupilCard({ ...of(aPupil()), today: '2027-01-05', mayRun: true }),
  'pupil-in-custody': pupilCard({
    ...of(anEhcpPupil({ places: [{ ...aPlaceSaid, place: 'custody', releasedOn: '2026-12-15' }] })),
    mayRun: true,
  }),
  'pupil-no-school': pupilCard({
    ...of(anEhcpPupil({ places: [{ ...aPlaceSaid, place: 'no-school' }] }), LEADER),
    mayRun: false,
  }),
  'pupil-no-plan': pupilCard({ ...of(aPupil({ plan: 'none' })), mayRun: true }),
};
