import { annualPartOf } from '../domain/annual-part.ts';
import { saidTo } from '../domain/questions/said.ts';
import { EVIDENCE } from '../domain/review/questions/evidence.ts';
import type { EvidenceAnswer, EvidenceRequest, Review } from '../domain/review.ts';
import type { School } from '../domain/school.ts';
import { localDate } from '../domain/time.ts';
import { ROLE } from './annual-words.ts';
import {
  type OfReview,
  type Part,
  part,
  plain,
  type Section,
  said,
  section,
  subtle,
  typed,
} from './parts.ts';
import { readOut } from './read-out.ts';
import { type Voice, voiceOf } from './voice.ts';
import { dayWords, HOW_GIVEN, nameOf } from './words.ts';

/** What a colleague said as evidence, question by question, strengths first. */
export function evidenceParts(answer: EvidenceAnswer, review: Review, voice: Voice): Part[] {
  return readOut(saidTo(EVIDENCE, { ...answer }, { review }, { ...voice }));
}

function evidenceSection(
  { who, answer }: EvidenceRequest,
  { review, school }: OfReview,
  voice: Voice,
): Section[] {
  if (!answer || answer.said === 'nothing-to-add') return [];
  const when = `Answered ${dayWords(localDate(answer.at))}${answer.late ? ', late' : ''}`;
  const parts = [part([[subtle(when)]]), ...evidenceParts(answer.said, review, voice)];
  return [section('', parts, nameOf(school, who))];
}

const namesOf = (people: readonly EvidenceRequest[], school: School) =>
  people.map(({ who }) => nameOf(school, who)).join(', ');

function withoutEvidence({ review, school }: OfReview): Part[] {
  const nothing = review.evidence.filter(({ answer }) => answer?.said === 'nothing-to-add');
  const unanswered = review.evidence.filter(({ answer }) => !answer);
  return [
    ...(nothing.length ? [part([[subtle('Nothing to add: '), plain(namesOf(nothing, school))]])] : []),
    ...(unanswered.length ? [part([[subtle('No answer yet: '), plain(namesOf(unanswered, school))]])] : []),
  ];
}

function notGiven(views: { readonly soughtOn: string; readonly howSought: string }): Part {
  return part([[plain(`Asked ${dayWords(views.soughtOn)}, and none given.`)], ...typed(views.howSought)]);
}

/** The pupil's views, or that they were asked and gave none; nothing where neither is recorded. */
export function pupilViewsSection({ pupilViews: views }: Review, { child }: Voice): Section[] {
  if (!views) return [];
  const parts = views.given
    ? [part([[subtle(`How they gave them: ${HOW_GIVEN[views.said.how]}`)], ...typed(views.said.views)])]
    : [notGiven(views)];
  return [section(`The ${child}’s views`, parts)];
}

/** What parents or carers said, or that they were asked and said nothing; nothing where neither is recorded. */
export function parentViewsSection({ parentViews: views }: Review, { setting }: Voice): Section[] {
  if (!views) return [];
  const parts = views.given
    ? [
        ...said('What is going well', views.said.goingWell),
        ...said('What is still difficult', views.said.difficult),
        ...said(`What has changed at home or at ${setting}`, views.said.changed),
        ...said('Is the support happening?', views.said.supportHappening),
        ...said('Is it helping?', views.said.supportHelping),
        ...said('New concerns', views.said.newConcerns),
        ...said(`What their child says about ${setting}`, views.said.childSays),
        ...said('Examples', views.said.examples),
        ...said('What they hope will come of it', views.said.hopedFor),
      ]
    : [notGiven(views)];
  return [section('What parents or carers say', parts)];
}

/** Written advice of those outside who were invited to an annual review. */
function adviceSections(review: Review): Section[] {
  return annualPartOf(review).outsiders.flatMap(({ name, role, advice }) => {
    if (!advice) return [];
    const came = `${ROLE[role]} · ${advice.given ? 'Advice came' : 'Gives no advice: said'} ${dayWords(advice.on)}`;
    return [section('', [part([[subtle(came)], ...typed(advice.words)])], name)];
  });
}

/** Everything gathered before the meeting: the child's voice first, then the family's, then staff, by person. */
export function gatheredSections(given: OfReview): Section[] {
  const { review, pupil, today } = given;
  const voice = voiceOf(review, pupil, today);
  const staff = review.evidence.flatMap((request) => evidenceSection(request, given, voice));
  const without = withoutEvidence(given);
  return [
    ...pupilViewsSection(review, voice),
    ...parentViewsSection(review, voice),
    ...staff,
    ...adviceSections(review),
    ...(without.length ? [section('Others who were asked', without)] : []),
  ];
}
