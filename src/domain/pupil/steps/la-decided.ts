import { dayWords } from '../../language/days.ts';
import { planRow } from '../../plans/index.ts';
import { dayInWords } from '../../review/checks.ts';
import { refusal } from '../../review/decision.ts';
import { LA_DECIDED } from '../../school/questions/la-decided.ts';
import { decidedUnsaid, decisionSaid } from '../../statute/decision-said.ts';
import { meetingInData } from '../../statute/meeting-in-data.ts';
import type { LocalDate } from '../../time.ts';
import type { OfPlan } from '../step.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

const ownOf = ({ plan, reviews }: OfPlan) =>
  reviews.filter(({ kind, stage }) => kind === plan.kind && stage !== 'cancelled');

/**
 * The meeting that only the school's data has: the one that waits, to put right the one last decided on, or the one of which the
 * data has the day of the decision and not what it was.
 */
function meetingOf(of: OfPlan): LocalDate | undefined {
  const { plan } = of;
  const own = ownOf(of);
  return meetingInData(plan, own) ?? decisionSaid(plan)?.meetingOn ?? decidedUnsaid(plan, own);
}

/**
 * The local authority's decision on a meeting held before the school had the bot: the twelve months count from it (Children
 * and Families Act 2014, s.44(1)(b)). Recorded again, it is put right, and what stood there is kept.
 */
export const laDecided = aboutPlan({
  name: 'la-decided',
  title: 'The authority’s decision',
  open: 'Record the local authority’s decision',
  send: 'Save',
  ofPlan: {
    fits: ({ kind }) => planRow(kind).decidedElsewhere,
    noPlan: 'There is no plan that a local authority decides on, so there is no decision to record.',
  },
  ask: (of) => {
    const meeting = meetingOf(of);
    return meeting
      ? `On the meeting of ${dayWords(meeting)}, as the school’s data has it. The twelve months to the next review count from the day on the letter.`
      : 'No meeting in the school’s data waits for a decision.';
  },
  notification: () => 'SEND reviews: the local authority’s decision',
  freeText: false,
  questions: LA_DECIDED,
  values: ({ plan }) => {
    const said = decisionSaid(plan);
    return { kind: said?.kind ?? '', on: said?.on ?? '' };
  },
  oneThing: true,
  suggests: ({ plan }) => {
    if (decisionSaid(plan)) return {};
    const { lastMeeting = '', lastDecision = '' } = plan;
    return lastMeeting && lastDecision >= lastMeeting ? { on: lastDecision } : {};
  },
  offered: (of) => {
    if (!meetingOf(of)) return undefined;
    if (decisionSaid(of.plan)) return 'Put right the local authority’s decision';
    return decidedUnsaid(of.plan, ownOf(of))
      ? 'Say what the local authority decided'
      : 'Record the local authority’s decision';
  },
  said: () => 'Saved. The next review counts from that decision.',
  decide(given, { kind, on }) {
    const { pupil, plan, actor } = given;
    const meetingOn = meetingOf(given);
    if (!meetingOn)
      return {
        ok: false,
        refusal: refusal(
          'unknown-thing',
          'No meeting in the school’s data waits for a decision. One on a review here is recorded in that review.',
        ),
      };
    if (on < meetingOn)
      return {
        ok: false,
        refusal: refusal(
          'date-order',
          `That is before the meeting (${dayInWords(meetingOn)}). Choose that day or a later one.`,
          { field: 'on' },
        ),
      };
    const laDecided = [...(plan.laDecided ?? []), { meetingOn, on, kind, by: actor.who, at: actor.at }];
    return { ok: true, pupil: withPlan(pupil, { ...plan, lastDecision: on, laDecided }) };
  },
});
