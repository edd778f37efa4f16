import type { Review } from '../domain/review/review.ts';
import type { Command } from '../domain/review/steps/index.ts';
import { addSchoolDays, schoolDayBy } from '../domain/school/calendar.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School, Target } from '../domain/school/school.ts';
import { type LocalDate, localDate, plusDays } from '../domain/time.ts';
import { schoolDayAgo } from './days.ts';
import { played, type Scene, sencoOf, targetsOf } from './play.ts';

const GARETH = 'gareth.pugh@oakfield.example';
const HELEN = 'helen.whitaker@oakfield.example';

/** So long ago the meeting was; the local authority has four weeks to decide. */
const HELD_DAYS_AGO = 40;
const AT_LEAST_DAYS_AGO = 31;

const OUTSIDERS = [
  { id: 'o1', role: 'parent', name: 'Ngozi Okonkwo' },
  { id: 'o2', role: 'la-sen-officer', name: 'Paula Denning' },
  { id: 'o3', role: 'health', name: 'Dr Anil Rao' },
  { id: 'o4', role: 'social-care', name: 'Jo Fenwick' },
  { id: 'o5', role: 'therapist', name: 'Carys Bevan' },
] as const;

/**
 * The annual review of `pupil`, held some forty days ago (on a school day, so it may be more after a holiday), with the report
 * sent and changes to the plan recommended. The local authority has not said what it decides, and is late.
 */
export function lateDecision(pupil: Pupil, scene: Scene): Review {
  const { school } = scene;
  const senco = sencoOf(school);
  const today = localDate(scene.now);
  const held = schoolDayAgo(school, today, HELD_DAYS_AGO, AT_LEAST_DAYS_AGO);
  const before = (days: number) => addSchoolDays(school, held, -days);
  const doneBy = (on: LocalDate, commands: readonly Command[]) =>
    commands.map((does) => ({ on, by: senco, does }));
  const reported = schoolDayBy(school, plusDays(held, 12));
  return played(
    { id: 'madeuplate', ref: 'W4RM', pupil, startedOn: before(28) },
    [
      ...doneBy(before(28), [invitation(held, before(28))]),
      { on: before(16), by: GARETH, does: evidence(targetsOf(pupil)) },
      ...doneBy(before(13), advice(before(13))),
      ...doneBy(before(12), [
        { type: 'record-circulation', on: before(12), words: 'By e-mail, to all of them.' },
      ]),
      ...doneBy(before(4), views()),
      ...doneBy(held, [
        { type: 'open-meeting', anyway: false },
        ...atTheMeeting(targetsOf(pupil), school, today),
        recommendation(),
      ]),
      ...doneBy(reported, [
        { type: 'record-report', on: reported, words: 'Everybody invited, by e-mail; on paper to his mum.' },
      ]),
    ],
    scene,
  );
}

function invitation(date: LocalDate, invitedOn: LocalDate): Command {
  return {
    type: 'plan-meeting',
    date,
    time: '13:30',
    invitees: [GARETH, HELEN].map((who) => ({ kind: 'staff', who })),
    ask: [GARETH],
    evidenceBy: plusDays(date, -17),
    annual: { outsiders: OUTSIDERS, invitedOn, shortNotice: '' },
  };
}

function evidence(targets: readonly Target[]): Command {
  return {
    type: 'submit-evidence',
    revision: 0,
    said: {
      strengths: 'David is the first with his hand up, and his class wait for his jokes.',
      targets: targets.map(({ id }) => ({
        targetId: id,
        progress: 'some',
        evidence: 'Better than in the autumn, most of all in the mornings. Tired after lunch.',
      })),
      delivered: 'partly',
      whyNot: 'The tablet was away for repair for three weeks.',
      worked: 'Starting each piece of writing by talking it through.',
      didNotWork: 'Typing for longer than ten minutes.',
      sources: ['work-samples', 'observation', 'support-records'],
      link: '',
      suggestedChange: 'A second tablet that stays at school.',
    },
  };
}

function advice(on: LocalDate): readonly Command[] {
  const said = (id: string, given: boolean, words: string): Command => ({
    type: 'record-advice',
    ...{ id, on, given, words },
  });
  return [
    said('o2', false, 'Wexcombe sends no advice of its own for this review.'),
    said('o3', true, 'Letter from the clinic: no change in his health needs.'),
    said('o4', false, 'Not known to children’s social care.'),
    said('o5', true, 'Physiotherapy report: ready for short distances without his walker.'),
  ];
}

function views(): readonly Command[] {
  return [
    {
      type: 'record-parent-views',
      said: {
        goingWell: 'He comes home telling us what he learned.',
        difficult: 'He is worn out by Thursday.',
        changed: '',
        supportHappening: 'Mostly, but not while the tablet was broken.',
        supportHelping: 'The physiotherapy is helping a lot.',
        newConcerns: 'Who helps him on the stairs when the lift is out.',
        childSays: 'He wants to walk into assembly like everybody else.',
        examples: '',
        hopedFor: 'Physiotherapy every week, written into the plan.',
      },
    },
    {
      type: 'record-pupil-views',
      said: { how: 'trusted-adult', views: 'I like science. I want to do the stairs by myself.' },
    },
  ];
}

function atTheMeeting(targets: readonly Target[], school: School, today: LocalDate): readonly Command[] {
  return [
    {
      type: 'record-attendance',
      attendance: {
        ...{ [GARETH]: 'present', [HELEN]: 'present' },
        ...{ o1: 'present', o2: 'apologies', o3: 'sent-advice', o4: 'apologies', o5: 'present' },
      },
    },
    ...targets.map(
      ({ id }): Command => ({
        type: 'review-target',
        review: {
          targetId: id,
          progress: 'some',
          evidence: 'Shown in his work and in what Carys saw of him.',
          delivered: 'partly',
          difference: 'He does more by himself, and says so.',
          stillRight: 'keep',
        },
      }),
    ),
    {
      type: 'add-section-change',
      change: {
        id: 's1',
        section: 'F',
        change: 'Physiotherapy at school: 30 minutes, one to one, every week in term, by a physiotherapist.',
        evidence: 'Physiotherapy report; he walked 40 metres without his walker.',
      },
    },
    {
      type: 'record-disagreement',
      id: 'd1',
      who: 'Mum',
      words: 'It was meant to be every week last year as well, and it was not.',
    },
    {
      type: 'add-action',
      id: 'a1',
      what: 'Ask for a second tablet that stays at school.',
      owner: GARETH,
      due: addSchoolDays(school, today, 10),
      howWeWillKnow: 'It is in the classroom and he uses it.',
    },
  ];
}

function recommendation(): Command {
  return {
    type: 'decide-outcome',
    kind: 'recommend-amend',
    inWords: 'He needs physiotherapy every week, and the plan does not say how often.',
    reasons: [],
    topUpFunding: false,
    whatWillChange: 'David has physiotherapy every week, and learns to manage the stairs.',
    report: {
      healthAndCare: 'No change in his health needs; not known to social care.',
      adulthood: '',
      personalBudget: 'Not asked for.',
    },
  };
}
