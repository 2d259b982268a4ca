import { proposeOrganization } from '../operations/tree.ts';
import { levelWords, lineReasonWords, organizationKindWords, sectorWords } from './code-words.ts';
import type { CodeWords, Sheet } from './sheet.ts';

const joined = (words: CodeWords, nth: 0 | 1, between: string) =>
  Object.values(words)
    .map((names) => names[nth])
    .join(between);
const oneOf = (words: CodeWords) => [`可填：${joined(words, 0, '、')}。`, `One of: ${joined(words, 1, ', ')}.`] as const;

/** Organizations to propose (ORG-01): the committee above approves each, as if it had been proposed on its page. */
export const organizationsSheet: Sheet = {
  title: ['党组织', 'Organizations'],
  operation: proposeOrganization,
  right: 'organization.propose',
  identity: ['name', 'lineParentId'],
  columns: [
    {
      key: 'name',
      heading: ['名称', 'Name'],
      required: true,
      cell: { kind: 'text' },
      hint: ['2 至 80 个字，同一上级下不得重名。', '2 to 80 characters; nothing below the same organization has the same name.'],
      example: '华强大厦第一党支部',
    },
    {
      key: 'kind',
      heading: ['类别', 'Kind'],
      required: true,
      cell: { kind: 'choice', words: organizationKindWords },
      hint: oneOf(organizationKindWords),
      example: '党总支',
    },
    { key: 'level', heading: ['层级', 'Level'], required: true, cell: { kind: 'choice', words: levelWords }, hint: oneOf(levelWords), example: '基层' },
    { key: 'sector', heading: ['领域', 'Sector'], required: true, cell: { kind: 'choice', words: sectorWords }, hint: oneOf(sectorWords), example: '楼宇' },
    {
      key: 'lineParentId',
      heading: ['上级党组织', 'Managing organization'],
      required: true,
      cell: { kind: 'organization' },
      hint: [
        '管理范围内、状态正常、可设下级的组织：填编号，或唯一的名称。',
        'An active organization in your reach that may have others below it: its id, or its name where only one is called so.',
      ],
      example: '华强北街道党工委',
    },
    {
      key: 'placeParentId',
      heading: ['所在地党组织', 'Organization of the place'],
      required: false,
      cell: { kind: 'organization' },
      hint: ['属地（块）的组织，填编号或唯一的名称；不填即上级党组织。', 'The organization that leads the place; without it the managing one.'],
      example: '',
    },
    {
      key: 'guidingOrgId',
      heading: ['业务指导组织', 'Guiding organization'],
      required: false,
      cell: { kind: 'organization' },
      hint: ['业务指导的组织，填编号或唯一的名称。', 'The organization that guides it; its id, or its name.'],
      example: '',
    },
    {
      key: 'placeCode',
      heading: ['区划代码', 'Administrative code'],
      required: false,
      cell: { kind: 'text' },
      hint: ['仅本级牵头组织填写，如 440304009。', 'Of the place it leads; leading organizations only.'],
      example: '',
    },
    {
      key: 'memberIds',
      heading: ['发起党员', 'Founding members'],
      required: false,
      cell: { kind: 'persons' },
      hint: [
        '党支部须有 3 名以上未在别处发起的正式党员；填人员编号，用顿号隔开。联合党支部填在“联合单位”中。',
        'A branch has three full members or more who are not promised elsewhere: their ids, with commas between. Those of a joint branch stand with its units.',
      ],
      example: '',
    },
    {
      key: 'units',
      heading: ['联合单位', 'Units'],
      required: false,
      cell: { kind: 'units', keptBy: ['placeParentId', 'lineParentId'] },
      hint: [
        '仅联合党支部填写，2 至 5 个单位：单位写台账名称或编号，其后写发起党员的人员编号，如“华强大厦：per_1、per_2；福田市场：per_3”。',
        'Of a joint branch only, two to five: each by its name in the ledger of the place or its id, then the ids of its founding members, like “Huaqiang Tower: per_1, per_2; Futian Market: per_3”.',
      ],
      example: '',
    },
    {
      key: 'endsOn',
      heading: ['结束日期', 'Ends on'],
      required: false,
      cell: { kind: 'date' },
      hint: ['仅临时党支部填写，如 2026-12-31。', 'Of a temporary branch only, like 2026-12-31.'],
      example: '',
    },
    {
      key: 'reasonCode',
      heading: ['隶属原因', 'Reason of the line'],
      required: false,
      cell: { kind: 'choice', words: lineReasonWords },
      hint: [
        `隶属关系与该领域通常做法不同时填写：${joined(lineReasonWords, 0, '、')}。`,
        `Where the sector usually stands on another line: ${joined(lineReasonWords, 1, ', ')}.`,
      ],
      example: '',
    },
  ],
  known: ['NAME_TAKEN'],
  concerns: {
    NAME_TAKEN: 'name',
    KIND_NOT_ALLOWED: 'kind',
    TOO_FEW_UNITS: 'units',
    PARENT_NOT_ACTIVE: 'lineParentId',
    NOT_FOUND: 'lineParentId',
    OUT_OF_SCOPE: 'lineParentId',
    FORBIDDEN_ROLE: 'lineParentId',
    PLACE_NOT_LEADING: 'placeParentId',
    LEVEL_SEAT_TAKEN: 'placeCode',
    TOO_FEW_FULL_MEMBERS: 'memberIds',
    END_DATE_MISMATCH: 'endsOn',
    END_DATE_OUT_OF_RANGE: 'endsOn',
    REASON_REQUIRED: 'reasonCode',
  },
  complete: (input) => ({ ...input, placeParentId: input['placeParentId'] ?? input['lineParentId'] }),
};
