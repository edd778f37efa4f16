import { eachDocument, type Upgrade } from '../../src/store/upgrades/upgrade.ts';

/** An upgrade to format `to` that calls pupils by other ids, as one to come may do, in their reviews as well. */
export function callingPupils(to: number, ids: Readonly<Record<string, string>>): Upgrade {
  const now = (id: unknown) => ids[String(id)] ?? String(id);
  const rename = eachDocument((document, collection) => {
    const numbered = { ...document, format: to };
    if (collection === 'pupils') return { ...numbered, id: now(document.id) };
    return collection === 'reviews' ? { ...numbered, pupilId: now(document.pupilId) } : numbered;
  });
  return { to, run: (before, secret) => ({ ...rename(before, secret), newIds: { pupils: { ...ids } } }) };
}
