import { capital } from '../../domain/language/words.ts';
import { PROGRESS } from '../../domain/review/questions/options.ts';
import type { Review } from '../../domain/review/review.ts';
import { saidOfTarget } from '../../domain/review/staff-said.ts';
import { termsIn } from '../../domain/review/terms-of.ts';
import type { Target } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import {
  bold,
  headed,
  type OfReview,
  type Part,
  part,
  plain,
  type Section,
  section,
  subtle,
  typed,
  urgent,
} from '../parts.ts';
import { reviewedTargetPart } from './agreed.ts';

interface Numbered {
  readonly target: Target;
  readonly number: number;
}

const reviewOf = (review: Review, { id }: Target) =>
  review.targetReviews.find(({ targetId }) => targetId === id);

/** The next one to review, with what staff said of it. */
function nextPart(given: OfReview, { target, number }: Numbered): Part {
  const { review, school } = given;
  const said = typed(saidOfTarget(review, target.id, school));
  const whole = reviewedTargetPart(review, number, target, termsIn(given), urgent('Not reviewed yet'));
  const evidence = said.length ? [[bold('What staff say')], ...said] : [[subtle('Nothing from staff yet')]];
  const open = press.form('target-review', review.id, target.id);
  const beside = [{ ...button('Review it', open), says: `Review it: ${termsIn(given).goal} ${number}` }];
  return { ...whole, lines: [...whole.lines, ...evidence.map((runs) => ({ runs }))], beside };
}

/** Any other: what became of it, or that it is still to come. */
function shortPart(given: OfReview, { target, number }: Numbered): Part {
  const { review } = given;
  const reviewed = reviewOf(review, target);
  const open = press.form('target-review', review.id, target.id);
  const title = reviewed ? 'Change' : 'Open';
  const stands = reviewed ? plain(PROGRESS[reviewed.progress]) : urgent('Not reviewed yet');
  const lines = headed(`${number}. `, target.text);
  const [only] = lines.length === 1 ? lines : [];
  return part(only ? [[...only, subtle(' · '), stands]] : [...lines, [stands]], {
    beside: [{ ...button(title, open), says: `${title}: ${termsIn(given).goal} ${number}` }],
  });
}

/** The targets, one at a time: the next to review with its evidence, the others in short. Who only looks reads all of each. */
export function targetsSection(given: OfReview, mayChange: boolean): Section {
  const { review } = given;
  const terms = termsIn(given);
  const all = review.targets.map((target, at): Numbered => ({ target, number: at + 1 }));
  const next = all.find(({ target }) => !reviewOf(review, target));
  const partOf = (one: Numbered) => {
    if (!mayChange)
      return reviewedTargetPart(review, one.number, one.target, terms, urgent('Not reviewed yet'));
    return one === next ? nextPart(given, one) : shortPart(given, one);
  };
  const none = `The plan came without ${terms.goals}. Add what the ${terms.child} is to work towards.`;
  return section(capital(terms.goals), all.length ? all.map(partOf) : [part([[subtle(none)]])]);
}
