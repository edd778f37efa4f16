import type { Shape } from './shape.ts';

/* Lists and sets of files whose headings a standard lays down. Neither School Data Sync nor OneRoster says anything of SEN. */

/** The table that read/ctf.ts makes of a Common Transfer File. */
export const ctf: Shape = {
  id: 'ctf',
  title: 'a Common Transfer File (CTF)',
  tables: [
    {
      columns: {
        ref: ['AdmissionNumber'],
        upn: ['UPN'],
        last_name: ['Surname'],
        first_name: ['Forename'],
        date_of_birth: ['DOB'],
        year_group: ['NCyearActual'],
        plan: ['SENprovision'],
        plan_made: ['SENstart'],
      },
      marks: ['NCyearActual', 'SENprovision'],
    },
  ],
};

/** Local authorities' SEN2 person-level list (DfE SEN2 guide): who has an EHC plan, and since when. */
export const sen2: Shape = {
  id: 'sen2',
  title: 'a local authority’s SEN2 list',
  always: { plan: 'E' },
  tables: [
    {
      columns: {
        // The authority's own number of a person is none of the school's: a pupil is known by the UPN alone.
        upn: ['UPN', 'Unique Pupil Number'],
        last_name: ['Surname', 'Family Name'],
        first_name: ['Forename', 'Given Name'],
        date_of_birth: ['PersonBirthDate', 'Birth Date', 'Date of Birth'],
        year_group: ['NC Year', 'NCYear', 'National Curriculum Year'],
        plan_made: ['PlanStartDate', 'EHC Plan Start Date', 'EHC plan start date'],
        last_decision: ['ReviewOutcomeDate', 'Review Decision Date', 'Annual Review Decision Date'],
        last_meeting: ['ReviewMeeting', 'Review Meeting Date', 'Annual Review Meeting Date'],
        plan_ended: ['CeaseDate', 'Date Plan Ceased'],
      },
      marks: ['PlanStartDate'],
    },
  ],
};

/** Microsoft School Data Sync, v1: student.csv. */
export const sds1: Shape = {
  id: 'sds-1',
  title: 'School Data Sync (v1)',
  tables: [
    {
      columns: {
        ref: ['Student Number', 'SIS ID'],
        last_name: ['Last Name'],
        first_name: ['First Name'],
        date_of_birth: ['Birthdate'],
        year_group: ['Grade'],
        school: ['School SIS ID'],
      },
      marks: ['SIS ID', 'School SIS ID'],
    },
  ],
  // School.csv
  schools: { id: 'SIS ID', name: 'Name' },
};

const STUDENT = ['student'] as const;
/** orgs.csv: beside schools it may have their trust or local authority. */
const ORGS = { id: 'sourcedId', name: 'name', type: 'type' } as const;

/** Microsoft School Data Sync, v2.1: users.csv, roles.csv, and demographics.csv for the birth dates. */
export const sds21: Shape = {
  id: 'sds-2.1',
  title: 'School Data Sync (v2.1)',
  tables: [
    {
      id: 'userSourcedId',
      only: { heading: 'role', words: STUDENT },
      columns: { year_group: ['grade'], left_on: ['roleEndDate'], school: ['orgSourcedId'] },
      marks: ['orgSourcedId', 'grade'],
    },
    {
      id: 'sourcedId',
      columns: { ref: ['userNumber', 'sourcedId'], last_name: ['familyName'], first_name: ['givenName'] },
      marks: ['username', 'familyName'],
    },
    { id: 'userSourcedId', columns: { date_of_birth: ['birthDate'] }, marks: ['birthDate'] },
  ],
  schools: ORGS,
};

/** OneRoster 1.1 (IMS): users.csv, which has roles and grades, and demographics.csv. */
export const oneRoster11: Shape = {
  id: 'oneroster-1.1',
  title: 'OneRoster 1.1',
  tables: [
    {
      id: 'sourcedId',
      only: { heading: 'role', words: STUDENT },
      columns: {
        ref: ['identifier', 'sourcedId'],
        last_name: ['familyName'],
        first_name: ['givenName'],
        year_group: ['grades'],
        school: ['orgSourcedIds'],
      },
      marks: ['orgSourcedIds', 'role', 'enabledUser'],
    },
    { id: 'sourcedId', columns: { date_of_birth: ['birthDate'] }, marks: ['birthDate'] },
  ],
  schools: ORGS,
};

/** OneRoster 1.2 (1EdTech): roles are in a file of their own, and birth dates in demographics.csv. */
export const oneRoster12: Shape = {
  id: 'oneroster-1.2',
  title: 'OneRoster 1.2',
  tables: [
    {
      id: 'userSourcedId',
      only: { heading: 'role', words: STUDENT },
      columns: { left_on: ['endDate'], school: ['orgSourcedId'] },
      marks: ['roleType', 'orgSourcedId'],
    },
    {
      id: 'sourcedId',
      columns: {
        ref: ['identifier', 'sourcedId'],
        last_name: ['familyName'],
        first_name: ['givenName'],
        year_group: ['grades'],
      },
      marks: ['enabledUser', 'userMasterIdentifier'],
    },
    { id: 'sourcedId', columns: { date_of_birth: ['birthDate'] }, marks: ['birthDate'] },
  ],
  schools: ORGS,
};
