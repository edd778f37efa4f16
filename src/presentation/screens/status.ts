import { daysWords, dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import { type PlanKind, planRow } from '../../domain/plans/index.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { heldOn, isConcluded, isUnderWay } from '../../domain/review/held.ts';
import { broughtForwardFrom } from '../../domain/review/held-early.ts';
import { missingFor } from '../../domain/review/missing.ts';
import { meetingIsOver } from '../../domain/review/obligations/meeting-day.ts';
import { isOpen } from '../../domain/review/open-actions.ts';
import { sentences } from '../../domain/review/steps/step-form.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { isQuiet } from '../../domain/school/place.ts';
import { whyWords } from '../../domain/statute/date-reasons.ts';
import type { DueTransfer } from '../../domain/statute/due.ts';
import type { LateMeeting } from '../../domain/statute/late-meeting.ts';
import type { ParentsMet } from '../../domain/statute/parents-met.ts';
import type { RuleDate } from '../../domain/statute/statute.ts';
import { phaseWords } from '../annual-labels.ts';
import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import { whereSection } from '../meeting-place.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import { behindRuns } from '../parents-met.ts';
import {
  explained,
  type Fact,
  headed,
  noticed,
  type OfReview,
  part,
  type Section,
  section,
  subtle,
  typed,
} from '../parts.ts';
import { NOTHING_ASKED, placeSection } from '../place.ts';
import { actionStands } from './actions.ts';
import { earlierMeetingsSection, earlySection, refusedSection, reopenedSection } from './background.ts';
import { rearrangeSection, sentInSection } from './families.ts';
import { invitedSection } from './invited.ts';
import { lateMeetingSection } from './late-meeting.ts';
import { missingInBrief } from './missing-in-brief.ts';
import { moveSection } from './move-section.ts';
import { peopleSection } from './people.ts';
import { profileNotLookedAt } from './profile.ts';
import { requestsSection, supportAsk } from './request-stands.ts';
import { safetySection } from './safety.ts';
import { actingAsk, annualSections } from './status-annual.ts';
import { guideButtons, lookButtons, moreButtons, offeredButtons, runButtons } from './status-buttons.ts';
import { evidenceSection } from './status-evidence.ts';
import { viewsSection } from './status-views.ts';
import { closedAsk, supportSection } from './support-stands.ts';
import { untoldSection } from './tell-outside.ts';
import { unreachedSection } from './unreached.ts';

type Given = OfReview & {
  readonly mayRun: boolean;
  readonly about?: string | undefined;
  /** When the review is closed: by when the next is due, and why. */
  readonly next?: RuleDate | undefined;
  /** The kind of the plan it is gone on with under, where that is another than its own. */
  readonly under?: PlanKind | undefined;
  /** The meeting that is set, where its day is after the last one for it. */
  readonly late?: LateMeeting | undefined;
  /** The move between phases of education that is near and not settled. */
  readonly transfer?: DueTransfer | undefined;
  /** How often the parents were met, where that is expected. */
  readonly parents?: ParentsMet | undefined;
};

function actionsSection({ review, school, today }: OfReview): Section {
  const done = review.actions.filter((action) => action.done).length;
  const ended = review.actions.filter((action) => action.withdrawn).length;
  const also = ended ? `, ${ended} ended` : '';
  const parts = review.actions.map((action) =>
    part([...headed('', action.what), actionStands(action, school, today)], {
      beside: [button('Open', press.show('action', review.id, action.id))],
    }),
  );
  return section(`Actions: ${done} of ${count(review.actions.length, 'action')} done${also}`, parts);
}

/** That parents are to be met, where that is so, with the way to say that they were. */
function parentsSection({ parents, pupil, today, mayRun }: Given): Section[] {
  const lines = behindRuns(parents, pupil, today);
  if (lines.length === 0) return [];
  const beside = mayRun ? [button('Record a meeting', press.pupilForm('met', pupil.id))] : [];
  return [section('Meetings with the family', [part(lines, { beside })])];
}

function sectionsOf(given: Given): Section[] {
  const { review } = given;
  if (review.stage === 'cancelled') {
    return [section('Why it was cancelled', [part(typed(review.cancelled?.why ?? ''))])];
  }
  const preparing = review.stage === 'preparing';
  const sections = [
    ...(isConcluded(review) ? [] : safetySection(given)),
    ...placeSection(given.pupil, given.today, planRow(review.kind).decidedElsewhere),
    ...(isConcluded(review) ? [] : whereSection(review)),
    ...unreachedSection(given, given.mayRun),
    ...untoldSection(given, given.mayRun),
    ...lateMeetingSection(given),
    ...rearrangeSection(given),
    ...annualSections(given),
    ...moveSection(given.transfer, given.today),
    ...requestsSection(given, true),
    ...(review.actions.length ? [actionsSection(given)] : []),
    ...supportSection(given),
    ...(review.evidence.length ? [evidenceSection(given)] : []),
    ...(preparing ? [] : [viewsSection(given)]),
    ...peopleSection(given),
    ...sentInSection(given, given.mayRun && (review.stage === 'gathering' || review.stage === 'meeting')),
    ...invitedSection(given),
    ...profileNotLookedAt(given),
    ...parentsSection(given),
    ...earlySection(given),
    ...reopenedSection(given),
    ...earlierMeetingsSection(given),
    ...refusedSection(given.pupil, given.school, given.under ?? review.kind),
  ];
  return [...sections, section('', [part([[subtle(`Led by ${nameOf(given.school, review.lead)}`)]])])];
}

function meetingFact({ review, today }: OfReview): Fact {
  const { meeting } = review;
  if (isConcluded(review)) return { title: 'Meeting held', value: dayWords(heldOn(review)) };
  const from = broughtForwardFrom(review);
  if (from)
    return {
      title: 'Meeting',
      value: `${dayWords(heldOn(review))}, brought forward from ${dayWords(from)}`,
    };
  const when = meeting && `${dayWords(meeting.date)} at ${meeting.time} (${daysWords(today, meeting.date)})`;
  return { title: 'Meeting', value: when ?? 'Not set yet' };
}

/** By when the next review is due, and why; until that is known, the day this one set. */
function nextFacts({ review, next }: Given): Fact[] {
  const set = review.outcome?.nextReviewBy;
  if (next) return [{ title: 'Next review due by', value: dayWords(next.date), reason: whyWords(next) }];
  return set ? [{ title: 'Next review by', value: dayWords(set) }] : [];
}

function factsOf(given: Given): Fact[] {
  const { review } = given;
  const { transfer } = annualPartOf(review);
  // One that is near and not settled has a section of its own, with its last day.
  const move = given.transfer ? undefined : transfer;
  return [
    { title: 'Review', value: review.ref },
    meetingFact(given),
    ...nextFacts(given),
    ...(move ? [{ title: 'Phase transfer', value: phaseWords(move) }] : []),
  ];
}

const DAY_OVER =
  'The day of the meeting has passed. If it was held, open it and record what came of it; if not, change its day.';

function gatheringAsk({ review, pupil, school, today }: OfReview): string {
  if (!review.meeting) return 'The meeting was called off. Next: set a new date.';
  const missing = missingFor(review, school);
  const isOver = meetingIsOver(review, today);
  if (missing.length === 0 && review.meeting.date > today) return 'Everything is in. Next: the meeting.';
  if (missing.length === 0 && !isOver) return 'Everything is in: you can open the meeting.';
  const parts = missingInBrief(missing, termsOf(review, pupil, today), review);
  return sentences(isOver ? DAY_OVER : '', parts.length ? `Still missing: ${parts.join(', ')}.` : '');
}

function askOf(given: OfReview): string {
  const { review } = given;
  const open = review.actions.filter(isOpen).length;
  if (isUnderWay(review) && isQuiet(review.quiet, given.today)) return NOTHING_ASKED;
  switch (review.stage) {
    case 'preparing':
      return planRow(review.kind).words.nextPlanning;
    case 'gathering':
      return gatheringAsk(given);
    case 'meeting':
      return 'The meeting is open: the agenda has everything that was gathered.';
    case 'acting':
      if (planRow(review.kind).decidedElsewhere) return actingAsk(given, open);
      return supportAsk(given, open);
    case 'closed':
      return closedAsk(review);
    case 'cancelled':
      return 'This review was cancelled.';
  }
}

/**
 * How a review stands, for a SENCO (`mayRun`) or a leader, who only looks. `about` is the page ("page-2").
 */
export function statusCard(given: Given): CardMessage {
  const { review, pupil } = given;
  const page = onPage([...(given.first ?? []), ...sectionsOf(given)], given.about, (to) =>
    press.show('status', review.id, `page-${to}`),
  );
  const { child } = termsOf(review, pupil, given.today);
  const aboutButton = button(`About the ${child}`, press.aboutPupil(pupil.id));
  const more = given.mayRun
    ? [...moreButtons(given), ...offeredButtons(given), aboutButton, ...guideButtons(given)]
    : [aboutButton];
  const shown = explained({
    frame: {
      title: 'How the review stands',
      line: lineOf(review, pupil),
      ask: page.numbered(askOf(given)),
      ...noticed(given.notice),
    },
    facts: page.isFirst ? factsOf(given) : [],
    sections: page.sections,
    paging: page.paging,
    buttons: [...(given.mayRun ? runButtons(given) : lookButtons(given)), ...more],
  });
  return { ...shown, notification: `How review ${review.ref} stands` };
}
