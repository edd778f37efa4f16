import { z } from 'zod';
import { BadInput, type DataCommand, type Terminal } from '../command-line/command.ts';
import { cutOff, letIn } from '../domain/school/cut-off.ts';
import { addressOf } from '../domain/school/membership.ts';
import type { School, StaffMember } from '../domain/school/school.ts';
import { NotStored, type Store } from '../store/store.ts';
import { update } from '../store/update.ts';
import { DONE, REFUSED } from './asked.ts';

/** What `npm run staff` is asked to do. */
const requestSchema = z.strictObject({
  what: z.enum(['list', 'cut-off', 'let-in']),
  address: z.string().max(320).exactOptional(),
  school: z.string().max(100).exactOptional(),
});
export type StaffRequest = z.infer<typeof requestSchema>;

/** `npm run staff`, done by the bot where it runs: a colleague who is cut off is so from that moment. */
export const staffCommand: DataCommand = {
  name: 'staff',
  async run(input, terminal, { store, clock }) {
    const asked = requestSchema.safeParse(input);
    if (!asked.success) throw new BadInput();
    const request = asked.data;
    const all = (await store.schools()).filter(({ staff }) => staff.length > 0);
    const schools = request.school === undefined ? all : all.filter(({ id }) => id === request.school);
    if (schools.length === 0) {
      const known = all.map(({ id }) => id).join(', ') || 'none';
      terminal.complain(`There is no such school. Stored: ${known}.`);
      return REFUSED;
    }
    if (request.what === 'list') return list(schools, terminal);
    return change(request.what, request.address?.trim().toLowerCase() ?? '', schools, terminal, {
      store,
      at: clock.now(),
    });
  },
};

function list(schools: readonly School[], terminal: Terminal): number {
  for (const { id, name, staff } of schools) {
    terminal.say(`${name} (${id})`);
    for (const one of staff) terminal.say(`  ${addressOf(one)}  ${one.role}${standing(one)}`);
  }
  return DONE;
}

function standing({ cutOff: cut, left }: StaffMember): string {
  if (cut) return `  cut off ${left}`;
  return left ? `  left ${left}` : '';
}

/** In every school given that has them: of several of one address, whoever is there; to let in, whoever left last. */
async function change(
  what: 'cut-off' | 'let-in',
  address: string,
  schools: readonly School[],
  terminal: Terminal,
  { store, at }: { readonly store: Store; readonly at: string },
): Promise<number> {
  const found = schools.flatMap(({ id, staff }) => {
    const here = staff.filter((one) => addressOf(one) === address);
    const member = here.find(({ left }) => !left) ?? here.toSorted(lastLeft)[0];
    return member ? [{ id, person: member.email }] : [];
  });
  if (found.length === 0) {
    terminal.complain(
      'Nobody on the staff list has this address. “npm run staff -- list” shows who is on it.',
    );
    return REFUSED;
  }
  let code = DONE;
  for (const { id, person } of found) {
    try {
      const why = await changeOne(store, id, (school) =>
        (what === 'cut-off' ? cutOff : letIn)(school, person, { at }),
      );
      if (why === undefined) terminal.say(`${id}: ${address} ${SAID[what]}`);
      else {
        terminal.complain(`${id}: ${why}`);
        code = REFUSED;
      }
    } catch (error) {
      if (!(error instanceof NotStored)) throw error;
      terminal.complain(`${id}: that could not be stored, and nothing was changed. Is the disk full?`);
      code = REFUSED;
    }
  }
  return code;
}

const lastLeft = (a: StaffMember, b: StaffMember): number => ((a.left ?? '') < (b.left ?? '') ? 1 : -1);

const SAID = {
  'cut-off': 'is cut off: shown and sent nothing from now on, until let in again.',
  'let-in': 'is let in again.',
} as const;

/** Why it was refused; undefined once it is done. */
async function changeOne(
  store: Store,
  id: string,
  how: (school: School) => ReturnType<typeof cutOff>,
): Promise<string | undefined> {
  let why: string | undefined;
  await update(store, 'schools', id, (school) => {
    if (!school) return undefined;
    const result = how(school);
    why = result.ok ? undefined : result.refusal.say;
    return result.ok && result.school !== school ? result.school : undefined;
  });
  return why;
}
