import { type FieldFault, fieldFaults } from './field-faults.ts';
import { SCHEMAS } from './schemas.ts';
import type { Collection, Documents } from './store.ts';

/** A document as its collection's schema has it, or all that is wrong with it. */
export type Checked<D> =
  | { readonly ok: true; readonly document: D }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** Checks what was read, or is about to be written, to the last field: nothing unknown, nothing missing, nothing dropped. */
export function checkDocument<C extends Collection>(collection: C, found: unknown): Checked<Documents[C]> {
  const result = SCHEMAS[collection].safeParse(found);
  if (result.success) return { ok: true, document: result.data };
  return { ok: false, faults: fieldFaults(result.error.issues, found) };
}
