import { type AnyCut, type Cut, fieldsChanged } from '../fields-changed.ts';
import type { HistoryEntry } from '../school/history-entry.ts';
import type { Pupil } from '../school/pupil.ts';
import type { PersonId, School } from '../school/school.ts';
import type { Instant } from '../time.ts';

/** How a pupil's document is cut into what its history names. Its bookkeeping is no history. */
const PUPIL_CUT: Cut<Pupil> = {
  fields: {
    id: 'aside',
    version: 'aside',
    taken: 'aside',
    history: 'aside',
    schoolId: 'whole',
    ref: 'whole',
    upn: 'whole',
    firstName: 'whole',
    lastName: 'whole',
    dateOfBirth: 'whole',
    yearGroup: 'whole',
    yearOf: 'whole',
    movedUp: 'whole',
    className: 'whole',
    toldApartBy: 'whole',
    keyStaff: 'whole',
    plans: {
      by: 'kind',
      each: {
        fields: {
          kind: 'aside',
          planMade: 'whole',
          lastReviewed: 'whole',
          la: 'whole',
          laSince: 'whole',
          lastMeeting: 'whole',
          lastDecision: 'whole',
          phaseTransfer: 'whole',
          moveSaid: 'whole',
          transferSettled: 'whole',
          settledBefore: 'whole',
          laMoved: 'whole',
          laWrote: 'whole',
          laDecided: 'whole',
          laAmended: 'whole',
          targets: { by: 'id', each: 'whole' },
          provision: { by: 'id', each: 'whole' },
        },
      },
    },
    people: 'whole',
    refusedRequests: { by: 'id', each: 'whole' },
    familySays: { by: 'id', each: 'whole' },
    meetings: 'whole',
    profiles: 'whole',
    places: 'whole',
    changedHere: 'aside',
    senNotSaid: 'whole',
    legalHold: 'whole',
    heldBefore: 'whole',
  },
};

/** As a pupil's, of a school. A colleague is known by their address, so that none of them is named. */
const SCHOOL_CUT: Cut<School> = {
  fields: {
    id: 'aside',
    version: 'aside',
    taken: 'aside',
    history: 'aside',
    changedHere: 'aside',
    name: 'whole',
    terms: 'whole',
    insetDays: 'whole',
    closures: 'whole',
    nudges: 'whole',
    localAuthorities: 'whole',
    leavingYears: 'whole',
    earlyYearsWeeks: 'whole',
    safeguardingLead: 'whole',
    retention: 'whole',
    teamsTenantId: 'whole',
    slackTeamId: 'whole',
    secondAccounts: 'whole',
    staff: {
      by: 'email',
      nameless: true,
      each: {
        fields: {
          email: 'aside',
          address: 'whole',
          name: 'whole',
          role: 'whole',
          head: 'whole',
          left: 'whole',
          leftNoted: 'whole',
          cutOff: 'whole',
          notSame: 'whole',
          absent: 'whole',
          changedHere: 'aside',
        },
      },
    },
  },
};

/** So many entries stay in the document itself: the audit has all of them. */
const MOST = 500;

/** The names of the fields in which `after` differs from `before` (undefined: there was none); never what stands in them. */
export const pupilFieldsChanged = (before: Pupil | undefined, after: Pupil): readonly string[] =>
  fieldsChanged(before, after, PUPIL_CUT as AnyCut);
/** The same of a school. */
export const schoolFieldsChanged = (before: School | undefined, after: School): readonly string[] =>
  fieldsChanged(before, after, SCHOOL_CUT as AnyCut);

type WithHistory = { readonly history?: readonly HistoryEntry[] };

/**
 * The document with one more entry in its history: who made it of `before`, when, by what, and which fields differ. As it is where none
 * does. What is put back from an older copy keeps what was done since.
 */
export function withHistory<T extends WithHistory>(
  before: T | undefined,
  after: T,
  what: string,
  fields: readonly string[],
  { by, at }: { readonly by: PersonId; readonly at: Instant },
): T {
  const kept = before?.history ?? [];
  if (fields.length === 0) return kept.length > 0 ? { ...after, history: kept } : after;
  return { ...after, history: [...kept, { by, at, what, fields }].slice(-MOST) };
}
