import { XMLBuilder } from 'fast-xml-parser';
import { planRow } from '../../domain/plans/index.ts';
import { heldOn } from '../../domain/review/held.ts';
import { lookedAfter } from '../../domain/school/people.ts';
import type { Plan, Pupil } from '../../domain/school/pupil.ts';
import { type LocalDate, latest } from '../../domain/time.ts';
import type { Held } from '../held.ts';

/** No SEN provision, as the DfE's code set has it. */
const NO_SEN = 'N';

/** The DfE's code for a plan: the short one of the words a school's data has for it. One without a code is SEN support. */
const codeOf = ({ kind }: Pick<Plan, 'kind'>): string =>
  planRow(kind).importedAs.find((word) => word.length === 1) ?? 'K';

const startOf = ({ planMade, lastReviewed, lastMeeting, lastDecision }: Plan): LocalDate | undefined =>
  planMade ?? latest(lastReviewed, lastMeeting, lastDecision);

/** What the next school asks first: the provision that stands. Of two plans it is the one that the local authority keeps. */
function senNow({ plans }: Pupil, today: LocalDate) {
  const plan = plans.find(({ kind }) => planRow(kind).decidedElsewhere) ?? plans[0];
  if (!plan) return { StartDate: today, SENprovision: NO_SEN };
  const start = startOf(plan);
  return { ...(start && { StartDate: start }), SENprovision: codeOf(plan) };
}

/**
 * A pupil for their next school, in the elements of a Common Transfer File (DfE) that this program reads itself. It is like one: the
 * school's records system writes the real one, and this carries only what is held here.
 */
export function ctfOf({ school, pupil, reviews }: Held, today: LocalDate): string {
  const last = reviews.findLast(({ outcome }) => outcome !== undefined);
  const data = {
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    CTFile: {
      Header: {
        DocumentName: 'Common Transfer File',
        DateTime: `${today}T00:00:00`,
        SourceSchool: { SchoolName: school.name },
        SuppID: 'send-review-bot',
      },
      CTFpupilData: {
        Pupil: {
          ...(pupil.upn !== undefined && { UPN: pupil.upn }),
          Surname: pupil.lastName,
          Forename: pupil.firstName,
          DOB: pupil.dateOfBirth,
          BasicDetails: {
            NCyearActual: pupil.yearGroup,
            // The next school gives a number of its own: ours stands only where nothing else tells the child from others.
            ...(pupil.upn === undefined && { AdmissionNumber: pupil.ref }),
            ...(pupil.people && { LookedAfter: lookedAfter(pupil) ? 'true' : 'false' }),
          },
          SENhistory: { SEN: senNow(pupil, today) },
          ...(pupil.plans.some(({ la }) => la) && { LA: pupil.plans.find(({ la }) => la)?.la }),
          ...(last?.outcome && {
            LastReview: { Reference: last.ref, Date: heldOn(last), Outcome: last.outcome.kind },
          }),
        },
      },
    },
  };
  const text = new XMLBuilder({ ignoreAttributes: false, format: true, processEntities: true }).build(data);
  return withoutControls(text);
}

/** XML can't hold most control characters, escaped or not. */
const withoutControls = (text: string): string =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => ('\n\t'.includes(one) ? one : ''));
