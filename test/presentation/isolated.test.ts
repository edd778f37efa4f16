import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formNamed } from '../../src/presentation/forms/index.ts';
import { isolated, withoutTurning } from '../../src/presentation/isolated.ts';
import { noReviewCard } from '../../src/presentation/screens/no-review.ts';
import { statusCard } from '../../src/presentation/screens/status.ts';
import { lettersOf } from '../support/adaptive.ts';
import { anAction, aPupil, aReview, aSchool, SENCO } from '../support/builders.ts';

const ARABIC = 'ليلى';
const HEBREW = 'נועה';
/** What each begins and ends with where it runs from the right. */
const kept = (text: string) => `\u2068${text}\u2069`;

describe('people’s text', () => {
  it.each([
    ['a name in Arabic letters', ARABIC, kept(ARABIC)],
    ['a name in Hebrew letters, with a year', `${HEBREW} (Year 4)`, kept(`${HEBREW} (Year 4)`)],
    ['a name with a mark that turns what follows round', 'Ada\u202E elpmaxE', 'Ada elpmaxE'],
    ['an isolate that is never ended', `\u2067${ARABIC}`, kept(ARABIC)],
    ['an end that would end ours', `${ARABIC}\u2069 12`, kept(`${ARABIC} 12`)],
    ['two lines', `${ARABIC}\n\n${HEBREW}`, `${kept(ARABIC)}\n\n${kept(HEBREW)}`],
    ['a space of no width', 'A\u200Bda', 'Ada'],
    ['an emoji of several', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['what runs from the left', 'Zoë O’Brien, Łukasz, Анна, 李', 'Zoë O’Brien, Łukasz, Анна, 李'],
    ['nothing', '', ''],
  ])('is shown so that it turns nothing around it: %s', (_, typed, shown) => {
    expect(isolated(typed)).toBe(shown);
  });

  it('whatever it is, leaves no line open, and loses no letter', () => {
    const some = fc.constantFrom(
      'a',
      '1',
      ' ',
      '\n',
      'ل',
      'נ',
      '\u202E',
      '\u202A',
      '\u202C',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (parts) => {
        const shown = isolated(parts.join(''));
        for (const line of shown.split('\n')) {
          expect(line.match(/[\u202A-\u202E\u2066\u2067]/)).toBeNull();
          expect(line).toMatch(/^(?:\u2068[^\u2068\u2069]+\u2069|[^\u2068\u2069]*)$/);
        }
        expect(withoutTurning(shown)).toBe(withoutTurning(parts.join('')));
      }),
    );
  });
});

describe('on a card', () => {
  const pupil = aPupil({ firstName: `\u202E${ARABIC}`, lastName: 'Example' });
  const name = kept(`${ARABIC} Example`);

  it('a pupil’s name, as an import had it, stands by itself', () => {
    const of = {
      pupil,
      school: aSchool(),
      say: 'No review yet.',
      buttons: [],
      dues: [],
      today: '2026-11-24',
    };
    const letters = lettersOf(noReviewCard(of).card).join('\n');
    expect(letters).toContain(ARABIC);
    expect(letters).not.toContain('\u202E');
    expect(letters).toMatch(/^\u2068/);
  });

  it('of a review, its head is isolated, however much else stands in it', () => {
    const card = statusCard({
      review: aReview(),
      pupil,
      school: aSchool(),
      today: '2026-11-24',
      mayRun: true,
    });
    expect(lettersOf(card.card)[0]).toBe(`${name.slice(0, -1)} · SEN Support · Gathering evidence\u2069`);
  });

  it('a colleague to choose has no mark in their name, and what is sent back is as it was', () => {
    const staff = aSchool().staff.map((one) => ({ ...one, name: `\u202E${one.name}` }));
    const form = formNamed('action-reassign');
    const review = aReview({ stage: 'acting', actions: [anAction({ id: 'a1' })] });
    const subject = {
      review,
      pupil,
      school: aSchool({ staff }),
      who: SENCO,
      today: '2026-11-24',
      about: 'a1',
      reviews: [review],
    };
    const card = JSON.stringify(form?.show(subject, 'once').card ?? '');
    expect(card).toContain('"title":"Mel Senco"');
    expect(card).not.toContain('\u202E');
  });
});
