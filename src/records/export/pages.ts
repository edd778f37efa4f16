import { z } from 'zod';
import { dayWords } from '../../domain/language/days.ts';
import { pupilName } from '../../domain/language/people.ts';
import { PLAN_KINDS, type PlanKind, planRow } from '../../domain/plans/index.ts';
import { meetingDay } from '../../domain/review/held.ts';
import { type Review, reviewSchema } from '../../domain/review/review.ts';
import { familyTermsOf } from '../../domain/review/terms-of.ts';
import { pupilSchema } from '../../domain/school/pupil.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import type { Held } from '../held.ts';
import type { PageSection } from './html.ts';
import { type Shown, type ShownBy, shownOf } from './shown.ts';

/** What the program keeps to do its work, and says nothing of the child: it stands at the end. */
const WORKING: ReadonlySet<string> = new Set(['id', 'version', 'schoolId', 'pupilId', 'taken', 'messages']);

/** What things are called whose ids stand elsewhere. */
function namedIn(value: unknown, into: Map<string, string>): Map<string, string> {
  if (Array.isArray(value)) for (const one of value) namedIn(one, into);
  else if (typeof value === 'object' && value !== null) {
    const known = value as Readonly<Record<string, unknown>>;
    const name = [known.text, known.what, known.name].find((one) => typeof one === 'string');
    if (typeof known.id === 'string' && typeof name === 'string') into.set(known.id, name);
    for (const one of Object.values(known)) namedIn(one, into);
  }
  return into;
}

type Split = { readonly content: Shown; readonly working: Shown };

function split(shown: Shown): Split {
  const rows = shown.is === 'fields' ? shown.rows : [];
  const of = (isWorking: boolean): Shown => ({
    is: 'fields',
    rows: rows.filter(({ name }) => WORKING.has(name) === isWorking),
  });
  return { content: of(false), working: of(true) };
}

function headingOf(review: Review): string {
  const day = meetingDay(review);
  const when = day ? `meeting ${dayWords(day)}` : `begun ${dayWords(localDate(review.startedAt))}`;
  return `Review ${review.ref}: ${planRow(review.kind).name}, ${when}`;
}

const ANY = z.any();

/** What the program knows its own things by: numbers, and places in chats. They say nothing to a family, and stand in the data. */
const MARKS = new Set(
  'id key version schoolId pupilId taken contactId where stood carries with also gone tries revision'.split(
    ' ',
  ),
);

/** What is shown, without marks of the program's. */
function readable(shown: Shown): Shown {
  if (shown.is === 'list') return { is: 'list', items: shown.items.map(readable).filter(hasMore) };
  if (shown.is !== 'fields') return shown;
  const rows = shown.rows.filter(({ name, value }) => !MARKS.has(name) && !isOfACard(value));
  return { is: 'fields', rows: rows.map((row) => ({ ...row, value: readable(row.value) })) };
}
const isOfACard = (shown: Shown): boolean => shown.is === 'text' && shown.path.startsWith('cards.');
const hasMore = (shown: Shown): boolean => shown.is !== 'fields' || shown.rows.length > 0;

/** The sections as a family reads them: all that is said of the child and who did what, and no marks, which the data has. */
export const forReading = (sections: readonly PageSection[]): readonly PageSection[] =>
  sections
    .filter(({ id }) => !ONLY_DATA.has(id))
    .map(({ shown, ...section }) => ({
      ...section,
      shown: readable(shown),
      ...(section.id === 'working' && { heading: 'Messages to staff about reviews' }),
      ...(section.id === 'reminders' && { lead: 'Each says who was reminded, on which day, and of what.' }),
    }));

/** Names of files and documents: nothing that is read. */
const ONLY_DATA = new Set(['formerIds', 'backups']);

/** All that is held about a child, as the sections of a page. What stands in `more` is added as it is. */
export function sectionsOf(
  held: Held,
  more: Readonly<Record<string, unknown>>,
  today: LocalDate,
): readonly PageSection[] {
  const { school, pupil, reviews, digests, cards } = held;
  const kinds = PLAN_KINDS.map((kind) => [kind, planRow(kind).name] as const);
  const typed = namedIn([pupil, reviews], new Map<string, string>());
  const called = reviews.map(({ id, ref }) => [id, `Review ${ref}`] as const);
  const namedById = new Map<string, string>([...kinds, ...called, ...typed]);
  const typedById = new Set(typed.keys());
  const by = (kind: PlanKind | undefined): ShownBy => ({
    school,
    words: kind ? { ...familyTermsOf({ kind }, pupil, today) } : {},
    namedById,
    typedById,
  });
  const [anyKind] = PLAN_KINDS;
  const ofPupil = by(pupil.plans[0]?.kind ?? reviews.at(-1)?.kind ?? anyKind);
  const own = split(shownOf(pupil, pupilSchema, 'pupil', ofPupil));
  const each = reviews.map((review, at) => ({
    review,
    ...split(shownOf(review, reviewSchema, `reviews.${at}`, by(review.kind))),
  }));
  const other = (name: string, value: unknown) => shownOf(value, ANY, name, ofPupil);
  return [
    { id: 'pupil', heading: pupilName(pupil), shown: own.content },
    ...each.map(({ review, content }) => ({
      id: `review-${review.id}`,
      heading: headingOf(review),
      shown: content,
    })),
    {
      id: 'reminders',
      heading: 'Reminders to staff',
      lead: 'Each says who was reminded, on which day, and by its mark of what. Digests carry no names.',
      shown: other('digests', digests),
    },
    ...Object.entries(more).map(([name, value]) => ({
      id: name,
      heading: MORE[name] ?? name,
      shown: other(name, value),
    })),
    {
      id: 'working',
      heading: 'Kept by the program to do its work',
      shown: {
        is: 'list',
        items: [own.working, ...each.map(({ working }) => working), other('cards', cards)],
      },
    },
  ];
}

const MORE: Readonly<Record<string, string>> = {
  formerIds: 'What their documents were called before',
  backups: 'Backups that hold a copy of this',
  seen: 'Who has looked at it, and what they did',
};
