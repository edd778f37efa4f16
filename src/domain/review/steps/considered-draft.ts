import { dayWords } from '../../language/days.ts';
import { LONGEST } from '../../questions/text.ts';
import { compare } from '../../time.ts';
import { isFamily } from '../guests.ts';
import { heldOn, wasHeld } from '../held.ts';
import { DELIVERED, PROGRESS } from '../questions/options.ts';
import type { Provision, Review, TargetReview } from '../review.ts';

/** What the reviews hold of what was tried, and of advice from outside, each a text to work on. */
interface Draft {
  readonly tried: string;
  readonly advice: string;
}

/**
 * A first draft of what was considered and tried, from `review` and the pupil's others of its kind, the latest first: each target
 * with the progress made, the support given with what it did, what colleagues say worked and did not, and what rests on
 * professionals' reports. As much of it as a box takes.
 */
export function consideredDraft(review: Review, reviews: readonly Review[]): Draft {
  const others = reviews.filter(({ id, kind, stage }) => {
    return id !== review.id && kind === review.kind && stage !== 'cancelled';
  });
  const all = [...others, review].filter(wasHeld).toSorted((a, b) => compare(heldOn(b), heldOn(a)));
  return { tried: asFits(all.flatMap(triedIn)), advice: asFits(all.flatMap(adviceIn)) };
}

/** Whole lines, as many as a box takes. */
function asFits(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const more = text === '' ? line : `${text}\n${line}`;
    return more.length <= LONGEST ? more : text;
  }, '');
}

function triedIn(review: Review): readonly string[] {
  const lines = [
    ...review.targetReviews.map((one) => targetLine(review, one)),
    ...review.provision.map(provisionLine),
    ...review.evidence.flatMap(({ answer }) => {
      const said = answer?.said;
      if (!said || said === 'nothing-to-add') return [];
      return [...under('Worked', said.worked), ...under('Did not work', said.didNotWork)];
    }),
  ];
  return lines.length ? [`Review of ${dayWords(heldOn(review))}:`, ...lines] : [];
}

const flat = (text: string) => text.trim().split(/\s+/).join(' ');
const under = (label: string, text: string): readonly string[] =>
  text.trim() === '' ? [] : [`${label}: ${flat(text)}`];

function targetLine(
  { targets }: Review,
  { targetId, progress, delivered, difference }: TargetReview,
): string {
  const text = targets.find(({ id }) => id === targetId)?.text ?? 'A target that is no longer there';
  const given = delivered ? `; support as planned: ${DELIVERED[delivered].toLowerCase()}` : '';
  const did = difference.trim() === '' ? '' : ` ${flat(difference)}`;
  return `Target: ${flat(text)}. ${PROGRESS[progress]}${given}.${did}`;
}

const provisionLine = ({ what, who, howOften, howLong, groupSize }: Provision): string =>
  `Support agreed: ${[what, who, howOften, howLong, groupSize].map(flat).filter(Boolean).join(', ')}`;

function adviceIn(review: Review): readonly string[] {
  const others = (review.meeting?.invitees ?? []).flatMap((one) => (one.kind === 'other' ? [one.name] : []));
  // What the family says is no advice from outside.
  const outside = others.filter((name) => !isFamily(name));
  const reports = review.evidence.flatMap(({ answer }) => {
    const said = answer?.said;
    if (!said || said === 'nothing-to-add' || !said.sources.includes('professional-reports')) return [];
    return ['A colleague’s evidence rests on a professional’s report: say whose, and of which day.'];
  });
  const invited = outside.length ? [`Invited besides colleagues: ${outside.map(flat).join(', ')}`] : [];
  const lines = [...invited, ...new Set(reports)];
  return lines.length ? [`Review of ${dayWords(heldOn(review))}:`, ...lines] : [];
}
