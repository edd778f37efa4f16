import { button, type FormName, press } from '../cards/buttons.ts';
import { bold, part, plain, type Section, section } from '../cards/parts.ts';
import { annualPartOf } from '../domain/annual-part.ts';
import type { Provision, Review } from '../domain/review.ts';
import { type Vagueness, vagueIn, vagueInProvision } from '../domain/wording.ts';

/** What was just written down and could be more exact: what to ask oneself, and how it is changed. */
export interface Reworded {
  readonly say: string;
  readonly first: readonly Section[];
}

/** Each phrase once, over several texts. */
function vagueInAll(texts: readonly string[]): readonly Vagueness[] {
  const all = texts.flatMap(vagueIn);
  return [...new Map(all.map((one) => [one.phrase, one])).values()];
}

function provisionOf({ provision }: Review, about: string | undefined): Provision | undefined {
  return about ? provision.find(({ id }) => id === about) : provision.at(-1);
}

const TAKE_BACK = 'To change it, take it back and add it anew.';

/** What is vague in what a form has just written into the review, and how that is changed. */
function found(
  form: FormName,
  review: Review,
  about: string | undefined,
): readonly [readonly Vagueness[], string] | undefined {
  switch (form) {
    case 'provision': {
      const one = provisionOf(review, about);
      return one && [vagueInProvision(one), ''];
    }
    case 'target': {
      const one = review.newTargets.at(-1);
      return one && [vagueInAll([one.text, one.measure]), TAKE_BACK];
    }
    case 'target-review': {
      const one = review.targetReviews.find(({ targetId }) => targetId === about);
      return (
        one && [
          vagueInAll([one.newText ?? '', one.newMeasure ?? '']),
          'Press “Change” beside it to put it right.',
        ]
      );
    }
    case 'action': {
      const one = review.actions.at(-1);
      const how = review.stage === 'meeting' ? TAKE_BACK : '';
      return one && [vagueInAll([one.what, one.howWeWillKnow]), how];
    }
    case 'section-change': {
      const one = annualPartOf(review).sectionChanges.at(-1);
      return one && [vagueInAll([one.change]), TAKE_BACK];
    }
    default:
      return undefined;
  }
}

/** The questions, a line each, and the way to change what was written. */
function questions(
  vague: readonly Vagueness[],
  form: FormName,
  review: Review,
  about: string | undefined,
): Section {
  const lines = vague.map(({ phrase, question }) => [bold(`“${phrase}”`), plain(`: ${question}`)]);
  const one = form === 'provision' ? provisionOf(review, about) : undefined;
  const change = one && button('Change this provision', press.form('provision', review.id, one.id));
  return section('Questions it leaves open', [part(lines, { below: change ? [change] : [] })]);
}

/**
 * Advice on the wording of what `form` has just written into the review: each vague phrase with the question to answer.
 * Undefined where there is none to give. Nothing is refused for it.
 */
export function vagueWords(form: FormName, review: Review, about: string | undefined): Reworded | undefined {
  const [vague = [], how = ''] = found(form, review, about) ?? [];
  if (vague.length === 0) return undefined;
  return {
    say: `It could be more exact. ${how}`.trim(),
    first: [questions(vague, form, review, about)],
  };
}
