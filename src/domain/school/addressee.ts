import { z } from 'zod';
import { codesOf, fields, optional } from '../stored.ts';
import { type LocalDate, localDateSchema, plusDays } from '../time.ts';
import type { WithPeople } from './people.ts';
import { GROUND } from './questions/options.ts';
import { schoolLeavingDate } from './young-person.ts';

/**
 * Who is addressed for a pupil, and whose views are required: the parents; from the end of compulsory school age the young
 * person; where they lack capacity for this, whoever represents them. Source: Children and Families Act 2014, ss.80 and 83(2);
 * SEND Regulations 2014, reg 64.
 */
export type Addressee = 'parents' | 'young-person' | 'representative';

const representativeSchema = fields({ name: z.string(), ground: codesOf(GROUND) });

/** What says who is addressed, on whatever day. */
export const addressingSchema = fields({
  /** The first day on which they are a young person. */
  youngFrom: localDateSchema,
  /** Who represents them from then on, where they lack capacity for this. */
  representative: optional(representativeSchema),
});
export interface Addressing extends z.infer<typeof addressingSchema> {}

/** What says who is addressed for a pupil. */
export function addressingOf({
  dateOfBirth,
  people,
}: WithPeople & { readonly dateOfBirth: LocalDate }): Addressing {
  const { representative: name = '', ground = '' } = people ?? {};
  return {
    youngFrom: plusDays(schoolLeavingDate(dateOfBirth), 1),
    ...(name !== '' && ground !== '' && { representative: { name, ground } }),
  };
}

/** Who is addressed on `day`; without knowing of whom, the parents. */
export function addresseeOn(addressing: Addressing | undefined, day: LocalDate): Addressee {
  if (!addressing || day < addressing.youngFrom) return 'parents';
  return addressing.representative ? 'representative' : 'young-person';
}
