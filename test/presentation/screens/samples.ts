import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { isOpen } from '../../../src/domain/review/open-actions.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import type { School } from '../../../src/domain/school/school.ts';
import { dueList } from '../../../src/domain/statute/due.ts';
import { reckon, ruleOn } from '../../../src/domain/statute/statute.ts';
import { button, press } from '../../../src/presentation/buttons.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { noticeCard } from '../../../src/presentation/notice.ts';
import { actionCard } from '../../../src/presentation/screens/action.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { choosePupilCard } from '../../../src/presentation/screens/choose-pupil.ts';
import { chooseReviewCard } from '../../../src/presentation/screens/choose-review.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { dueCard } from '../../../src/presentation/screens/due.ts';
import { evidenceSaidCard } from '../../../src/presentation/screens/evidence-said.ts';
import { actionsGivenCard } from '../../../src/presentation/screens/given-together.ts';
import { greetingCard } from '../../../src/presentation/screens/greeting.ts';
import { heldEarlyCard } from '../../../src/presentation/screens/held-early.ts';
import { helpCard } from '../../../src/presentation/screens/help.ts';
import {
  meetingMovedCard,
  meetingSetCard,
  meetingWithoutYouCard,
  noLongerAskedCard,
} from '../../../src/presentation/screens/meeting-messages.ts';
import * as told from '../../../src/presentation/screens/message-cards.ts';
import { missingCard } from '../../../src/presentation/screens/missing.ts';
import { notSavedCards } from '../../../src/presentation/screens/not-saved.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { safetyCard, withSafety } from '../../../src/presentation/screens/safety.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { takeBackCard } from '../../../src/presentation/screens/take-back.ts';
import { tooLongCard } from '../../../src/presentation/screens/too-long.ts';
import { mineCard, type Owed } from '../../../src/presentation/screens/waiting.ts';
import { whichActionCard } from '../../../src/presentation/screens/which-action.ts';
import {
  ASSISTANT,
  aDoneAction,
  aMessage,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  anOutcome,
  aPupil,
  aReview,
  aSchool,
  LEADER,
  parentViews,
  pupilViews,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';
import { ANNUAL_SAMPLES } from './samples-annual.ts';
import { IMPORT_SAMPLES, MISSING_DATA_SAMPLES } from './samples-import.ts';
import { LAST_SAMPLES } from './samples-last.ts';
import { MET_SAMPLES } from './samples-met.ts';
import { MONDAY_SAMPLES } from './samples-monday.ts';
import { PLACE_SAMPLES } from './samples-place.ts';
import { PUPIL_SCREENS } from './samples-pupil.ts';
import { REQUEST_SAMPLES } from './samples-requests.ts';
import { SENCO_SAMPLES } from './samples-senco.ts';
import { SETTLED_SAMPLES } from './samples-settled.ts';
import { SUPPORT_SAMPLES } from './samples-support.ts';
import { TWO_PLANS_SAMPLES } from './samples-two-plans.ts';

/** The day it is in every sample: a Tuesday in term. */
export const TODAY = '2026-11-24';

const school = aSchool();
const pupil = aPupil();
const of = (review: Review) => ({ review, pupil, school, today: TODAY });

/** Twelve pupils: overdue, due, coming up, an EHCP, one under way. */
export function manyPupils(where: School = school): Pupil[] {
  const last = [
    '2026-03-02',
    '2026-05-06',
    '2026-05-20',
    '2026-06-15',
    '2026-07-10',
    '2026-08-20',
    '2026-09-14',
  ];
  return Array.from({ length: 12 }, (_, at) =>
    aPupil({
      id: `${where.id}-p${at}`,
      schoolId: where.id,
      ref: `P${at}`,
      firstName: ['Ada', 'Ben', 'Cara', 'Dev', 'Ewa', 'Finn'][at % 6] ?? '',
      lastName: `Example-${at}`,
      yearGroup: at === 3 ? 'R' : String(at % 6),
      plan: at === 5 ? 'ehcp' : at === 7 ? 'early-years-iep' : 'sen-support',
      lastReviewed: last[at % last.length] ?? TODAY,
    }),
  );
}

/** A school's due list, with its first pupil's review under way. */
export function aDueSchool(where: School = school, mayRun = true) {
  const pupils = manyPupils(where);
  const under = aReview({ id: `${where.id}-r0`, schoolId: where.id, pupilId: `${where.id}-p0` });
  return { school: where, list: dueList(pupils, [under], TODAY), alone: [], reviews: [under], mayRun };
}

/** Everything the review owes anybody, as one person's list. */
export const owedIn = (...reviews: Review[]): Owed[] =>
  reviews.flatMap((review) =>
    obligationsOf(review, school).map((obligation) => ({ obligation, review, pupil, reviews, school })),
  );

const answered = anEvidenceRequest({
  revision: 1,
  answer: { at: '2026-11-12T16:20:00.000Z', late: false, said: anEvidenceAnswer() },
});
const gathering = aReview({
  evidence: [answered, anEvidenceRequest({ who: ASSISTANT })],
  parentViews: parentViews(),
  messages: [
    aMessage({
      to: ASSISTANT,
      state: { is: 'undeliverable', at: '2026-11-03T10:01:00.000Z', why: 'not-installed', tries: 1 },
    }),
  ],
});

const agreed: Partial<Review> = {
  evidence: [answered, anEvidenceRequest({ who: ASSISTANT })],
  targetReviews: [
    {
      targetId: 'target-1',
      progress: 'good',
      evidence: '8 words of 10, three readings in a row',
      delivered: 'partly',
      difference: 'She picks up a book by herself',
      stillRight: 'change',
      newText: 'Reads aloud a page of a level 5 book',
      newMeasure: '9 words of 10 right',
    },
  ],
  newTargets: [
    {
      id: 'target-9',
      text: 'Finds a friend to sit with at lunch',
      measure: 'Three days of five',
      setOn: TODAY,
    },
  ],
  provision: [
    {
      id: 'provision-1',
      what: 'Paired reading',
      who: 'Ann Assistant',
      howOften: 'Four times a week',
      howLong: '15 minutes',
      groupSize: 'One to one',
      howReviewed: 'Tally in the reading record, looked at each half-term',
    },
  ],
  disagreements: [{ id: 'dis-1', who: "Ada's mother", words: 'I think that twice a week is too little.' }],
  actions: [anAction()],
};
const meeting = aReview({ stage: 'meeting', ...agreed });
const acting = aReview({
  stage: 'acting',
  ...agreed,
  outcome: anOutcome({
    kind: 'updated',
    reasons: ['too-ambitious', 'measured-badly'],
    topUpFunding: true,
    nextReviewBy: '2027-03-25',
  }),
  actions: [
    anAction(),
    anAction({ id: 'action-2', owner: SENCO, due: '2026-11-20', what: 'Ring the library' }),
    aDoneAction({ id: 'action-3' }),
    anAction({
      id: 'action-4',
      disowned: { at: '2026-11-23T12:00:00.000Z', why: 'I am not in that class', suggested: ASSISTANT },
    }),
    anAction({
      id: 'action-5',
      cannotBeDone: { by: TEACHER, at: '2026-11-23T12:00:00.000Z', why: 'The pen is no longer sold' },
    }),
    anAction({
      id: 'action-6',
      withdrawn: { by: SENCO, at: '2026-11-24T09:00:00.000Z', why: 'She reads without it now' },
    }),
    anAction({ id: 'action-7', onBehalfOf: 'Mum', what: 'Read together at home, ten minutes a day' }),
  ],
  corrections: [
    { by: SENCO, at: '2026-11-25T09:00:00.000Z', part: 'Provision', words: 'It is four times, not three.' },
    { by: SENCO, at: '2026-11-25T09:05:00.000Z', part: 'Parent or carer views', words: 'She said evenings.' },
  ],
});
const [open, , done, disowned] = acting.actions as [
  Review['actions'][number],
  unknown,
  Review['actions'][number],
  Review['actions'][number],
];
const moved = anAction({
  due: '2026-12-18',
  extensions: [
    {
      by: TEACHER,
      at: '2026-11-20T10:00:00.000Z',
      from: '2026-12-04',
      to: '2026-12-11',
      why: 'The pen broke',
    },
    {
      by: TEACHER,
      at: '2026-11-23T10:00:00.000Z',
      from: '2026-12-11',
      to: '2026-12-18',
      why: 'Still broken',
    },
  ],
});

const impossible = anAction({
  cannotBeDone: { by: TEACHER, at: '2026-11-23T12:00:00.000Z', why: 'The pen is no longer sold' },
});
const ended = anAction({
  withdrawn: { by: SENCO, at: '2026-11-24T09:00:00.000Z', why: 'She reads without it now' },
});
const outside = anAction({ onBehalfOf: 'Mum', owner: ASSISTANT });

const good = { text: 'Saved.', style: 'good' } as const;
const second = aSchool({ id: 'elmtree', name: 'Elmtree School' });

/** Every screen in the variants that differ, by the name of its golden file. */
/** A school that has said who its designated safeguarding lead is. */
const LED = { safeguardingLead: { name: 'Dee Lead', contact: 'extension 7' } };

export const SAMPLES: Readonly<Record<string, CardMessage>> = {
  ...LAST_SAMPLES,
  ...SENCO_SAMPLES,
  ...SETTLED_SAMPLES,
  ...SUPPORT_SAMPLES,
  ...PUPIL_SCREENS,
  ...MET_SAMPLES,
  ...PLACE_SAMPLES,
  ...TWO_PLANS_SAMPLES,
  ...REQUEST_SAMPLES,
  ...ANNUAL_SAMPLES,
  ...IMPORT_SAMPLES,
  ...MISSING_DATA_SAMPLES,
  ...MONDAY_SAMPLES,
  due: dueCard({ schools: [aDueSchool()], today: TODAY, page: 1 }),
  'due-why-last-page': dueCard({ schools: [aDueSchool()], today: TODAY, page: 2, view: { why: true } }),
  'due-wanted': dueCard({
    schools: [aDueSchool()],
    today: TODAY,
    page: 1,
    view: { kinds: ['sen-support'], years: ['Year 4', 'Reception'], by: '2026-12-18' },
  }),
  'due-two-schools': dueCard({
    schools: [
      { ...aDueSchool(), list: dueList(manyPupils().slice(0, 3), [], TODAY) },
      aDueSchool(second, false),
    ],
    today: TODAY,
    page: 1,
  }),
  'due-none': dueCard({
    schools: [{ ...aDueSchool(), list: dueList([], [], TODAY) }],
    today: TODAY,
    page: 1,
  }),
  mine: mineCard({
    owed: owedIn(gathering, acting, aReview({ stage: 'preparing', id: 'review-2', ref: 'B2C3' })),
    today: TODAY,
    page: 1,
    mayLookAtDue: true,
    notice: good,
  }),
  'mine-nothing': mineCard({ owed: [], today: TODAY, page: 1, mayLookAtDue: false }),
  'status-preparing': statusCard({ ...of(aReview({ stage: 'preparing' })), mayRun: true }),
  'status-gathering': statusCard({ ...of(gathering), mayRun: true, notice: good }),
  'status-gathering-leader': statusCard({ ...of(gathering), mayRun: false }),
  'status-acting': statusCard({ ...of(acting), mayRun: true }),
  'status-closed': statusCard({
    ...of(aReview({ stage: 'closed' })),
    mayRun: true,
    next: reckon(ruleOn('sen-support-due', '2026-11-24'), '2026-11-24'),
  }),
  'status-cancelled': statusCard({ ...of(aReview({ stage: 'cancelled' })), mayRun: true }),
  missing: missingCard(of(gathering)),
  'held-early': heldEarlyCard({ ...of(gathering), today: '2026-11-17', anyway: false }),
  'take-back': takeBackCard({
    ...of(aReview({ stage: 'meeting', actions: [anAction()] })),
    what: 'action',
    about: 'action-1',
  }),
  agenda: agendaCard({ ...of(meeting), mayRun: true }),
  'agenda-leader': agendaCard({ ...of(meeting), mayRun: false }),
  'agenda-gathered': agendaCard({ ...of(meeting), mayRun: true, about: 'gathered-1' }),
  'record-senco': recordCard({ ...of(acting), scope: 'all', mayRun: true }),
  'record-staff': recordCard({ ...of(acting), scope: 'record', mayRun: false }),
  action: actionCard({ ...of(acting), action: open, mine: true, mayRun: false }),
  'action-given': actionCard({ ...of(acting), action: open, mine: true, mayRun: false, given: true }),
  'actions-given': actionsGivenCard([{ ...of(acting), actions: [open, { ...outside, id: 'action-7' }] }]),
  'actions-given-of-two': actionsGivenCard([
    { ...of(acting), actions: [open] },
    {
      ...of({ ...acting, id: 'p2.1', ref: 'E8M4' }),
      pupil: aPupil({ id: 'p2', ref: 'B2', firstName: 'Ben' }),
      actions: [{ ...outside, id: 'action-7' }],
    },
  ]),
  'action-done': actionCard({ ...of(acting), action: done, mine: true, mayRun: false, notice: good }),
  'action-cannot': actionCard({ ...of(acting), action: impossible, mine: true, mayRun: false }),
  'action-cannot-senco': actionCard({ ...of(acting), action: impossible, mine: false, mayRun: true }),
  'action-moved-senco': actionCard({ ...of(acting), action: moved, mine: false, mayRun: true }),
  'action-ended': actionCard({ ...of(acting), action: ended, mine: true, mayRun: false }),
  'action-outside': actionCard({ ...of(acting), action: outside, mine: true, mayRun: false, given: true }),
  'action-senco': actionCard({ ...of(acting), action: disowned, mine: false, mayRun: true }),
  'evidence-said': evidenceSaidCard({ ...of(gathering), who: TEACHER }),
  'evidence-nothing': evidenceSaidCard({
    ...of(
      aReview({
        stage: 'meeting',
        evidence: [
          anEvidenceRequest({
            answer: { at: '2026-11-20T08:00:00.000Z', late: true, said: 'nothing-to-add' },
          }),
        ],
      }),
    ),
    who: TEACHER,
  }),
  digest: digestCard({
    reader: TEACHER,
    owed: owedIn(acting).filter(({ obligation }) => obligation.kind === 'action'),
    today: TODAY,
  }),
  'notice-refusal': noticeCard({
    title: 'Not yet',
    say: 'The parents’ views are not recorded yet, nor marked as sought and not received.',
    buttons: [],
  }),
  'notice-unknown-word': noticeCard({
    title: 'I don’t know that word',
    say: 'Did you mean “review due”?',
    buttons: [],
  }),
  'not-saved': notSavedCards({
    why: 'The meeting has opened, so answers can no longer be changed.',
    typed: [
      { label: 'What is going well?', text: 'Keen to read\n\nto the class' },
      { label: 'Why not?', text: '' },
    ],
  })[0],
  'choose-pupil': choosePupilCard({
    matches: manyPupils()
      .slice(0, 3)
      .map((one) => ({ pupil: one, send: press.start(one.id), all: true })),
  }),
  'choose-review': chooseReviewCard({
    matches: [acting, aReview({ id: 'r2', stage: 'meeting' })].map((review) => ({
      ...{ review, pupil, reviews: [review] },
      send: press.form('action', review.id, undefined, { what: 'Order the sloping desk' }),
    })),
    what: 'Order the sloping desk',
    notice: {
      text: 'The message is longer than an action may be: its beginning stands here.',
      style: 'attention',
    },
  }),
  'which-action': whichActionCard({
    matches: acting.actions
      .filter(isOpen)
      .slice(0, 2)
      .map((action) => ({
        action,
        ...{ review: acting, pupil, reviews: [acting] },
        send: press.form('action-done', acting.id, action.id, { what: 'At last' }),
      })),
    press: 'Done',
    because: 'several-fit',
    today: TODAY,
  }),
  'help-senco': helpCard({ role: 'senco', schools: [] }),
  'help-staff': helpCard({ role: 'staff', schools: [LED] }),
  'help-slack': helpCard({ role: 'leader', schools: [LED], writes: '/review' }),
  'greeting-senco': greetingCard({ role: 'senco', schools: [] }),
  'greeting-staff': greetingCard({ role: 'staff', schools: [LED] }),
  'too-long': tooLongCard({
    schools: [],
    say: 'That message has 2,001 characters, and I read messages of up to 2,000. So I have not read it, and nothing was changed. To give evidence, views or notes, open their form: its boxes are for long texts.',
    typed: 'What was typed in **Slack** as a command.',
    buttons: [],
  }),
  safety: safetyCard({
    schools: [LED],
    say: 'That is no command of mine.',
    buttons: [button('Help', press.help())],
  }),
  'safety-in-confirmation': withSafety(noticeCard({ title: 'Saved', say: 'Your answer is saved.' }), [LED]),
  'told-meeting-set': meetingSetCard({ ...of(gathering), who: SENCO }),
  'told-meeting-without-you': meetingWithoutYouCard({ ...of(gathering), who: LEADER }),
  'told-no-longer-asked': noLongerAskedCard({ ...of(gathering), who: LEADER }),
  'told-meeting-moved': meetingMovedCard({ ...of(gathering), who: TEACHER }),
  'told-all-answered': told.allAnsweredCard(of(aReview({ evidence: [answered], pupilViews: pupilViews() }))),
  'told-record-corrected': told.recordCorrectedCard(of(acting)),
  'told-action-not-mine': told.actionNotMineCard({ ...of(acting), action: disowned }),
  'told-action-cannot-be-done': told.actionCannotBeDoneCard({ ...of(acting), action: impossible }),
  'told-action-withdrawn': told.actionWithdrawnCard({ ...of(acting), action: ended }),
  'told-action-passed-on': told.actionPassedOnCard({ ...of(acting), action: outside }),
  'told-action-extended-again': told.actionExtendedAgainCard({ ...of(acting), action: moved }),
  'told-review-closed': told.reviewClosedCard({
    ...of(aReview({ stage: 'closed' })),
    next: reckon(ruleOn('sen-support-due', '2026-11-24'), '2026-11-24'),
  }),
  'told-review-reopened': told.reviewReopenedCard(of(aReview({ stage: 'acting' }))),
  'told-review-cancelled': told.reviewCancelledCard(of(aReview({ stage: 'cancelled' }))),
};
