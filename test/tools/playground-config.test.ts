import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { type Person, playgroundConfig } from '../../tools/playground-config.ts';

const csv = await readFile(new URL('../../sandbox-school/staff.csv', import.meta.url));
const staff = parse<Person>(csv, { columns: true });
const emailsOf = (config: object) => {
  const { currentUser, users } = config as { currentUser: Person; users: Person[] };
  return [currentUser, ...users].map(({ email }) => email);
};

it('puts the made-up school’s SENCO in front of the Playground, with five colleagues', () => {
  const { config, me } = playgroundConfig(staff);
  expect(me.role).toBe('senco');
  const emails = emailsOf(config);
  expect(emails[0]).toBe(me.email);
  expect(new Set(emails).size).toBe(6);
  for (const email of emails) expect(staff.map((person) => person.email)).toContain(email);
});

it('puts somebody else there by name, each with the same id as before', () => {
  const [senco, leader] = staff;
  const before = playgroundConfig(staff).config as { currentUser: { id: string } };
  const now = playgroundConfig(staff, leader?.email).config as { users: { id: string; email: string }[] };
  expect(emailsOf(now)[0]).toBe(leader?.email);
  expect(now.users.find(({ email }) => email === senco?.email)?.id).toBe(before.currentUser.id);
});

it('refuses somebody who isn’t staff, and a school too small', () => {
  expect(() => playgroundConfig(staff, 'nobody@oakfield.example')).toThrow('No such member of staff');
  expect(() => playgroundConfig(staff.slice(0, 5))).toThrow('6 members');
});
