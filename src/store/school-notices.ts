import { type SchoolNotice, schoolNotices } from '../domain/nudges/school-notices.ts';
import type { School } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Store } from './store.ts';

/** What a SENCO of the school is to see to for it on `today`, by the pupils that are stored. */
export const schoolNoticesIn = async (
  school: School,
  today: LocalDate,
  store: Pick<Store, 'pupilsOf'>,
): Promise<readonly SchoolNotice[]> => schoolNotices(school, await store.pupilsOf(school.id), today);
