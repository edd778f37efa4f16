import { nameOf } from '../language/people.ts';
import type { PersonId, School } from '../school/school.ts';
import type { EvidenceAnswer } from './questions/evidence.ts';
import { DELIVERED, type PROGRESS, PROGRESS_SEEN } from './questions/options.ts';

/* What the staff's evidence says, where a meeting's answers begin with it: it stands there to be confirmed or changed. */

/** What of a review counts here. */
export interface OfEvidence {
  readonly evidence: readonly {
    readonly who: PersonId;
    readonly answer?: { readonly said: EvidenceAnswer | 'nothing-to-add' };
  }[];
}

interface Said {
  readonly who: string;
  readonly said: EvidenceAnswer;
}

/** The evidence that has come, with whose it is. */
const evidenceOf = ({ evidence }: OfEvidence): readonly Said[] =>
  evidence.flatMap(({ who, answer }) =>
    answer && answer.said !== 'nothing-to-add' ? [{ who, said: answer.said }] : [],
  );

const ratingOf = ({ said }: Said, targetId: string) => said.targets.find((one) => one.targetId === targetId);

/** What all have said, where all have said the same. */
function agreed<T>(all: readonly T[]): T | undefined {
  const [first] = all;
  return all.every((one) => one === first) ? first : undefined;
}

/** How far a pupil has come towards a target, where all who have seen it say the same; undefined where they do not, or none has. */
export const progressAgreed = (review: OfEvidence, targetId: string): keyof typeof PROGRESS | undefined =>
  agreed(
    evidenceOf(review).flatMap((one) => {
      const progress = ratingOf(one, targetId)?.progress;
      return progress === undefined || progress === 'not-seen' ? [] : [progress];
    }),
  );

/** Whether the support was given as planned, where all who were asked say the same. */
export const deliveredAgreed = (review: OfEvidence): EvidenceAnswer['delivered'] | undefined =>
  agreed(evidenceOf(review).flatMap(({ said: { delivered } }) => delivered ?? []));

/** With a full stop, where something is said after it and it has none. */
const ended = (text: string) => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);

/** What got in the way of the support, where not all of it was given: "Support given as planned? Partly. The TA was away." */
function heldUp({ said: { delivered, whyNot } }: Said): string {
  if (delivered === undefined || delivered === 'yes') return '';
  return [`Support given as planned? ${DELIVERED[delivered]}.`, whyNot].filter(Boolean).join(' ');
}

/**
 * What each colleague says of a target, a line each: "Ruth Adeyemi: Good progress. She reads to her brother." Where not all of the
 * support was given, why stands with it: a meeting's answer begins with theirs, and the record with that.
 */
export const saidOfTarget = (review: OfEvidence, targetId: string, school: School): string =>
  evidenceOf(review)
    .flatMap((one) => {
      const rated = ratingOf(one, targetId);
      const hasSeen = rated && (rated.progress !== 'not-seen' || rated.evidence !== '');
      const seen = hasSeen ? [`${PROGRESS_SEEN[rated.progress]}.`, rated.evidence] : [];
      const held = heldUp(one);
      const all = held === '' ? seen : [...seen.map(ended), held];
      const words = all.filter(Boolean).join(' ');
      return words === '' ? [] : [`${nameOf(school, one.who)}: ${words}`];
    })
    .join('\n');
