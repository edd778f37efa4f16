import { isDeepStrictEqual } from 'node:util';
import { membership } from '../../school/membership.ts';
import type { PersonId } from '../../school/school.ts';
import { checkWords } from '../checks.ts';
import { runningIt } from '../concerned.ts';
import { ASITIS, type Refusal, refusal, unless } from '../decision.ts';
import type { EvidenceAnswer, EvidenceRequest, Review } from '../review.ts';
import { checkLate, untilClosed } from './late.ts';
import { type Given, type Step, tell } from './step.ts';
import {
  type EvidenceSaid,
  evidenceForm,
  EVIDENCE_OVER as OVER,
  type SubmitEvidence,
} from './submit-evidence-form.ts';

interface EvidenceSubmitted {
  readonly type: 'evidence-submitted';
  readonly who: PersonId;
  readonly said: EvidenceSaid;
  readonly late: boolean;
  readonly lastOne: boolean;
}

const offer = { what: 'evidence' } as const;

/**
 * A person's own evidence: a changed answer until the meeting opens; a first one as long as what the meeting did not have is
 * taken, an annual review's until the report is sent.
 */
export const submitEvidence: Step<SubmitEvidence, EvidenceSubmitted> = {
  type: 'submit-evidence',
  giver: 'asked',
  stages: untilClosed(OVER),
  decide: (given, command) => {
    const { review, actor, today } = given;
    const request = review.evidence.find(({ who }) => who === actor.who);
    if (!request)
      return unless(refusal('not-yours', 'You have not been asked for evidence for this review.'));
    const { said } = command;
    if (request.answer && isDeepStrictEqual(request.answer.said, said)) return ASITIS;
    const over =
      !request.answer && checkLate(review) ? refusal(OVER.code, OVER.say, { offer: OVER.offer }) : undefined;
    return unless(over ?? checkCurrent(review, request, command) ?? checkAnswer(review, said), {
      type: 'evidence-submitted',
      who: actor.who,
      said,
      late: today > request.dueBy || review.stage !== 'gathering',
      lastOne: !request.answer && review.stage !== 'acting' && othersHaveAnswered(given),
    });
  },
  facts: {
    'evidence-submitted': {
      evolve: (review, { who, said, late }, { at }) => ({
        ...review,
        evidence: review.evidence.map(
          (request): EvidenceRequest =>
            request.who === who
              ? { ...request, revision: request.revision + 1, answer: { at, late, said } }
              : request,
        ),
      }),
      tells: ({ review, fact, school }) =>
        fact.lastOne ? tell('all-answered', runningIt(review, school)) : [],
    },
  },
  forms: [evidenceForm],
};

function checkCurrent(
  review: Review,
  { answer, revision }: EvidenceRequest,
  command: SubmitEvidence,
): Refusal | undefined {
  if (answer && review.stage !== 'gathering') {
    const say =
      'The meeting has opened, so your answer can no longer be changed. Tell the SENCO what is to be added.';
    return refusal('not-now', say, { offer });
  }
  if (command.revision === revision) return undefined;
  const say =
    'You have answered since this form was shown. Look at your answer as it stands, and change it there.';
  return refusal('stale', say, { offer });
}

function checkAnswer(review: Review, said: EvidenceSaid): Refusal | undefined {
  if (said === 'nothing-to-add') return undefined;
  if (said.targets.some(({ targetId }) => !review.targets.some(({ id }) => id === targetId))) {
    return refusal('unknown-thing', 'That target is not one of this plan’s. Open the form again.', { offer });
  }
  return (
    checkWords(textOf(said), 'strengths', 'Please write a few words, or choose “nothing to add”.') ??
    (said.delivered === undefined || said.delivered === 'yes'
      ? undefined
      : checkWords(said.whyNot, 'whyNot', 'Please say what got in the way.'))
  );
}

function textOf({
  strengths,
  targets,
  whyNot,
  worked,
  didNotWork,
  link,
  suggestedChange,
}: EvidenceAnswer): string {
  const onTargets = targets.map(({ progress, evidence }) => (progress === 'not-seen' ? evidence : progress));
  return [strengths, ...onTargets, whyNot, worked, didNotWork, link, suggestedChange].join('');
}

/** Everybody else who was asked and still works here. */
function othersHaveAnswered({ review, actor, school }: Given): boolean {
  return review.evidence.every(({ who, answer }) => who === actor.who || answer || !membership(school, who));
}
