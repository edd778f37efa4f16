import { NotThere } from '../../questions/not-there.ts';
import { refusal } from '../../review/decision.ts';
import { compare } from '../../time.ts';
import { type OfSchool, setting } from './setting.ts';
import { threeTermsOf, yearCalled } from './terms-of-year.ts';
import { filledTerms, otherTerms, TERMS, termsSaid, yearAbout } from './terms-questions.ts';

const MORE_THAN_THREE =
  'This school year has terms in school.json that don’t fit into three, so they are changed there.';

/** The year's terms as three. @throws {NotThere} for a year that is none, or whose terms can't be put so */
function threeOf(of: OfSchool) {
  const year = yearAbout(of);
  const terms =
    Number.isInteger(year) && year > 2000 && year < 2100 ? threeTermsOf(of.school, year) : undefined;
  if (!terms) throw new NotThere('three terms of a school year');
  return { year, terms };
}

/** The terms of one school year, with their half-terms. */
export const terms = setting({
  name: 'school-terms',
  title: 'Terms',
  open: 'Terms and half-terms',
  send: 'Save the terms',
  keys: ['terms'],
  words: (of) => ({ open: `Terms and half-terms ${yearCalled(threeOf(of).year)}` }),
  ask: () =>
    'First and last days as the school has them, INSET days included. Nobody is reminded in the holidays. Where there is no half-term, leave both of its days out.',
  notification: () => 'SEND reviews: the school’s terms',
  freeText: false,
  questions: TERMS,
  values: (of) => filledTerms(threeOf(of).terms),
  said: (of) => `Saved: the terms of ${yearCalled(yearAbout(of))}. Every date goes by them from now on.`,
  decide(of, answers) {
    const { school } = of;
    const year = yearAbout(of);
    if (!threeTermsOf(school, year)) return { ok: false, refusal: refusal('not-now', MORE_THAN_THREE) };
    const said = termsSaid(answers, year).map(({ season: _, ...term }) => term);
    const all = [...otherTerms(school, year), ...said].toSorted((a, b) => compare(a.start, b.start));
    return { ok: true, school: { ...school, terms: all } };
  },
});
