import { nameOf, pupilName } from '../../domain/language/people.ts';
import { count, listed } from '../../domain/language/words.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { pagesOf } from '../paging.ts';
import { headed, type Notice, noticed, part, section, sheetCard, subtle, urgent } from '../parts.ts';

/** What can be given to somebody else, and what it is called when it is counted. */
const THINGS = {
  action: ['action', 'actions'],
  support: ['piece of support', 'pieces of support'],
  request: ['request', 'requests'],
} as const;
export type Given = keyof typeof THINGS;

/** How many there are of each: "2 actions and 1 piece of support". */
const countsOf = (things: readonly Given[]) =>
  listed(
    (Object.keys(THINGS) as Given[]).flatMap((what) => {
      const many = things.filter((one) => one === what).length;
      const [one, more] = THINGS[what];
      return many ? [count(many, one, more)] : [];
    }),
  );

/** Something that stayed where it was, and why. */
export interface NotMoved {
  readonly what: Given;
  readonly id: string;
  /** What it is, in the words of whoever agreed it. */
  readonly text: string;
  readonly reviewId: string;
  readonly pupil: Pupil | undefined;
  readonly why: string;
}

/**
 * What came of giving to another what one colleague answers for: how much of it moved, when the new owner is told, and what
 * could not be moved and why. Usually one card; more where more could not be moved than one can hold.
 */
export function givenAwayCards(given: {
  readonly school: School;
  readonly from: PersonId;
  readonly to: PersonId;
  /** What each of those is that moved. */
  readonly moved: readonly Given[];
  readonly notMoved: readonly NotMoved[];
  /** "now", or the day they are told. */
  readonly told: string;
  readonly notice?: Notice | undefined;
}): readonly [CardMessage, ...CardMessage[]] {
  const { school, from, to, moved, notMoved } = given;
  const parts = notMoved.map(({ what, id, text, reviewId, pupil, why }) =>
    part([...headed('', text), [subtle(pupil ? `${pupilName(pupil)} · ` : ''), urgent(why)]], {
      beside: [
        button(
          'Open',
          what === 'request' ? press.show('requests', reviewId) : press.show(what, reviewId, id),
        ),
      ],
    }),
  );
  const have = moved.length === 1 ? 'has' : 'have';
  const done = `${countsOf(moved)} ${have} a new owner, who is told ${given.told}.`;
  const left = countsOf(notMoved.map(({ what }) => what));
  const not = left ? ` ${left} could not be moved: see why below.` : '';
  const ask = moved.length ? `${done}${not}` : not.trim() || 'There was nothing left to give away.';
  const pages = pagesOf([section(parts.length ? 'Not moved' : '', parts)]);
  const [first, ...others] = pages.map(
    (sections, at): CardMessage => ({
      card: sheetCard({
        frame: {
          title: 'Given to somebody else',
          line: `${nameOf(school, from)} → ${nameOf(school, to)}`,
          ask,
          ...noticed(given.notice),
        },
        sections: parts.length ? sections : [],
        buttons:
          at === pages.length - 1
            ? [
                button('See their actions', press.actions({ which: 'open', by: 'owner', who: to, page: 1 })),
                button('All actions', press.actions({ which: 'open', by: 'owner', page: 1 })),
                button('Who is away', press.absent(1)),
              ]
            : [],
      }),
      notification: moved.length ? `SEND reviews: ${done}` : 'SEND reviews: nothing was given away',
    }),
  );
  if (!first) throw new Error('there is always a page');
  return [first, ...others];
}
