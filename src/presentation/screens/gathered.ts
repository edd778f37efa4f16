import { type Seeing, saidTo, showsAny } from '../../domain/questions/said.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { ROLE } from '../../domain/review/questions/annual-options.ts';
import { EVIDENCE } from '../../domain/review/questions/evidence.ts';
import { PARENT_VIEWS } from '../../domain/review/questions/parent-views.ts';
import { PUPIL_VIEWS } from '../../domain/review/questions/pupil-views.ts';
import type { ViewsNotGivenAnswer } from '../../domain/review/questions/views-not-given.ts';
import type {
  EvidenceAnswer,
  EvidenceRequest,
  PupilViewsAnswer,
  Review,
} from '../../domain/review/review.ts';
import type { School } from '../../domain/school/school.ts';
import { localDate } from '../../domain/time.ts';
import { dayWords, nameOf } from '../labels.ts';
import { type OfReview, type Part, part, plain, type Section, section, subtle, typed } from '../parts.ts';
import { inBrief, noteOf, readOut } from '../read-out.ts';
import { type Voice, voiceOf } from '../terminology.ts';
import { adviceLines } from './advice.ts';

/** What a colleague said as evidence, question by question, strengths first: for themselves, and for those who oversee. */
export function evidenceParts(answer: EvidenceAnswer, review: Review, voice: Voice): Part[] {
  return readOut(saidTo(EVIDENCE, { ...answer }, { review }, { ...voice }, 'all'));
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

function notGiven(views: ViewsNotGivenAnswer): Part {
  return part([[plain(`Asked ${dayWords(views.soughtOn)}, and none given.`)], ...typed(views.howSought)]);
}

/** The pupil's views, below a note of how they gave them. */
function pupilViewsPart(answer: PupilViewsAnswer, voice: Voice): Part {
  const [how, ...views] = saidTo(PUPIL_VIEWS, { ...answer }, {}, { ...voice });
  return part([...(how ? [[noteOf(how)]] : []), ...inBrief(views)]);
}

/** The pupil's views, or that they were asked and gave none; nothing where neither is recorded. */
export function pupilViewsSection({ pupilViews: views }: Review, voice: Voice): Section[] {
  if (!views) return [];
  const said = views.given ? pupilViewsPart(views.said, voice) : notGiven(views);
  return [section(`The ${voice.child}’s views`, [said])];
}

/** What parents or carers said, or that they were asked and said nothing; nothing where neither is recorded, or shown. */
export function parentViewsSection({ parentViews: views }: Review, voice: Voice, seeing: Seeing): Section[] {
  if (!views || !showsAny(PARENT_VIEWS, seeing)) return [];
  const parts = views.given
    ? readOut(saidTo(PARENT_VIEWS, { ...views.said }, {}, { ...voice }, seeing))
    : [notGiven(views)];
  return [section('What parents or carers say', parts)];
}

/** Written advice of those outside who were invited to an annual review. */
function adviceSections(given: OfReview): Section[] {
  return annualPartOf(given.review).outsiders.flatMap(({ name, role, advice }) => {
    if (!advice) return [];
    const came = `${ROLE[role]} · ${advice.given ? 'Advice came' : 'Gives no advice: said'} ${dayWords(advice.on)}`;
    return [section('', [part([[subtle(came)], ...adviceLines(advice, given)])], name)];
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
    ...parentViewsSection(review, voice, 'all'),
    ...staff,
    ...adviceSections(given),
    ...(without.length ? [section('Others who were asked', without)] : []),
  ];
}
