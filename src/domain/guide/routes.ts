import type { Terms } from '../language/terms.ts';
import { capital } from '../language/words.ts';
import type { Helper, LocalAuthority } from '../school/school.ts';

/** One way to go, for a family that disagrees or wants help: what it is called, and what to do, in a sentence or two. */
export interface Route {
  readonly name: string;
  readonly how: string;
  /** What the law has of it, and where. */
  readonly why?: string;
}

const reached = (helper: Helper | undefined, otherwise: string): string =>
  helper ? `${helper.name}: ${helper.contact}` : otherwise;

const named = (la: LocalAuthority | undefined) => la?.name ?? 'your council';

/** Who gives families free and independent advice (Children and Families Act 2014, s.32), or how to find them. */
export const sendiassRoute = (la: LocalAuthority | undefined): Route => ({
  name: 'SENDIASS: free, independent advice for families',
  how: reached(
    la?.sendiass,
    `Search for “SENDIASS” with the name of ${named(la)}, or look in the Local Offer on its website.`,
  ),
});

/** Mediation, before an appeal (Children and Families Act 2014, ss.52–55). */
export const mediationRoute = (la: LocalAuthority | undefined): Route => ({
  name: 'Mediation: a certificate is needed before most appeals',
  how: reached(la?.mediation, 'The local authority’s letter names the mediation adviser to contact.'),
});

/** Who helps with an appeal, in a sentence: it stands beside every right to one. */
export function helpersWords(la: LocalAuthority | undefined): string {
  const advice = `SENDIASS gives free, independent advice${la?.sendiass ? ` (${reached(la.sendiass, '')})` : ''}`;
  const mediation = la?.mediation
    ? `the mediation adviser gives the certificate (${reached(la.mediation, '')})`
    : 'the mediation adviser named in the letter gives the certificate';
  return `${advice}; ${mediation}.`;
}

/** The ways to disagree, the nearest first; what an EHC plan has besides where `decidedElsewhere`. */
export function routesOf({
  la,
  terms,
  decidedElsewhere,
}: {
  readonly la: LocalAuthority | undefined;
  readonly terms: Terms;
  readonly decidedElsewhere: boolean;
}): readonly Route[] {
  const { addressed, setting } = terms;
  const school = `the ${setting}`;
  const common: readonly Route[] = [
    {
      name: `Talk to ${school} first`,
      how: `Ask for another meeting with the SENCO, or speak to a senior leader; bring somebody along if you like. Ask to look at what shows it, say what you see at home, and keep notes. What you disagree with is written into the record in your own words.`,
    },
    sendiassRoute(la),
    {
      name: 'Complain',
      how: `${capital(school)} has a complaints procedure on its website. A complaint about the local authority goes to it first, then to the Local Government and Social Care Ombudsman.`,
    },
  ];
  if (!decidedElsewhere) {
    return [
      ...common,
      {
        name: 'Ask for an EHC needs assessment without the school',
        how: `${capital(addressed)} may ask the local authority at any time, and it answers within 6 weeks.`,
        why: 'The Act gives the right to ask (Children and Families Act 2014, s.36(1)), and the regulations require the answer (SEND Regulations 2014, reg 5(1))',
      },
    ];
  }
  return [
    ...common,
    mediationRoute(la),
    {
      name: 'Appeal to the SEND Tribunal',
      how: `${capital(addressed)} may appeal when the local authority keeps the plan as it is, ends it, or sends the amended plan: within 2 months of the letter, or 1 month of the mediation certificate if that is later.`,
    },
  ];
}
