import { nameOf, pupilName } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import type { Action } from '../../domain/review/review.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { pagesOf } from '../paging.ts';
import { headed, type Notice, noticed, part, section, sheetCard, subtle, urgent } from '../parts.ts';

/** An action that stayed where it was, and why. */
export interface NotMoved {
  readonly action: Action;
  readonly reviewId: string;
  readonly pupil: Pupil | undefined;
  readonly why: string;
}

/**
 * What came of giving one colleague's open actions to another: how many moved, when the new owner is told, and what
 * could not be moved and why. Usually one card; more where more could not be moved than one can hold.
 */
export function givenAwayCards(given: {
  readonly school: School;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly moved: number;
  readonly notMoved: readonly NotMoved[];
  /** "now", or the day they are told. */
  readonly told: string;
  readonly notice?: Notice | undefined;
}): readonly [CardMessage, ...CardMessage[]] {
  const { school, from, to, moved, notMoved } = given;
  const parts = notMoved.map(({ action, reviewId, pupil, why }) =>
    part([...headed('', action.what), [subtle(pupil ? `${pupilName(pupil)} · ` : ''), urgent(why)]], {
      beside: [button('Open', press.show('action', reviewId, action.id))],
    }),
  );
  const have = moved === 1 ? 'has' : 'have';
  const done = `${count(moved, 'action')} ${have} a new owner, who is told ${given.told}.`;
  const not = notMoved.length
    ? ` ${count(notMoved.length, 'action')} could not be moved: see why below.`
    : '';
  const ask = moved ? `${done}${not}` : notMoved.length ? not.trim() : 'There was nothing left to give away.';
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
      notification: `SEND reviews: ${done}`,
    }),
  );
  if (!first) throw new Error('there is always a page');
  return [first, ...others];
}
