import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import type { Terms } from '../../domain/language/terms.ts';
import { type Seeing, saidTo, showsAny } from '../../domain/questions/said.ts';
import { familyViews } from '../../domain/review/addressee.ts';
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
import { termsOf } from '../../domain/review/terms-of.ts';
import type { School } from '../../domain/school/school.ts';
import { localDate } from '../../domain/time.ts';
import { type OfReview, type Part, part, plain, type Section, section, subtle, typed } from '../parts.ts';
import { inBrief, noteOf, readOut } from '../read-out.ts';
import { adviceLines, lateWords } from './advice.ts';
import { sentInSection } from './families.ts';
import { lastActionsSection, supportSection } from './last-review.ts';

/** What a colleague said as evidence, question by question, strengths first: for themselves, and for those who oversee. */
export function evidenceParts(answer: EvidenceAnswer, review: Review, terms: Terms): Part[] {
  return readOut(saidTo(EVIDENCE, { ...answer }, { review }, { ...terms }, 'all'));
}

function evidenceSection(
  { who, answer }: EvidenceRequest,
  { review, school }: OfReview,
  terms: Terms,
): Section[] {
  if (!answer || answer.said === 'nothing-to-add') return [];
  const when = `Answered ${dayWords(localDate(answer.at))}${lateWords(review, answer) || (answer.late ? ', late' : '')}`;
  const parts = [part([[subtle(when)]]), ...evidenceParts(answer.said, review, terms)];
  return [section('', parts, nameOf(school, who))];
}

const namesOf = (people: readonly EvidenceRequest[], school: School) =>
  people.map(({ who }) => nameOf(school, who)).join(', ');

function withoutEvidence({ review, school }: OfReview): Part[] {
  const nothing = review.evidence.filter(({ answer }) => answer?.said === 'nothing-to-add');
  const unanswered = review.evidence.filter(({ answer }) => !answer);
  return [
    ...(nothing.length ? [part([[subtle('Nothing to add: '), plain(namesOf(nothing, school))]])] : []),
    ...(unanswered.length
      ? [part([[subtle('Not received yet: '), plain(namesOf(unanswered, school))]])]
      : []),
  ];
}

function notGiven(views: ViewsNotGivenAnswer): Part {
  return part([
    [plain(`Asked ${dayWords(views.soughtOn)}, and no views were received.`)],
    ...typed(views.howSought),
  ]);
}

/** The pupil's views, below a note of how they gave them. */
function pupilViewsPart(answer: PupilViewsAnswer, terms: Terms): Part {
  const [how, ...views] = saidTo(PUPIL_VIEWS, { ...answer }, {}, { ...terms });
  return part([...(how ? [[noteOf(how)]] : []), ...inBrief(views)]);
}

/** What is said of views that nothing waits for, while they are not there. */
export const WELCOME = ' · Welcome, not required';

/** The pupil's views, or that they were asked and none came; nothing where neither is recorded. */
export function pupilViewsSection(review: Review, terms: Terms): Section[] {
  const { pupilViews: views } = review;
  if (!views) return [];
  const said = views.given ? pupilViewsPart(views.said, terms) : notGiven(views);
  return [section(`The ${terms.child}’s views${lateWords(review, views)}`, [said])];
}

/** What parents, carers or a representative said, or that they were asked and nothing came; nothing where neither is recorded, or shown. */
export function parentViewsSection(review: Review, terms: Terms, seeing: Seeing): Section[] {
  const { parentViews: views } = review;
  if (!views || !showsAny(PARENT_VIEWS, seeing)) return [];
  const parts = views.given
    ? readOut(saidTo(PARENT_VIEWS, { ...views.said }, {}, { ...terms }, seeing))
    : [notGiven(views)];
  return [section(`${familyViews(review).title}${lateWords(review, views)}`, parts)];
}

/** Written advice of those outside who were invited to an annual review. */
function adviceSections(given: OfReview): Section[] {
  return annualPartOf(given.review).outsiders.flatMap(({ name, role, advice }) => {
    if (!advice) return [];
    const came = `${ROLE[role]} · ${advice.given ? 'Advice came' : 'Unable to send advice: said'} ${dayWords(advice.on)}${lateWords(given.review, advice)}`;
    return [section('', [part([[subtle(came)], ...adviceLines(advice, given)])], name)];
  });
}

/** Whether anything has come yet that can be read: evidence, views, advice, or what families sent in. */
export function hasCome(review: Review): boolean {
  const { evidence, parentViews, pupilViews, sentIn = [] } = review;
  const advice = annualPartOf(review).outsiders.some((one) => one.advice);
  const answered = evidence.some(({ answer }) => answer && answer.said !== 'nothing-to-add');
  return answered || advice || parentViews !== undefined || pupilViews !== undefined || sentIn.length > 0;
}

/** Everything gathered before the meeting: the child's terms first, then the family's, then staff, by person. */
export function gatheredSections(given: OfReview): Section[] {
  const { review, pupil, today } = given;
  const terms = termsOf(review, pupil, today);
  const staff = review.evidence.flatMap((request) => evidenceSection(request, given, terms));
  const without = withoutEvidence(given);
  return [
    ...pupilViewsSection(review, terms),
    ...parentViewsSection(review, terms, 'all'),
    ...sentInSection(given),
    ...staff,
    ...adviceSections(given),
    ...(without.length ? [section('Others who were asked', without)] : []),
    ...[lastActionsSection(given), supportSection(given, false)].filter(({ parts }) => parts.length > 0),
  ];
}
