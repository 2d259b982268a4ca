import type { ServiceDefinition, ServiceParts } from '@zhitong/platform';
import { createMeetingCodes } from './application/meeting-codes.ts';
import { createOrganizationsService } from './organizations.service.ts';

/** Organizations with the keys of a runtime. */
export const openOrganizationsService = ({ keyService }: ServiceParts): ServiceDefinition => createOrganizationsService(createMeetingCodes(keyService));
