import type { Contact } from '../../domain/school/contact.ts';

/** What of a contact rights hang on: whose account it is, by which address, and where what is for them is sent. */
const RIGHTS = ['person', 'email', 'address', 'mark'] as const;

/** A contact as it is marked: what rights hang on, and nothing of what changes with each message. */
export interface Binding extends Record<(typeof RIGHTS)[number], unknown> {
  readonly id: string;
  readonly version: number;
}

/** What is bound by a contact; undefined where nothing is, so that nothing hangs on it. */
export function bindingOf({
  id,
  person,
  email,
  address,
  mark,
}: Pick<Contact, 'id'> & Partial<Contact>): Binding | undefined {
  const isBound = [person, email, address, mark].some((one) => one !== undefined);
  // However often the contact is written, what is bound is as old as its mark.
  return isBound ? { id, version: 1, person, email, address, mark } : undefined;
}

/** What of it differs, by its fields' names. */
export const bindingChanged = (before: Contact | undefined, after: Contact): readonly string[] =>
  RIGHTS.filter((field) => !isSame(before?.[field], after[field]));

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The contact with nothing bound: whose account it is, the chat's directory is asked anew when they next speak, and a second
 * account waits for the SENCO's yes as any other. What stands in its chat stays known.
 */
export function unbound(contact: Contact): Contact {
  const { person: _, email: __, address: ___, mark: ____, checkedAt: _____, ...rest } = contact;
  return rest;
}

/** Whether what has a mark of this name is an account in a chat. */
export const isOfAccount = (name: string): boolean => name.startsWith('contacts/');
