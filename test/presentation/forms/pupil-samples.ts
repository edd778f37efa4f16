import type { OfPupil } from '../../../src/domain/pupil/step.ts';
import type { PupilStepName } from '../../../src/domain/pupil/steps/index.ts';
import { PUPIL_FORMS } from '../../../src/presentation/forms/index.ts';
import type { PupilForm } from '../../../src/presentation/forms/pupil-form.ts';
import { anEhcPlan, anEhcpPupil } from '../../support/annual-builders.ts';
import {
  aFamilySays,
  aMeeting,
  aProfile,
  aProvision,
  aSchool,
  aTarget,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';

export const TODAY = '2026-11-10';

/** What a form about a pupil is about; `plan` is left out of one about the pupil as a whole. */
export const subject = (more: Partial<OfPupil> = {}): OfPupil => ({
  pupil: anEhcpPupil(),
  plan: anEhcPlan(),
  school: aSchool(),
  reviews: [],
  who: SENCO,
  today: TODAY,
  ...more,
});

/** The pupil as a whole, with a meeting, a one-page profile and what the family says is wrong. */
const asAWhole = (): OfPupil => {
  const { plan: _plan, pupil, ...about } = subject();
  return {
    ...about,
    pupil: { ...pupil, meetings: [aMeeting()], profiles: [aProfile()], familySays: [aFamilySays()] },
  };
};

/** A form about a pupil, what it is about, and answers that are taken: text in every box for text. */
interface PupilSample {
  readonly form: PupilForm;
  readonly about: OfPupil;
  readonly answered: Readonly<Record<string, string>>;
  /** Boxes that take what a list's column takes, and no other text. */
  readonly asInLists?: readonly string[];
}

const inYear6 = anEhcpPupil({ yearGroup: '6' });
/** Met on 6 October 2026, as the school's data has it, and not decided. */
const waiting = anEhcpPupil({ lastMeeting: '2026-10-06' });
const decided = {
  by: SENCO,
  at: '2026-11-06T09:00:00.000Z',
  meetingOn: '2026-10-06',
  on: '2026-11-05',
} as const;
const toAmend = anEhcPlan({
  ...{ lastMeeting: '2026-10-06', lastDecision: '2026-11-05', laDecided: [{ ...decided, kind: 'amend' }] },
});

/** The forms about a pupil, by the name of their golden page: one of each form at least. */
export const PUPIL_SAMPLES: Readonly<Record<PupilStepName, PupilSample>> = {
  people: {
    form: PUPIL_FORMS.people,
    about: subject({ pupil: anEhcpPupil({ dateOfBirth: '2010-11-20', yearGroup: '12' }) }),
    answered: {
      interpreter: 'Polish, for Mum',
      supporter: 'Kim Reed, SENDIASS',
      lookedAfter: 'yes',
      socialWorker: 'Sol Worker',
      virtualHead: 'Val Head',
      jointReviewOn: '2026-12-08',
      representative: 'Dee Deputy',
      ground: 'deputy',
      capacity: 'Assessed by Dr Amin on 1 September',
    },
  },
  'early-review': {
    form: PUPIL_FORMS['early-review'],
    about: subject(),
    answered: {
      asker: 'parent',
      askedOn: '2026-11-09',
      why: 'He is “not coping” at lunch',
      answer: 'refuse',
      refusal: 'The review is in three weeks as it is',
    },
  },
  'next-place-named': {
    form: PUPIL_FORMS['next-place-named'],
    about: subject({ pupil: inYear6, plan: inYear6.plans[0] ?? anEhcPlan() }),
    answered: { answer: 'named', why: 'The final plan of 10 February names Hill School' },
  },
  'family-says': {
    form: PUPIL_FORMS['family-says'],
    about: asAWhole(),
    answered: {
      about: 'staff',
      review: '',
      wrong: 'That she hit another child',
      says: 'She was pushed first, and nobody asked her.',
      saidBy: 'Her mother',
      saidOn: '2026-11-09',
      became: 'stays',
      why: 'It is what the teacher saw. What her mother says stands beside it.',
    },
  },
  'family-answer': {
    form: PUPIL_FORMS['family-answer'],
    about: asAWhole(),
    answered: {
      which: 'says-1',
      became: 'refused',
      why: 'It is what the teacher saw',
      toldOn: '2026-11-10',
    },
  },
  met: {
    form: PUPIL_FORMS.met,
    about: asAWhole(),
    answered: { on: '2026-11-09', who: 'Mr Tutor and “Mum”', agreed: 'A book comes home on Fridays' },
  },
  'met-again': {
    form: PUPIL_FORMS['met-again'],
    about: asAWhole(),
    answered: {
      which: 'met-1',
      what: 'correct',
      on: '2026-11-05',
      who: 'Mr Tutor and “Dad”',
      agreed: 'A book comes home on Mondays',
    },
  },
  profile: {
    form: PUPIL_FORMS.profile,
    about: asAWhole(),
    answered: {
      like: 'I am “kind” and funny',
      matters: 'My dog, and knowing what comes next',
      support: 'Tell me before things change',
      words: 'helped',
    },
  },
  'next-move': {
    form: PUPIL_FORMS['next-move'],
    about: subject({ pupil: inYear6, plan: inYear6.plans[0] ?? anEhcPlan() }),
    answered: { move: 'post-16-post-16', year: '2027', on: '2027-11-08' },
  },
  'la-moved': {
    form: PUPIL_FORMS['la-moved'],
    about: subject(),
    answered: { to: 'Wexcombe', since: '2026-11-02' },
  },
  'la-wrote': {
    form: PUPIL_FORMS['la-wrote'],
    about: subject({
      pupil: anEhcpPupil({ laSince: '2026-10-05' }),
      plan: anEhcPlan({ laSince: '2026-10-05' }),
    }),
    answered: { answer: 'wrote', words: 'It reviews “in March”' },
  },
  'la-decided': {
    form: PUPIL_FORMS['la-decided'],
    about: subject({ pupil: waiting, plan: waiting.plans[0] ?? anEhcPlan() }),
    answered: { kind: 'amend', on: '2026-11-05' },
  },
  'la-amended': {
    form: PUPIL_FORMS['la-amended'],
    about: subject({ pupil: { ...waiting, plans: [toAmend] }, plan: toAmend }),
    answered: { what: 'notice', on: '2026-11-09' },
  },
  place: {
    form: PUPIL_FORMS.place,
    about: asAWhole(),
    answered: {
      place: 'moved-on',
      since: '2026-11-02',
      school: 'Hill “Top” School',
      releasedOn: '',
      passOn: 'yes',
    },
  },
  'take-over': {
    form: PUPIL_FORMS['take-over'],
    about: {
      ...asAWhole(),
      handedOn: {
        school: 'Hill Top School',
        plans: [{ kind: 'ehcp', planMade: '2024-03-10', lastMeeting: '2026-01-12', la: 'Northshire' }],
      },
    },
    answered: { sure: 'yes' },
  },
  'legal-hold': {
    form: PUPIL_FORMS['legal-hold'],
    about: asAWhole(),
    answered: { answer: 'hold', why: 'Our “solicitor”, because of a claim', until: '2027-07-31' },
  },
  details: {
    form: PUPIL_FORMS.details,
    asInLists: ['firstName', 'lastName', 'ref', 'upn', 'className'],
    about: asAWhole(),
    answered: {
      firstName: 'Zoë “Zo”',
      lastName: 'O’Brien',
      dateOfBirth: '2016-10-12',
      ref: '00 4711',
      upn: 'A123456789012',
      yearGroup: '5',
      className: '5 Oak',
    },
  },
  plans: { form: PUPIL_FORMS.plans, about: asAWhole(), answered: { plans: 'sen-support,ehcp' } },
  'plan-dates': {
    form: PUPIL_FORMS['plan-dates'],
    about: subject(),
    answered: {
      planMade: '2024-01-15',
      lastReviewed: '',
      lastMeeting: '2026-01-20',
      lastDecision: '2026-02-10',
      otherLa: 'North “Shire”',
    },
  },
  'target-add': {
    form: PUPIL_FORMS['target-add'],
    about: subject(),
    answered: { text: 'Walks to “school” alone', measure: 'Each day of a week', setOn: '2026-11-02' },
  },
  'target-again': {
    form: PUPIL_FORMS['target-again'],
    about: subject({
      pupil: anEhcpPupil({ targets: [aTarget()] }),
      plan: anEhcPlan({ targets: [aTarget()] }),
    }),
    answered: {
      ...{ which: 'target-1', what: 'change', text: 'Reads “two” pages', measure: 'Weekly' },
      setOn: '2026-11-02',
    },
  },
  'key-staff': {
    form: PUPIL_FORMS['key-staff'],
    about: asAWhole(),
    answered: { keyStaff: `${TEACHER},${SENCO}` },
  },
  'support-add': {
    form: PUPIL_FORMS['support-add'],
    about: subject(),
    answered: {
      what: 'Talk “Boost”',
      who: 'Ann Assistant',
      howOften: '3 times a week',
      howLong: '20 minutes, for 10 weeks',
      groupSize: 'A group of 4',
      howReviewed: 'Each half-term, by Mel',
      starts: '2026-09-07',
      owner: TEACHER,
    },
  },
  'support-out': {
    form: PUPIL_FORMS['support-out'],
    about: subject({ plan: anEhcPlan({ provision: [aProvision()] }) }),
    answered: { which: 'provision-1' },
  },
};
