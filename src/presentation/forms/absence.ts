import { membership } from '../../domain/school/membership.ts';
import { ABSENCE } from '../../domain/school/questions/absence.ts';
import { makeSchoolForm } from './school-form.ts';

/** A colleague is away: who, from when, and when they are back. Said again, the later word holds. */
export const absence = makeSchoolForm({
  name: 'absence',
  title: 'Somebody is away',
  open: 'Mark somebody away',
  send: 'Mark as away',
  line: ({ school }) => school.name,
  ask: () =>
    'Until they are back they are not reminded of anything. What falls due meanwhile is shown to you, to find somebody else for.',
  notification: () => 'SEND reviews: a colleague is away',
  questions: ABSENCE,
  values: ({ school, today, about = '' }) => {
    const absent = membership(school, about)?.absent;
    const still = absent && absent.until > today ? absent : undefined;
    return { person: about, from: still?.from ?? '', until: still?.until ?? '' };
  },
  suggests: ({ today }) => ({ from: today }),
  oneThing: true,
  command: (answer) => ({ type: 'mark-absent', ...answer }),
  freeText: false,
});
