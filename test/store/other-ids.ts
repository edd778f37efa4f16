import type { StoredDocument } from '../../src/store/stored-document.ts';
import type { Upgrade } from '../../src/store/upgrades/upgrade.ts';

/** An upgrade to format `to` that calls pupils by other ids, as one to come may do, in their reviews as well. */
export function callingPupils(to: number, ids: Readonly<Record<string, string>>): Upgrade {
  const now = (id: unknown) => ids[String(id)] ?? id;
  return {
    to,
    run: (before) => ({
      contents: {
        schools: before.schools.map((one) => ({ ...one, format: to })),
        pupils: before.pupils.map((one) => ({ ...one, format: to, id: String(now(one.id)) })),
        reviews: before.reviews.map(
          (one): StoredDocument => ({ ...one, format: to, pupilId: now(one.pupilId) }),
        ),
        contacts: before.contacts.map((one) => ({ ...one, format: to })),
        digests: before.digests.map((one) => ({ ...one, format: to })),
        mornings: before.mornings.map((one) => ({ ...one, format: to })),
      },
      newIds: { pupils: { ...ids } },
    }),
  };
}
