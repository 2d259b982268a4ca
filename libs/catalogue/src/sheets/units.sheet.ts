import { registerUnit } from '../operations/coverage.ts';
import { unitFlagWords, unitLedgerWords } from './code-words.ts';
import type { Sheet } from './sheet.ts';

const ledgers = Object.values(unitLedgerWords);

/** Units of the coverage ledger 台账 (ORG-31). */
export const unitsSheet: Sheet = {
  title: ['台账单位', 'Units of the ledger'],
  operation: registerUnit,
  right: 'organization.change',
  identity: ['name', 'organizationId'],
  columns: [
    {
      key: 'name',
      heading: ['单位名称', 'Unit'],
      required: true,
      cell: { kind: 'text' },
      hint: ['2 至 80 个字，同一台账中只登记一次。', '2 to 80 characters; it stands in a ledger once.'],
      example: '华强大厦',
    },
    {
      key: 'organizationId',
      heading: ['登记组织', 'Kept by'],
      required: true,
      cell: { kind: 'organization' },
      hint: ['管理范围内的社区或街道党组织：填编号，或唯一的名称。', 'A community or street in your reach: its id, or its name where only one is called so.'],
      example: '福田社区党委',
    },
    {
      key: 'ledger',
      heading: ['台账类型', 'Ledger'],
      required: true,
      cell: { kind: 'choice', words: unitLedgerWords },
      hint: [`可填：${ledgers.map(([zh]) => zh).join('、')}。`, `One of: ${ledgers.map(([, en]) => en).join(', ')}.`],
      example: '楼宇',
    },
    { key: 'staff', heading: ['员工人数', 'Staff'], required: true, cell: { kind: 'count' }, hint: ['整数，如 120。', 'A whole number.'], example: '120' },
    {
      key: 'fullMembers',
      heading: ['正式党员', 'Full members'],
      required: true,
      cell: { kind: 'count' },
      hint: ['整数，没有填 0。', 'A whole number; 0 where there are none.'],
      example: '4',
    },
    {
      key: 'revenueFen',
      heading: ['年营业收入（元）', 'Annual revenue (yuan)'],
      required: false,
      cell: { kind: 'yuan' },
      hint: ['元，至多两位小数。', 'Yuan, two decimals at most.'],
      example: '',
    },
    {
      key: 'flags',
      heading: ['特征', 'Attributes'],
      required: false,
      cell: { kind: 'choices', words: unitFlagWords },
      hint: ['互联网企业可填：全国互联网百强、独角兽企业。', 'Of an internet firm: national top 100 internet firm, unicorn.'],
      example: '',
    },
    {
      key: 'figuresOn',
      heading: ['数据日期', 'Figures of'],
      required: true,
      cell: { kind: 'date' },
      hint: ['如 2026-03-01，不晚于今天。', 'Like 2026-03-01, not later than today.'],
      example: '2026-03-01',
    },
  ],
  known: ['UNIT_EXISTS'],
  concerns: {
    UNIT_EXISTS: 'name',
    PLACE_NOT_LEADING: 'organizationId',
    NOT_FOUND: 'organizationId',
    OUT_OF_SCOPE: 'organizationId',
    FORBIDDEN_ROLE: 'organizationId',
    FUTURE_DATED: 'figuresOn',
  },
};
