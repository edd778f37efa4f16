import type { Review } from '../domain/review/review.ts';
import { addSchoolDays, schoolDayFrom } from '../domain/school/calendar.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { type LocalDate, localDate, plusDays } from '../domain/time.ts';
import { played, type Scene, sencoOf } from './play.ts';

const TOM = 'tom.bradley@oakfield.example';
const JANET = 'janet.holroyd@oakfield.example';
const HELEN = 'helen.whitaker@oakfield.example';

/** The annual review of `pupil`, whose meeting is set a week after the latest day for the pupil's move, `meetBy`. */
export function lateMeeting(pupil: Pupil, meetBy: LocalDate, scene: Scene): Review {
  const { school } = scene;
  const startedOn = addSchoolDays(school, localDate(scene.now), -4);
  const date = schoolDayFrom(school, plusDays(meetBy, 7));
  return played(
    { id: 'madeupmoves', ref: 'D3PK', pupil, startedOn },
    [
      {
        on: startedOn,
        by: sencoOf(school),
        does: {
          type: 'plan-meeting',
          date,
          time: '10:00',
          invitees: [TOM, HELEN].map((who) => ({ kind: 'staff', who })),
          ask: [TOM, JANET],
          evidenceBy: plusDays(date, -17),
          annual: {
            outsiders: [
              { id: 'o1', role: 'parent', name: 'Orla Doyle' },
              { id: 'o2', role: 'la-sen-officer', name: 'Mark Ellery' },
              { id: 'o3', role: 'health', name: 'Dr Sunita Pillai' },
              { id: 'o4', role: 'social-care', name: 'Ellen Marsh' },
              { id: 'o5', role: 'next-placement', name: 'Simon Farrow, Hartwell School' },
            ],
            invitedOn: startedOn,
            shortNotice: '',
          },
        },
      },
    ],
    scene,
  );
}
