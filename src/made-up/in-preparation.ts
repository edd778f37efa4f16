import type { Review } from '../domain/review/review.ts';
import { addSchoolDays, schoolDayBy, schoolDayFrom } from '../domain/school/calendar.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { type LocalDate, localDate, plusDays } from '../domain/time.ts';
import { played, type Scene, sencoOf, targetsOf } from './play.ts';

const RUTH = 'ruth.adeyemi@oakfield.example';
const JANET = 'janet.holroyd@oakfield.example';
const HELEN = 'helen.whitaker@oakfield.example';

/** As the form suggests it: the school day on which advice is to be there, unless the holidays put that before today. */
function evidenceDay(school: School, meeting: LocalDate, today: LocalDate): LocalDate {
  const wanted = plusDays(meeting, -17);
  const atSchool = schoolDayBy(school, wanted);
  return atSchool < today ? wanted : atSchool;
}

/** The annual review of `pupil`, whose meeting is in three weeks: some evidence and advice is there, some is not. */
export function inPreparation(pupil: Pupil, { school, now }: Scene): Review {
  const today = localDate(now);
  const senco = sencoOf(school);
  const ago = (days: number) => addSchoolDays(school, today, -days);
  const meeting = schoolDayFrom(school, plusDays(today, 22));
  const [first, second] = targetsOf(pupil);
  return played(
    { id: 'madeupprepared', ref: 'T6HW', pupil, startedOn: ago(9) },
    [
      {
        on: ago(9),
        by: senco,
        does: {
          type: 'plan-meeting',
          date: meeting,
          time: '14:00',
          invitees: [RUTH, HELEN].map((who) => ({ kind: 'staff', who })),
          ask: [RUTH, JANET],
          evidenceBy: evidenceDay(school, meeting, today),
          annual: {
            outsiders: [
              { id: 'o1', role: 'parent', name: 'Kerry Robinson' },
              { id: 'o2', role: 'la-sen-officer', name: 'Mark Ellery' },
              { id: 'o3', role: 'health', name: 'Dr Sunita Pillai' },
              { id: 'o4', role: 'social-care', name: 'Ellen Marsh' },
              { id: 'o5', role: 'therapist', name: 'Beth Corrie' },
            ],
            invitedOn: ago(9),
            shortNotice: '',
          },
        },
      },
      {
        on: ago(3),
        by: RUTH,
        does: {
          type: 'submit-evidence',
          revision: 0,
          said: {
            strengths: 'Lily-Mae greets everybody by name and loves being the helper of the day.',
            targets: [
              ...(first
                ? [
                    {
                      targetId: first.id,
                      progress: 'good',
                      evidence: 'She asked with her card 26 times out of 30 in the last fortnight.',
                    } as const,
                  ]
                : []),
              ...(second
                ? [
                    {
                      targetId: second.id,
                      progress: 'some',
                      evidence: 'Two changes a day go well. The move to the hall is still hard.',
                    } as const,
                  ]
                : []),
            ],
            delivered: 'partly',
            whyNot: 'No cover for her key adult on Wednesday afternoons.',
            worked: 'The board on a lanyard, so that it comes with her.',
            didNotWork: 'A picture timetable for the whole day: it was too much at once.',
            sources: ['support-records', 'observation'],
            link: '',
            suggestedChange: 'Walk to the hall five minutes before everybody else.',
          },
        },
      },
      {
        on: ago(2),
        by: senco,
        does: {
          type: 'record-advice',
          id: 'o5',
          on: ago(2),
          given: true,
          words: 'Speech and language therapy report, 4 pages, in the shared folder.',
        },
      },
      {
        on: ago(1),
        by: senco,
        does: {
          type: 'record-advice',
          id: 'o4',
          on: ago(1),
          given: false,
          words: 'Not known to children’s social care.',
        },
      },
    ],
    { school, now },
  );
}
