/** Somebody of the demo dealerships, with everything that is linked to them. */
export interface DemoPerson {
  email: string;
  name: string;
  role: 'owner' | 'manager' | 'rep';
  phone: string | null;
  slackUserId: string | null;
}

export interface DemoDealership {
  name: string;
  timeZone: string;
  slackTeamId: string;
  people: DemoPerson[];
}

const person = (
  email: string,
  name: string,
  role: DemoPerson['role'],
  slackUserId: string | null = null,
  phone: string | null = null,
): DemoPerson => ({ email, name, role, phone, slackUserId });

/** The demo's dealerships and their people; names, numbers and ids are what scripts and documents count on. */
export const northside: DemoDealership = {
  name: 'Northside Motors',
  timeZone: 'America/Chicago',
  slackTeamId: 'T0NORTHSIDE',
  people: [
    person('owner@northside.example', 'Olivia Grant', 'owner', 'U0OWNER'),
    person('manager@northside.example', 'Marcus Webb', 'manager', 'U0MANAGER'),
    person('ana@northside.example', 'Ana Torres', 'rep', 'U0ANA', '+12145550101'),
    person('ben@northside.example', 'Ben Carter', 'rep', 'U0BEN', '+12145550102'),
    person('cory@northside.example', 'Cory Dunn', 'rep', 'U0CORY', '+12145550103'),
  ],
};

export const lakeside: DemoDealership = {
  name: 'Lakeside Autos',
  timeZone: 'America/Chicago',
  slackTeamId: 'T0LAKESIDE',
  people: [
    person('owner@lakeside.example', 'Priya Nair', 'owner'),
    person('dee@lakeside.example', 'Dee Holloway', 'rep', 'U0DEE', '+12145550111'),
  ],
};
