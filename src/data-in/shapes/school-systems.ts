import type { Shape } from './shape.ts';

/*
 * Lists as schools' own records systems export them. Their headings can be changed by whoever makes the report, so each has
 * the usual names; what is not found can be matched by hand.
 */

/** Where somebody who left went to, and, where a trust exports all its schools in one, whose pupil it is: as any of them has it. */
const DESTINATION = ['Destination', 'Destination School', 'Leaving Destination', 'Next School', 'New School'];
const SCHOOL = ['School', 'School Name', 'Establishment', 'Establishment Name', 'Academy'];

export const sims: Shape = {
  id: 'sims',
  title: 'a list from SIMS',
  tables: [
    {
      columns: {
        ref: ['Adno', 'Admission Number', 'Adm No'],
        upn: ['UPN', 'Unique Pupil Number'],
        last_name: ['Legal Surname', 'Surname'],
        first_name: ['Legal Forename', 'Forename', 'Chosen Forename'],
        date_of_birth: ['DOB', 'Date of Birth'],
        year_group: ['Year', 'NC Year', 'Year Group'],
        class: ['Reg', 'Reg Group', 'Registration Group'],
        plan: ['SEN Status', 'SEN Stage'],
        left_on: ['DOL', 'Date of Leaving'],
        destination: DESTINATION,
        school: SCHOOL,
      },
    },
  ],
};

export const arbor: Shape = {
  id: 'arbor',
  title: 'a list from Arbor',
  tables: [
    {
      columns: {
        ref: ['Arbor Student ID', 'Student ID', 'Arbor ID'],
        upn: ['UPN'],
        last_name: ['Legal last name', 'Last name'],
        first_name: ['Legal first name', 'First name', 'Preferred first name'],
        date_of_birth: ['Date of birth'],
        year_group: ['Year group'],
        class: ['Registration form', 'Form'],
        plan: ['SEN status', 'SEN provision'],
        la: ['Local authority'],
        left_on: ['Leaving date', 'Enrolment end date'],
        destination: DESTINATION,
        school: SCHOOL,
      },
    },
  ],
};

export const bromcom: Shape = {
  id: 'bromcom',
  title: 'a list from Bromcom',
  tables: [
    {
      columns: {
        ref: ['Admission No', 'AdmissionNumber', 'Student Id'],
        upn: ['UPN'],
        last_name: ['Legal Last Name', 'LastName'],
        first_name: ['Legal First Name', 'FirstName'],
        date_of_birth: ['Birth Date', 'DateOfBirth'],
        year_group: ['Year Group', 'YearGroup'],
        class: ['Tutor Group', 'TutorGroup'],
        plan: ['SEN Need Status', 'SEN Status', 'SENStatus'],
        left_on: ['Leaving Date'],
        destination: DESTINATION,
        school: SCHOOL,
      },
    },
  ],
};

export const scholarPack: Shape = {
  id: 'scholarpack',
  title: 'a list from ScholarPack',
  tables: [
    {
      columns: {
        ref: ['Pupil ID', 'ScholarPack ID', 'Admission'],
        upn: ['UPN'],
        last_name: ['Legal surname', 'Surname'],
        first_name: ['Legal forename', 'Forename'],
        date_of_birth: ['D.O.B.', 'DOB'],
        year_group: ['NC Year', 'Year'],
        class: ['Class name', 'Class'],
        plan: ['SEN level', 'SEN Provision'],
        left_on: ['Leave date'],
        destination: DESTINATION,
        school: SCHOOL,
      },
    },
  ],
};

export const integris: Shape = {
  id: 'integris',
  title: 'a list from Integris',
  tables: [
    {
      columns: {
        ref: ['Pupil No', 'Pupil Number', 'Admission No.'],
        upn: ['UPN'],
        full_name: ['Pupil Name', 'Name'],
        last_name: ['Surname'],
        first_name: ['Forename'],
        date_of_birth: ['Date Of Birth', 'D.O.B'],
        year_group: ['NCY', 'National Curriculum Year'],
        class: ['Reg Class', 'Registration Class'],
        plan: ['SEN Prov', 'SEN Code', 'SEN Provision'],
        left_on: ['Date Left'],
        destination: DESTINATION,
        school: SCHOOL,
      },
    },
  ],
};

export const progresso: Shape = {
  id: 'progresso',
  title: 'a list from Progresso',
  tables: [
    {
      columns: {
        ref: ['Learner Code', 'LearnerCode', 'Learner Id'],
        upn: ['UPN', 'Learner UPN'],
        last_name: ['Legal Surname', 'LegalSurname', 'Learner Surname'],
        first_name: ['Legal Forename', 'LegalForename', 'Learner Forename'],
        date_of_birth: ['Birth Date', 'DateOfBirth', 'Learner DOB'],
        year_group: ['Curriculum Year', 'Year'],
        class: ['Form Group', 'Tutor Group'],
        plan: ['SEN Provision Type', 'SENProvisionType'],
        left_on: ['Date of Exit'],
        destination: DESTINATION,
        school: SCHOOL,
      },
    },
  ],
};
