import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import type { Terms } from '../../domain/language/terms.ts';
import { capital } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import type { Question } from '../../domain/questions/question.ts';
import { calledOf, saidTo, showsAny } from '../../domain/questions/said.ts';
import { newProvision } from '../../domain/review/carry-over.ts';
import { heldOn } from '../../domain/review/held.ts';
import { isOpen } from '../../domain/review/open-actions.ts';
import { ACTION, ACTION_DONE } from '../../domain/review/questions/actions.ts';
import { CONSIDERED } from '../../domain/review/questions/considered.ts';
import { DISAGREEMENT } from '../../domain/review/questions/disagreement.ts';
import { HELPED } from '../../domain/review/questions/options.ts';
import { OUTCOME, type OutcomeAnswer } from '../../domain/review/questions/outcome.ts';
import type { Review } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { familySaysOf } from '../../domain/school/family-says.ts';
import type { School } from '../../domain/school/school.ts';
import type { RuleDate } from '../../domain/statute/statute.ts';
import { localDate } from '../../domain/time.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import { familySaysPart } from '../family-says.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import {
  explained,
  type Fact,
  headed,
  noticed,
  type OfReview,
  part,
  plain,
  type Section,
  section,
  subtle,
  typed,
} from '../parts.ts';
import { placeSection } from '../place.ts';
import { listPart, readOut } from '../read-out.ts';
import { actionStands } from './actions.ts';
import { notesSection } from './agenda-points.ts';
import { disagreementPart, newTargetPart, provisionPart, reviewedTargetPart } from './agreed.ts';
import { earlySection } from './background.ts';
import { sentInSection } from './families.ts';
import { parentViewsSection, pupilViewsSection } from './gathered.ts';
import { lastActionsSection, supportRecord } from './last-review.ts';
import { profileRecord } from './profile.ts';
import { annualRecord, sharedAnnualRecord } from './record-annual.ts';
import { recordButton } from './record-button.ts';
import { correctionsSection, type RecordScope } from './record-corrections.ts';
import { requestsSection } from './request-stands.ts';
import { nextSteps } from './steps.ts';

function outcomeSection(review: Review, school: School, terms: Terms): Section[] {
  const { outcome } = review;
  if (!outcome) return [];
  const plan = planRow(review.kind);
  const by = `${plan.words.conclusionMade} ${dayWords(localDate(outcome.at))} by ${nameOf(school, outcome.decidedBy)}`;
  const { topUpFunding, ...decided } = outcome;
  const said = saidTo(OUTCOME, decided, { plan, school }, { ...terms });
  const to = (id: keyof OutcomeAnswer) => said.filter(({ question }) => question === id);
  return [
    section(plan.words.conclusionHeading, [
      ...readOut(to('kind')),
      ...to('reasons').map(listPart),
      ...readOut(to('parentsThere')),
      ...(topUpFunding && !review.requests ? [part([[plain('Top-up funding is to be applied for.')]])] : []),
      part([[subtle(by)]]),
    ]),
    ...to('whatWillChange').map((one) => section(one.called, readOut([{ ...one, called: '' }]))),
  ];
}

function targetsSection(review: Review, terms: Terms): Section {
  const parts = review.targets.map((target, index) =>
    reviewedTargetPart(review, index + 1, target, terms, plain('Not reviewed at the meeting')),
  );
  return section(`${capital(terms.goals)} and progress`, parts);
}

function actionsSection(given: OfReview, terms: Terms): Section {
  const { review, school, today } = given;
  const called = (question: Question<string, OfReview>) => `${calledOf(question, given, { ...terms })}: `;
  const targets = [...review.targets, ...review.newTargets];
  const parts = review.actions.map((action) => {
    const target = targets.find(({ id }) => id === action.targetId);
    const done = action.done;
    return part([
      ...headed('', action.what),
      actionStands(action, school, today),
      ...(target ? [[subtle(called(ACTION.targetId)), plain(target.text)]] : []),
      ...(done
        ? [
            ...(done.helped
              ? [[subtle(`${calledOf(ACTION_DONE.helped, {}, {})} `), plain(HELPED[done.helped])]]
              : []),
            ...typed(done.what),
          ]
        : []),
      ...(action.withdrawn ? typed(action.withdrawn.why) : []),
      ...(!isOpen(action) || !action.howWeWillKnow
        ? []
        : [[subtle(called(ACTION.howWeWillKnow)), plain(action.howWeWillKnow)]]),
    ]);
  });
  return section('Actions', parts);
}

/** What the family says of this record, beside it: for those only who oversee reviews. */
const familySaysSection = ({ review, pupil, school, today }: OfReview): Section =>
  section(
    'What the family says is wrong',
    familySaysOf(pupil, review.id).map((one) => familySaysPart(one, school, [], today)),
  );

