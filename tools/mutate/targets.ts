/** Files whose mutants are run against the tests that say what they must do. */
export interface Target {
  readonly name: string;
  /** Patterns of the files that are changed. */
  readonly files: readonly string[];
  /** Patterns of the tests that are run. */
  readonly tests: readonly string[];
}

const STATUTE = 'test/domain/statute/*.test.ts';
const PLANS = 'test/domain/plans/*.test.ts';
/** What is said of pupils in custody and elsewhere, and of what is owed for a pupil without a review. */
const PUPILS = 'test/domain/pupil/*.test.ts';
/** The days of requests to the local authority, and of what came other ways than by a notice. */
const LA = 'test/domain/review/{requests,la-other-ways}.test.ts';

/** All of them: rules, which nothing outside the domain need be loaded for. */
const DATES = [STATUTE, PLANS, PUPILS, LA];

/** What is looked at, a run of the tool each: by the law's days first. */
export const TARGETS: readonly Target[] = [
  { name: 'rules', files: ['src/domain/statute/rules/*.ts'], tests: [STATUTE] },
  { name: 'statute', files: ['src/domain/statute/*.ts'], tests: DATES },
  {
    name: 'due',
    files: ['src/domain/plans/{timetable,awaiting,amending,annual-dates,annual-interval}.ts'],
    tests: DATES,
  },
  {
    name: 'reminders',
    files: ['src/domain/nudges/{policy,escalation,obligations,lead}.ts'],
    tests: ['test/domain/nudges/*.test.ts', PUPILS, LA, 'test/domain/review/addressee.test.ts'],
  },
  {
    name: 'permissions',
    files: [
      'src/domain/review/{permissions,concerned,need-to-know}.ts',
      'src/domain/school/membership.ts',
      'src/domain/pupil/decide.ts',
    ],
    tests: [
      'test/domain/review/{permissions,need-to-know,decide-who,requests,two-plans,addressee}.test.ts',
      'test/domain/school/{membership,colleague}.test.ts',
      PUPILS,
    ],
  },
  {
    name: 'retention',
    files: [
      'src/domain/school/{retention,listed}.ts',
      'src/domain/nudges/chat-copies.ts',
      'src/records/retention/strangers.ts',
      'src/store/lowdb/old-copies.ts',
    ],
    tests: [
      'test/domain/school/{retention,listed}.test.ts',
      'test/domain/nudges/chat-copies.test.ts',
      'test/store/lowdb/old-copies.test.ts',
      'test/records/strangers.test.ts',
    ],
  },
  {
    name: 'audit',
    files: ['src/records/audit/{binding,changes,chain,following,marks,read-chain,terminal-who}.ts'],
    tests: [
      'test/records/audit/{audit,audited-store,bindings,chain,changes,following,cut,told-until-accepted,marks,read-chain,tampering,who-asked}.test.ts',
    ],
  },
];
