import type { Reply } from '../channels/channel.ts';
import { withSafety } from '../presentation/screens/safety.ts';
import type { Person } from './people.ts';

/** A reply, with whom to tell about a child's safety at its top: what was said is taken as always, and may be about that. */
export function safely(reply: Reply, { places }: Person): Reply {
  const schools = places.map(({ school }) => school);
  return { ...reply, show: withSafety(reply.show, schools) };
}
