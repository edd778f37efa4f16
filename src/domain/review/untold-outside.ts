import type { Instant } from '../time.ts';
import { annualPartOf } from './annual-part.ts';
import { inviteesOf } from './invitees.ts';
import type { Review } from './review.ts';

/** That the meeting is another than was said before, or that there is none: since when. */
export interface MeetingNews {
  readonly is: 'moved' | 'called-off';
  /** When it was changed: by this one piece of news is known from the next. */
  readonly since: Instant;
}

const WHEN_AND_WHERE: ReadonlySet<string> = new Set(['meeting.date', 'meeting.time', 'meeting.where']);

/** The last time a meeting was set again: to another day or time, in another place, or after one that was called off. */
function lastSetAgain({ history }: Review): MeetingNews | undefined {
  const settings = history.filter(({ what }) => what === 'meeting-planned');
  const last = settings.slice(1).findLast(({ fields }) => fields.some((name) => WHEN_AND_WHERE.has(name)));
  return last && { is: 'moved', since: last.at };
}

/** The last change of when and where the meeting is; undefined while it is as it was first set. */
function lastNews(review: Review): MeetingNews | undefined {
  const before = review.earlierMeetings?.at(-1);
  const again = lastSetAgain(review);
  if (!before || (again && again.since > before.at)) return again;
  return { is: before.was, since: before.at };
}

/** The names of those invited who are in no chat of the school's. Of a meeting that was called off, who had been invited. */
export function namesOutside(review: Review): readonly string[] {
  return [
    ...annualPartOf(review).outsiders.map(({ name }) => name),
    ...inviteesOf(review).flatMap((one) => (one.kind === 'other' ? [one.name] : [])),
  ];
}

/** What those invited from outside have not been told yet, as far as anybody has said; undefined where there is nothing. */
export function untoldOutside(review: Review): MeetingNews | undefined {
  // Without a school the local authority invites, and tells them (SEND Regulations 2014, reg 21).
  const news = review.noSchool ? undefined : lastNews(review);
  if (!news || namesOutside(review).length === 0) return undefined;
  return review.toldOutside?.some(({ at }) => at >= news.since) ? undefined : news;
}
