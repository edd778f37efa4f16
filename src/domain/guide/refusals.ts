import type { Terms } from '../language/terms.ts';
import { capital } from '../language/words.ts';
import type { RequestKind } from '../review/questions/request-options.ts';
import type { LocalAuthority } from '../school/school.ts';
import { mediationRoute, type Route, sendiassRoute } from './routes.ts';

/** The ways to go once the local authority has refused what a review asked of it. */
export function routesOfRefusal({
  kind,
  la,
  terms,
}: {
  readonly kind: RequestKind;
  readonly la: LocalAuthority | undefined;
  readonly terms: Terms;
}): readonly Route[] {
  if (kind === 'top-up') {
    return [
      {
        name: 'Ask why, and whether it looks at it again',
        how: 'No law gives an appeal against this. Ask for the reasons in writing; new evidence can be sent with a new application.',
      },
      {
        name: 'The plan goes on',
        how: 'Agree what the school gives from its own funds meanwhile. If that is not enough, an EHC needs assessment can be asked for.',
      },
      sendiassRoute(la),
    ];
  }
  const who = capital(terms.addressed);
  return [
    mediationRoute(la),
    {
      name: 'Appeal to the SEND Tribunal',
      how: `${who} may appeal, not the school. Give them the day above, and a copy of what you sent.`,
    },
    sendiassRoute(la),
  ];
}
