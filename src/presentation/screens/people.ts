import { except, saidTo } from '../../domain/questions/said.ts';
import { meetingDay } from '../../domain/review/held.ts';
import { JOINED_WHY, joinedWords } from '../../domain/review/people-around.ts';
import { addresseeOn, addressingOf } from '../../domain/school/addressee.ts';
import { lookedAfter } from '../../domain/school/people.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import { PEOPLE } from '../../domain/school/questions/people.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type OfReview, type Part, part, plain, reason, type Section, section } from '../parts.ts';
import { inBrief } from '../read-out.ts';

const OF_CARE = ['lookedAfter', 'socialWorker', 'virtualHead', 'jointReviewOn'];
const OF_CAPACITY = ['representative', 'ground', 'capacity'];

/**
 * The people around a pupil, a line each; nothing of care for a child who is not looked after, nor of a representative before
 * they are a young person. `brief`: without how it is known that they lack capacity; `joined`: of the
 * next PEP or care plan review something is said beside it. For those only who oversee reviews.
 */
export function peopleParts(pupil: Pupil, today: LocalDate, brief = false, joined = false): Part[] {
  const { people } = pupil;
  if (!people) return [];
  const represented = addresseeOn(addressingOf(pupil), today) === 'representative';
  const not = [
    ...(lookedAfter(pupil) ? [] : OF_CARE),
    ...(people.representative && (represented || !brief) ? [] : OF_CAPACITY),
    ...(brief ? ['capacity'] : []),
    ...(joined ? ['jointReviewOn'] : []),
  ];
  const lines = inBrief(except(saidTo(PEOPLE, { ...people }, { pupil, today }, {}, 'all'), ...not));
  return lines.length ? [part(lines)] : [];
}

/** The people around the pupil of a review, and that it is to be joined to another where one is near. */
export function peopleSection({ review, pupil, today }: OfReview): Section[] {
  const joined = joinedWords(pupil, meetingDay(review) ?? today, today);
  const parts = [
    ...peopleParts(pupil, today, true, joined !== ''),
    ...(joined ? [part([[plain(joined)], [reason(JOINED_WHY)]])] : []),
  ];
  return parts.length ? [section('Family and people', parts)] : [];
}
