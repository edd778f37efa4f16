import { withArticle } from '../../language/words.ts';
import { planRow } from '../../plans/index.ts';
import { withSupportCarriedOver } from '../carry-over.ts';
import { changesPlan } from '../changes-plan.ts';
import { checkStaff, checkWords } from '../checks.ts';
import { staffToldOfOutcome } from '../concerned.ts';
import { type Refusal, type RefusalCode, refusal, unless } from '../decision.ts';
import { outcomeChoice, outcomesFor } from '../outcomes.ts';
import type { LaRequest, Outcome, Provision, ReportParts, Review } from '../review.ts';
import { atMeeting, instead } from './instead.ts';
import { checkNextReview } from './next-review-day.ts';
import { outcomeForm } from './outcome-form.ts';
import { recommendationForm } from './recommendation-form.ts';
import { checkSending, requestsAsked, type Sending, toldToSend } from './requests-asked.ts';
import { type Given, type Step, tell } from './step.ts';

type Missing = ReturnType<Given['missing']>;

/** `report`: for an annual review only, and then always. */
interface DecideOutcome extends Omit<Outcome, 'decidedBy' | 'at'>, Sending {
  readonly type: 'decide-outcome';
}

interface OutcomeDecided extends Omit<Outcome, 'decidedBy' | 'at'> {
  readonly type: 'outcome-decided';
  /** What it asks of the local authority. */
  readonly requests?: readonly LaRequest[];
}

/**
 * What the review concludes or, an annual review, recommends. A plan that ends with nothing left to do is closed with it.
 */
export const decideOutcome: Step<DecideOutcome, OutcomeDecided> = {
  type: 'decide-outcome',
  giver: 'senco',
  stages: atMeeting(
    instead(
      'The outcome has been recorded already. If it is wrong, add a correction to the record.',
      'correction',
      'already-done',
    ),
  ),
  moves: [{ from: 'meeting', to: 'acting' }],
  closes: { from: 'meeting', when: 'the plan ends and there are no actions; never an annual review' },
  decide: (given, command) => {
    const { review, school } = given;
    const missing = given.missing('outcome', command.kind);
    const refused =
      checkKind(review, command) ??
      checkMissing(review, missing) ??
      checkInWords(review, command) ??
      checkWhatWillChange(command) ??
      checkReasons(command) ??
      checkAction(missing) ??
      checkChange(review, command) ??
      checkOwners(review, school) ??
      checkNextReview(given, command) ??
      checkSending(given, command);
    return unless(refused, decided(given, command));
  },
  facts: {
    'outcome-decided': {
      evolve: (review, { type: _, requests, ...outcome }, { who, at }) =>
        withSupportCarriedOver({
          ...review,
          ...(requests && { requests }),
          stage: 'acting',
          outcome: { ...outcome, decidedBy: who, at },
        }),
      tells: ({ review, fact: { requests = [] } }) => [
        ...tell('record', staffToldOfOutcome(review)),
        ...review.actions.flatMap(({ owner, id }) => tell('action-given', [owner], id)),
        ...toldToSend(requests),
        ...newlySeenTo(review).flatMap(({ owner, id }) => (owner ? tell('support-given', [owner], id) : [])),
      ],
    },
  },
  forms: [outcomeForm, recommendationForm],
};

/** The support of which somebody does not know yet that they see to it: not what goes on as it was. */
function newlySeenTo(review: Review): readonly Provision[] {
  if (planRow(review.kind).endedOn(review)) return [];
  const before = review.last?.provision ?? [];
  const goesOn = (one: Provision) =>
    before.some(({ id, owner, starts }) => id === one.id && owner === one.owner && starts === one.starts);
  return review.provision.filter((one) => !goesOn(one));
}

const NOTHING_SAID: ReportParts = { healthAndCare: '', adulthood: '', personalBudget: '' };

function decided(given: Given, command: DecideOutcome): OutcomeDecided {
  const { review } = given;
  const { type: _, report = NOTHING_SAID, sends: _sends, sendBy: _by, ...outcome } = command;
  const requests = requestsAsked(given, command);
  return {
    type: 'outcome-decided',
    ...outcome,
    reasons: [...new Set(outcome.reasons)],
    ...(planRow(review.kind).decidedElsewhere && { report }),
    ...(requests.length > 0 && { requests }),
  };
}

