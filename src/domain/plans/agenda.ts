import { preparesForAdulthood } from '../school/adulthood.ts';
import type { PupilDetails } from '../school/school.ts';

/** A point that a meeting goes through. */
export interface AgendaPoint {
  /** Notes are stored under it: it never changes. */
  readonly id: string;
  readonly title: string;
  /** What can be asked under it; none where the title says it all. */
  readonly prompts: readonly string[];
  /** Whether it is on the agenda for this pupil; left out: for all. */
  readonly for?: (pupil: PupilDetails) => boolean;
  /** What is agreed under it is to be exact: vague wording in its note is pointed out. */
  readonly exact?: true;
}

/**
 * What a SEND review meeting goes through, in order (Guide to SEND review meetings for parents, “What is usually discussed”),
 * with the same guide's examples of what it may cover under the point where each belongs.
 */
export const AGENDA_POINTS: readonly AgendaPoint[] = [
  {
    id: 'strengths',
    title: 'Strengths and interests',
    prompts: ['What do they enjoy, and what are they good at?'],
  },
  {
    id: 'views',
    title: 'What the parents and the child say',
    prompts: ['What do they find hardest in the school day?', 'What happens at home after school?'],
  },
  {
    id: 'progress',
    title: 'Progress since the last review',
    prompts: ['What shows it?', 'What became of the actions agreed then?'],
  },
  {
    id: 'needs',
    title: 'Needs now',
    prompts: [
      'Do writing, reading or working memory get in the way?',
      'What about the senses: noise, light, touch, crowds?',
    ],
  },
  {
    id: 'support',
    title: 'Support in place',
    prompts: ['Who gives it, how often, and does it happen?', 'Is more visual support needed?'],
    exact: true,
  },
  {
    id: 'working',
    title: 'Whether it is working',
    prompts: ['Are they coping in the classroom?', 'What has made a difference, and what has not?'],
  },
  {
    id: 'new-concerns',
    title: 'New concerns',
    prompts: ['What has changed at home or at school?', 'Is a new assessment needed?'],
  },
  {
    id: 'wellbeing',
    title: 'Attendance, behaviour and wellbeing',
    prompts: [
      'Do they avoid school, or some lessons?',
      'How do they sleep? Are they exhausted after school?',
    ],
  },
  {
    id: 'friendships',
    title: 'Friendships and social communication',
    prompts: ['How are breaktimes and lunchtimes?'],
  },
  {
    id: 'independence',
    title: 'Independence and confidence',
    prompts: [
      'Which lessons can they manage by themselves?',
      'Does support help them to be independent, or make them depend on it?',
    ],
  },
  {
    id: 'adjustments',
    title: 'Reasonable adjustments',
    prompts: ['Which are made in every lesson?', 'What would make school easier for them?'],
    exact: true,
  },
  {
    id: 'goals',
    title: 'Targets',
    prompts: ['Are they too vague, too easy or unrealistic?'],
    exact: true,
  },
  {
    id: 'next-steps',
    title: 'Next steps, and who does what',
    prompts: [
      'What will the parents and the child themselves do?',
      'Do staff need training or advice? Is input from outside needed?',
    ],
    exact: true,
  },
];

/** The same of an EHC plan, which has outcomes and may be amended (SEND Regulations 2014, reg 20(5)). */
const ANNUAL_POINTS: readonly AgendaPoint[] = AGENDA_POINTS.map((point) =>
  point.id === 'goals' ? { ...point, title: 'Outcomes, and whether the plan still fits' } : point,
);

const adulthood = (id: string, title: string): AgendaPoint => ({
  id: `adulthood-${id}`,
  title: `Preparing for adulthood: ${title}`,
  prompts: [],
  // From Year 9 on (SEND Regulations 2014, reg 20(6); Code of Practice 8.9–8.10).
  for: preparesForAdulthood,
});

/** The points of an annual review. */
export const ANNUAL_AGENDA: readonly AgendaPoint[] = [
  ...ANNUAL_POINTS,
  adulthood('work', 'further study and work'),
  adulthood('living', 'living independently'),
  adulthood('community', 'friends, relationships and community'),
  adulthood('health', 'good health'),
];

/** Those of a plan's points that the meeting about this pupil goes through, in order. */
export const pointsFor = (points: readonly AgendaPoint[], pupil: PupilDetails): readonly AgendaPoint[] =>
  points.filter((point) => point.for?.(pupil) ?? true);
