/** What a SEND review meeting goes through (seed 000, "What is usually discussed during the meeting?"), in order. */
export const AGENDA_POINTS: readonly string[] = [
  'Strengths and interests',
  'What the parents and the child say',
  'Progress since the last review',
  'Needs now',
  'Support in place',
  'Whether it is working',
  'New concerns',
  'Attendance, behaviour and wellbeing',
  'Friendships and social communication',
  'Independence and confidence',
  'Reasonable adjustments',
  'Targets',
  'Next steps, and who does what',
];