function checkKind(review: Review, command: DecideOutcome): Refusal | undefined {
  if (outcomesFor(review.kind).some(({ code }) => code === command.kind)) return undefined;
  return refusal('other-kind', planRow(review.kind).words.otherOutcome, {
    field: 'kind',
    offer: { what: 'outcome' },
  });
}

const CODES: Readonly<Record<string, RefusalCode>> = {
  'parent-views': 'views-missing',
  'pupil-views': 'views-missing',
  'target-review': 'targets-missing',
  'provision-review': 'provision-missing',
  'provision-change': 'provision-missing',
  attendance: 'attendance-missing',
  'section-change': 'section-change-missing',
  considered: 'considered-missing',
};

/** The first thing that is missing, and all else of its sort. A missing action is said of later, once the rest is there. */
function checkMissing(review: Review, all: Missing): Refusal | undefined {
  const missing = all.filter(({ what }) => what !== 'action');
  const [first] = missing;
  if (!first) return undefined;
  const same = missing.filter(({ what }) => CODES[what] === CODES[first.what]);
  const { conclusion } = planRow(review.kind).words;
  const say = `Before ${withArticle(conclusion)}: ${same.map((one) => one.say).join(' ')}`;
  const { offer: what, about } = first;
  return refusal(CODES[first.what] ?? 'things-missing', say, {
    offer: { what, ...(about !== undefined && { about }) },
  });
}

function checkAction(missing: Missing): Refusal | undefined {
  const none = missing.find(({ what }) => what === 'action');
  return none && refusal('action-missing', none.say, { offer: { what: none.offer } });
}

/** What is recommended to somebody else who decides is said in words; elsewhere they stand beside it where there are any. */
function checkInWords({ kind }: Review, { inWords }: DecideOutcome): Refusal | undefined {
  if (!planRow(kind).decidedElsewhere) return undefined;
  return checkWords(inWords, 'inWords', 'Please say it in your own words too.');
}

function checkWhatWillChange({ whatWillChange }: DecideOutcome): Refusal | undefined {
  if (whatWillChange.trim() !== '') return undefined;
  const say =
    'What will actually change for the child? Please answer in a sentence a parent would understand.';
  return refusal('what-will-change-missing', say, { field: 'whatWillChange', offer: { what: 'outcome' } });
}

function checkReasons({ kind, reasons }: DecideOutcome): Refusal | undefined {
  if (!outcomeChoice(kind).needsReason || reasons.length > 0) return undefined;
  const say = 'Please choose at least one reason why there was little progress.';
  return refusal('reason-missing', say, { field: 'reasons', offer: { what: 'outcome' } });
}

/** Said to be updated, the plan changes somewhere, or the next review comes at another time. */
function checkChange(review: Review, { kind, nextReviewBy }: DecideOutcome): Refusal | undefined {
  if (!outcomeChoice(kind).needsChange || nextReviewBy || changesPlan(review)) return undefined;
  const { goal } = planRow(review.kind);
  const say = `What changes? An updated plan has a ${goal} or support that is new or changed, or another day for the next review below. Note it on the agenda first; or choose that the plan continues.`;
  return refusal('change-missing', say, { field: 'kind', offer: { what: 'agenda' } });
}

/** An owner who has left is put right on the agenda, not in the outcome's form. */
function checkOwners({ actions, provision }: Review, school: Given['school']): Refusal | undefined {
  const owners = actions.map(({ owner }) => owner);
  const left = checkStaff(owners, school, 'owner');
  if (left) return putRight(left, 'Take their action back and add it for somebody else.');
  const seeing = provision.flatMap(({ owner }) => owner ?? []);
  const gone = checkStaff(seeing, school, 'owner');
  return gone && putRight(gone, 'Change the provision, so that somebody sees to it.');
}

const putRight = ({ code, say }: Refusal, how: string): Refusal =>
  refusal(code, `${say} ${how}`, { offer: { what: 'agenda' } });
