import {
  GUIDE_PAGES,
  type GuideGiven,
  type GuideLine,
  type GuidePage,
  guidePage,
} from '../../domain/guide/guide.ts';
import { asMain, type Button, button } from '../buttons.ts';
import type { ActionData, CardMessage } from '../message.ts';
import { explained, part, plain, reason, type Section, section } from '../parts.ts';

/** The pages of the guide in their order. */
const PAGES = Object.keys(GUIDE_PAGES) as GuidePage[];

/** The guide of a name, the first for any other. */
export const pageNamed = (name: string | undefined): GuidePage =>
  PAGES.find((one) => one === name) ?? 'senco';

const listed = (lines: readonly GuideLine[]) =>
  lines.flatMap(({ say, why }) => [
    [plain(lines.length === 1 ? say : `☐ ${say}`)],
    ...(why ? [[reason(why)]] : []),
  ]);

/**
 * A page of the guide: what to do before, at and after a review, for the SENCO or for families, what to ask, and where to turn.
 * `line` says for which kind of plan; `others` are buttons to it for other kinds.
 */
export function guideCard(given: {
  readonly page: GuidePage;
  readonly line: string;
  readonly of: GuideGiven;
  readonly to: (page: GuidePage) => ActionData;
  readonly others: readonly Button[];
}): CardMessage {
  const { page, line, of, to, others } = given;
  const sections: Section[] = guidePage(page, of).map(({ heading, lines }) =>
    section(heading, [part(listed(lines))]),
  );
  const pages = PAGES.filter((one) => one !== page).map((one) => button(GUIDE_PAGES[one], to(one)));
  const [next, ...more] = pages;
  const shown = explained({
    frame: {
      title: GUIDE_PAGES[page],
      line,
      ask: page === 'routes' ? 'Any of these can be tried, also at the same time.' : '',
    },
    sections: [...sections, ...(others.length ? [section('', [part([], { below: others })])] : [])],
    buttons: next ? [asMain(next), ...more] : [],
  });
  return { ...shown, notification: 'SEND reviews: the guide' };
}
