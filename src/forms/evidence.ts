import { z } from 'zod';
import { button, press } from '../cards/buttons.ts';
import { capital, choices, DELIVERED, dayWords, PROGRESS, SOURCE } from '../cards/words.ts';
import type { EvidenceRequest, Progress } from '../domain/review.ts';
import { besides, linkOrNone, neededText, oneOf, severalOf, text } from './fields.ts';
import { type FormSubject, makeForm, NotThere } from './form.ts';
import { voiceIn } from './voice.ts';

function requestOf({ review, who }: FormSubject): EvidenceRequest {
  const request = review.evidence.find((one) => one.who === who);
  if (!request) throw new NotThere('not asked for evidence');
  return request;
}

/** What was said before, so that it can be changed rather than written again. */
function saidBefore(subject: FormSubject): Record<string, string> {
  const said = requestOf(subject).answer?.said;
  if (!said || said === 'nothing-to-add') return {};
  const { targets, sources, ...texts } = said;
  const perTarget = targets.flatMap((one) => [
    [`progress_${one.targetId}`, one.progress],
    [`evidence_${one.targetId}`, one.evidence],
  ]);
  return { ...texts, sources: sources.join(','), ...Object.fromEntries(perTarget) };
}

const GENERAL = {
  strengths: neededText('Please start with a strength, however small.'),
  delivered: oneOf(DELIVERED),
  whyNot: text(),
  worked: text(),
  didNotWork: text(),
  sources: severalOf(SOURCE),
  link: linkOrNone(),
  suggestedChange: text(),
};
const general = z.object(GENERAL);

function schemaOf({ review }: FormSubject) {
  const perTarget: Record<string, z.ZodType<string>> = {};
  for (const target of review.targets) {
    perTarget[`progress_${target.id}`] = oneOf(PROGRESS, 'Please choose how far they have come.');
    perTarget[`evidence_${target.id}`] = text();
  }
  return z
    .object({ ...perTarget, ...GENERAL })
    .refine(({ delivered, whyNot }) => !['partly', 'no'].includes(delivered) || whyNot !== '', {
      path: ['whyNot'],
      message: 'Please say what got in the way.',
      ...besides,
    });
}

/** A colleague's evidence: strengths first (seed 000, and DOMAIN "What the forms ask"). */
export const evidence = makeForm({
  name: 'evidence',
  does: 'submit-evidence',
  title: 'Your evidence',
  open: 'Give your evidence',
  send: 'Send my evidence',
  ask: (subject) =>
    subject.review.stage === 'meeting'
      ? 'The meeting has opened, and your evidence still helps. Once sent, it stays as it is.'
      : `What have you seen? A few words are enough. Wanted by ${dayWords(requestOf(subject).dueBy)}; you can change it until the meeting opens.`,
  notification: (subject) =>
    `Your evidence is asked for: review ${subject.review.ref}, by ${dayWords(requestOf(subject).dueBy)}`,
  data: (subject) => ({
    goal: voiceIn(subject).goal,
    heading: capital(voiceIn(subject).goal),
    targets: subject.review.targets.map(({ id, text, measure }, index) => ({
      id,
      text,
      measure,
      number: index + 1,
    })),
    progress: choices(PROGRESS),
    delivered: choices(DELIVERED),
    sources: choices({ ...SOURCE, 'pupil-voice': `The ${voiceIn(subject).child}'s own words` }),
  }),
  values: saidBefore,
  schema: schemaOf,
  revision: (subject) => requestOf(subject).revision,
  side: (subject, once) =>
    requestOf(subject).answer
      ? []
      : [
          button(
            `Nothing to add, or I don't ${voiceIn(subject).setting === 'nursery' ? 'work with' : 'teach'} them`,
            press.nothingToAdd(subject.review.id, once, requestOf(subject).revision),
          ),
        ],
  command: (answer, subject) => {
    const byTarget: Record<string, unknown> = answer;
    const targets = subject.review.targets.map(({ id }) => ({
      targetId: id,
      progress: byTarget[`progress_${id}`] as Progress | 'not-seen',
      evidence: String(byTarget[`evidence_${id}`]),
    }));
    const { strengths, delivered, whyNot, worked, didNotWork, sources, link, suggestedChange } =
      answer as unknown as z.output<typeof general>;
    return {
      type: 'submit-evidence',
      revision: subject.revision ?? requestOf(subject).revision,
      said: { strengths, targets, delivered, whyNot, worked, didNotWork, sources, link, suggestedChange },
    };
  },
});
