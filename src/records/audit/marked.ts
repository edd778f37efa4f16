import type { Found } from '../../store/examine.ts';
import type { Store } from '../../store/store.ts';

/** The collections whose documents are marked. */
const MARKED = ['schools', 'pupils', 'reviews'] as const;
type Marked = (typeof MARKED)[number];

/** A document that is marked, and the school it is of. */
export interface MarkedDocument {
  readonly school: string | undefined;
  readonly collection: Marked;
  readonly document: {
    readonly id: string;
    readonly version: number;
    readonly pupilId?: string;
    readonly history?: readonly unknown[];
  };
}

/** All of them that a store has. */
export async function markedIn(
  store: Pick<Store, 'schools' | 'pupilsOf' | 'reviewsOf'>,
): Promise<readonly MarkedDocument[]> {
  const all: MarkedDocument[] = [];
  for (const document of await store.schools()) {
    const school = document.id;
    all.push({ school, collection: 'schools', document });
    for (const pupil of await store.pupilsOf(school))
      all.push({ school, collection: 'pupils', document: pupil });
    for (const review of await store.reviewsOf(school))
      all.push({ school, collection: 'reviews', document: review });
  }
  return all;
}

/** All of them among what was read of a folder, as it stands there, in whatever format. */
export function markedAmong(found: readonly Found[]): readonly MarkedDocument[] {
  return found.flatMap(({ collection, document: { format: _, ...document } }) => {
    const marked = MARKED.find((one) => one === collection);
    if (!marked) return [];
    const { schoolId } = document as { readonly schoolId?: unknown };
    const school = marked === 'schools' ? document.id : typeof schoolId === 'string' ? schoolId : undefined;
    return [{ school, collection: marked, document }];
  });
}
