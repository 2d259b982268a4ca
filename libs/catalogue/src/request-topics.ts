import { z } from 'zod';
import { levels, views } from './codes.ts';
import { requestOffices } from './codes-link.ts';

/** One entry of the topic catalogue (setting `request.topics`, requirements 2.2). */
export const requestTopicSchema = z
  .strictObject({
    topicCode: z.string().regex(/^[a-z][A-Za-z]{1,39}$/),
    /** Office that holds it at every level. */
    office: z.enum(requestOffices.values),
    /** Tree that is climbed: place for most, line for matters of the managing line. */
    view: z.enum(views.values),
    /** Lowest level, which is where it goes unless the submitter picks another. */
    minLevel: z.enum(levels.values),
    maxLevel: z.enum(levels.values),
    /** Working days to the answer; absent: the general setting. */
    answerWorkdays: z.int().min(1).max(60).optional(),
  })
  .meta({ id: 'RequestTopic' });
export type RequestTopic = z.infer<typeof requestTopicSchema>;

export const requestTopicsSchema = z.array(requestTopicSchema).min(1).max(100);

/** Value of the setting `request.topics` until the city changes it. */
export const defaultRequestTopics: readonly RequestTopic[] = [
  { topicCode: 'structure', office: 'organizationDepartment', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 10 },
  { topicCode: 'election', office: 'organizationDepartment', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 10 },
  { topicCode: 'membership', office: 'organizationDepartment', view: 'place', minLevel: 'district', maxLevel: 'city', answerWorkdays: 10 },
  { topicCode: 'transfer', office: 'organizationDepartment', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 5 },
  { topicCode: 'dues', office: 'funding', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 10 },
  { topicCode: 'activityMoney', office: 'funding', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 10 },
  { topicCode: 'livelihoodNeed', office: 'funding', view: 'place', minLevel: 'community', maxLevel: 'district', answerWorkdays: 10 },
  { topicCode: 'premises', office: 'center', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 10 },
  { topicCode: 'training', office: 'organizationDepartment', view: 'place', minLevel: 'street', maxLevel: 'city', answerWorkdays: 10 },
  { topicCode: 'lecture', office: 'center', view: 'place', minLevel: 'community', maxLevel: 'district', answerWorkdays: 5 },
  { topicCode: 'workers', office: 'organizationDepartment', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 10 },
  { topicCode: 'coverage', office: 'workCommittee', view: 'line', minLevel: 'street', maxLevel: 'city', answerWorkdays: 10 },
  { topicCode: 'residentNeed', office: 'partyBuildingOffice', view: 'place', minLevel: 'community', maxLevel: 'district', answerWorkdays: 10 },
  { topicCode: 'hardship', office: 'organizationDepartment', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 3 },
  { topicCode: 'dataCorrection', office: 'partyBuildingOffice', view: 'place', minLevel: 'street', maxLevel: 'city', answerWorkdays: 5 },
  { topicCode: 'systemHelp', office: 'operations', view: 'place', minLevel: 'city', maxLevel: 'city', answerWorkdays: 3 },
  { topicCode: 'other', office: 'partyBuildingOffice', view: 'place', minLevel: 'street', maxLevel: 'district', answerWorkdays: 10 },
];

/** Matters this platform never takes (requirements 0.7): refused with a pointer to the body that may. */
export const excludedRequestTopics = ['disciplineCase', 'crimeReport', 'surveillance', 'personScoring'] as const;
