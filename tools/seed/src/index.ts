export { planMembers, planPlaces, type PlannedMember } from './members.ts';
export { organizationIdOf, planOrganizations, type PlannedOrganization } from './organizations.ts';
export { openPersonas, personasIn } from './persona-file.ts';
export { planLogins, type PlannedLogin } from './personas.ts';
export { shenzhen } from './places.ts';
export { countsFor, profiles, type Profile } from './profile.ts';
export { randomOf } from './random.ts';
export { seedCity, type Persona, type Send } from './seed.ts';
export { planUnits, type PlannedUnit } from './units.ts';
