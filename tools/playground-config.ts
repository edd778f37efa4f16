/** A line of staff.csv. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

/** The Playground has exactly so many people beside whoever sits in front of it. */
const OTHERS = 5;

/**
 * The Agents Playground's configuration in which its people are a school's staff: the SENCO (or `as`) in front of
 * it, and the next ones of the list in the team and the group chat.
 * @throws when the staff are too few, or none has the e-mail address `as`.
 */
export function playgroundConfig(
  staff: readonly Person[],
  as?: string,
): { readonly config: object; readonly me: Person } {
  const me = staff.find(({ email, role }) => (as === undefined ? role === 'senco' : email === as));
  if (!me) throw new Error(as === undefined ? 'The staff have no SENCO' : `No such member of staff: ${as}`);
  const others = staff.filter((person) => person !== me).slice(0, OTHERS);
  if (others.length < OTHERS) throw new Error(`The Playground needs ${OTHERS + 1} members of staff`);
  const users = [me, ...others].map((person) => userOf(person, staff.indexOf(person)));
  const [currentUser, ...rest] = users;
  const config = {
    version: '0.1.1',
    tenantId: TENANT,
    bot: { id: guid(900), name: 'SEND reviews' },
    currentUser,
    users: rest,
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'Year 4 team' },
    team: {
      id: 'staff-team',
      name: 'Staff',
      aadGroupId: guid(901),
      channels: [{ id: 'announcements', name: 'Announcements' }],
    },
  };
  return { config, me };
}

const guid = (n: number) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
const TENANT = guid(1);

// The same person has the same id whoever sits in front, so that kept data fits the next time.
function userOf({ email, name }: Person, index: number) {
  const [givenName = '', ...surname] = name.split(' ');
  return {
    id: `user-${index}`,
    name,
    userPrincipleName: email,
    aadObjectId: guid(100 + index),
    givenName,
    surname: surname.join(' '),
    email,
  };
}
