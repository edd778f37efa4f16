import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { personIdSchema, recordedFields } from '../school/school.ts';
import { codesOf, fields, listOf, optional } from '../stored.ts';
import { localDateSchema } from '../time.ts';
import { CONSIDERED } from './questions/considered.ts';
import { EXCEPTION, REQUEST, REQUEST_RESULT } from './questions/request-options.ts';

export type { RequestKind, RequestResult } from './questions/request-options.ts';

/* What a review asks of the local authority: top-up funding, or an EHC needs assessment. At most one of a kind. */

const letter = { ...recordedFields, on: localDateSchema, words: z.string() };

/** A request, from the day it is decided on to what came of it. Days are those on letters, given by whoever records them. */
export const requestSchema = fields({
  kind: codesOf(REQUEST),
  /** The colleague who sends it, and by when. */
  owner: personIdSchema,
  sendBy: localDateSchema,
  /** `received`: the day the local authority had it. */
  sent: optional(fields({ ...letter, received: localDateSchema })),
  /** The day by which an answer is looked for, where no law sets it or an exception to the law's day is relied on. */
  answerBy: optional(localDateSchema),
  exception: optional(codesOf(EXCEPTION)),
  /** Each time it was asked when the answer comes, and what was said. */
  notes: listOf(fields(letter)),
  answer: optional(fields({ ...letter, result: codesOf(REQUEST_RESULT) })),
  /** A mediation certificate after a refusal. */
  mediation: optional(fields(letter)),
});
export interface LaRequest extends z.infer<typeof requestSchema> {}

/** What was considered and tried before an EHC needs assessment is asked for. */
export const consideredSchema = fields({ ...recordedFields, ...storedFields(CONSIDERED) });

interface HasRequests {
  readonly requests?: readonly LaRequest[];
}

/** The review's requests; none in most. */
export const requestsOf = ({ requests = [] }: HasRequests): readonly LaRequest[] => requests;

/** Its request of that kind. */
export const requestOf = (review: HasRequests, kind: string | undefined): LaRequest | undefined =>
  requestsOf(review).find((one) => one.kind === kind);

/** Sent, and not answered: the local authority owes its answer. */
export const isAwaited = ({ sent, answer }: LaRequest): boolean => sent !== undefined && answer === undefined;