/** To whom staff turn with something that is wrong; what they are not shown, they are told of. */
function keptSection({ review, school }: OfReview): Section {
  const { keptBack } = planRow(review.kind).words;
  const ask = `Something wrong or missing? Please tell ${nameOf(school, review.lead)}, who can correct it.`;
  return section('', [part([[subtle(keptBack)], [subtle(ask)]])]);
}

/** What was considered and tried before an EHC needs assessment was asked for. */
function consideredSection(given: OfReview): Section[] {
  const { considered } = given.review;
  if (!considered) return [];
  const said = saidTo<OfReview>(CONSIDERED, { ...considered }, given, {}, 'all');
  return [section('What was considered and tried', readOut(said))];
}

type OfRecord = OfReview & {
  /** By when the next review is due, where that is known. */
  readonly next?: RuleDate | undefined;
  /** Whether whoever reads it is shown the one-page profile. */
  readonly profile?: boolean;
};

function sectionsOf(given: OfRecord, scope: RecordScope): Section[] {
  const { review, pupil, school, today } = given;
  const terms = termsOf(review, pupil, today);
  const all = scope === 'all';
  const seeing = all ? 'all' : 'shared';
  return [
    ...(all ? placeSection(pupil, today, planRow(review.kind).decidedElsewhere) : []),
    ...outcomeSection(review, school, terms),
    targetsSection(review, terms),
    section(
      `New ${terms.goals}`,
      review.newTargets.map((one) => newTargetPart(one, terms)),
    ),
    supportRecord(given, seeing),
    section(
      'Provision',
      newProvision(review).map((one) => provisionPart(one, school, terms)),
    ),
    actionsSection(given, terms),
    ...(all ? annualRecord(given) : sharedAnnualRecord(given)),
    ...(all ? [notesSection(given), lastActionsSection(given)] : []),
    ...(given.profile ? profileRecord(given) : []),
    ...pupilViewsSection(review, terms),
    ...parentViewsSection(review, terms, seeing),
    ...(all ? sentInSection(given) : []),
    section(
      'Disagreement',
      showsAny(DISAGREEMENT, seeing) ? review.disagreements.map((one) => disagreementPart(one, terms)) : [],
    ),
    ...(all ? [...consideredSection(given), ...requestsSection(given, false)] : []),
    ...(all ? earlySection(given) : []),
    correctionsSection(given, scope),
    ...(all ? [familySaysSection(given)] : []),
    ...(all ? [] : [keptSection(given)]),
  ].filter(({ parts }) => parts.length > 0);
}

function factsOf({ review, next }: OfRecord): Fact[] {
  const set = next?.date ?? review.outcome?.nextReviewBy;
  return [
    { title: 'Review', value: review.ref },
    { title: 'Meeting held', value: dayWords(heldOn(review)) },
    ...(set ? [{ title: 'Next review by', value: dayWords(set) }] : []),
  ];
}

function ownButtons(given: OfReview, scope: RecordScope, mayRun: boolean): Button[] {
  const { review, today } = given;
  const [next] = review.stage === 'acting' ? nextSteps(review, today) : [];
  const run = mayRun
    ? [
        ...(next ? recordButton(given, next.step).map(asMain) : []),
        button('Correct the record', press.form('correction', review.id)),
        ...(review.stage === 'acting' && !next
          ? [button('Add an action', press.form('action', review.id))]
          : []),
      ]
    : [];
  const gathered = press.show('agenda', review.id, 'gathered-1');
  return [...run, ...(scope === 'all' ? [button('What was gathered', gathered)] : [])];
}

/**
 * The record of a review whose outcome is decided, as `scope` lets it be seen. `mayRun`: they may correct it.
 * `about` is the page ("page-2").
 */
export function recordCard(
  given: OfRecord & {
    readonly scope: RecordScope;
    readonly mayRun: boolean;
    readonly about?: string | undefined;
  },
): CardMessage {
  const { review, pupil, scope } = given;
  const page = onPage([...(given.first ?? []), ...sectionsOf(given, scope)], given.about, (to) =>
    press.show('record', review.id, `page-${to}`),
  );
  const shown = explained({
    frame: {
      title: 'Record of the review',
      line: lineOf(review, pupil),
      ask: page.numbered('What was agreed, and who does what by when.'),
      ...noticed(given.notice),
    },
    facts: page.isFirst ? factsOf(given) : [],
    sections: page.sections,
    paging: page.paging,
    buttons: [
      ...ownButtons(given, scope, given.mayRun),
      ...(scope === 'all' ? [button('For the family', press.show('family', review.id))] : []),
    ],
  });
  return { ...shown, notification: `The record of review ${review.ref}` };
}
