import type { ListCode } from '../codes-files.ts';
import { listUnits, type UnitRow } from '../operations/coverage.ts';
import { listOrganizations, type OrganizationRow } from '../operations/tree.ts';
import { levelWords, organizationKindWords, organizationStateWords, sectorWords, unitLedgerWords, unitStateWords } from './code-words.ts';
import { listing, type Listing } from './listing.ts';

const yuan = (fen: number | null): string | number => (fen === null ? '' : fen / 100);

/** Lists that may be taken out as a file; none names a person. */
export const listings: Readonly<Record<ListCode, Listing>> = {
  organizations: listing<typeof listOrganizations.input, OrganizationRow>(
    ['党组织', 'Organizations'],
    listOrganizations,
    [
      { code: 'name', heading: ['名称', 'Name'], width: 36, say: ({ name }) => name },
      { code: 'kind', heading: ['类别', 'Kind'], width: 14, say: ({ kind }, { word }) => word(organizationKindWords, kind) },
      { code: 'level', heading: ['层级', 'Level'], width: 8, say: ({ level }, { word }) => word(levelWords, level) },
      { code: 'sector', heading: ['领域', 'Sector'], width: 14, say: ({ sector }, { word }) => word(sectorWords, sector) },
      { code: 'state', heading: ['状态', 'State'], width: 10, say: ({ state }, { word }) => word(organizationStateWords, state) },
      { code: 'line', heading: ['上级党组织', 'Managing organization'], width: 30, say: ({ lineParentId }, { organization }) => organization(lineParentId) },
      {
        code: 'place',
        heading: ['所在地党组织', 'Organization of the place'],
        width: 30,
        say: ({ placeParentId }, { organization }) => organization(placeParentId),
      },
      { code: 'placeCode', heading: ['区划代码', 'Administrative code'], width: 16, say: ({ placeCode }) => placeCode ?? '' },
      { code: 'full', heading: ['正式党员', 'Full members'], width: 10, say: ({ fullMembers }) => fullMembers },
      { code: 'provisional', heading: ['预备党员', 'Provisional members'], width: 10, say: ({ provisionalMembers }) => provisionalMembers },
      { code: 'id', heading: ['编号', 'Id'], width: 40, say: ({ organizationId }) => organizationId },
    ],
    ({ lineParentId, placeParentId }) => [lineParentId, placeParentId],
  ),
  units: listing<typeof listUnits.input, UnitRow>(['台账单位', 'Units of the ledger'], listUnits, [
    { code: 'name', heading: ['单位名称', 'Unit'], width: 36, say: ({ name }) => name },
    { code: 'keeper', heading: ['登记组织', 'Kept by'], width: 30, say: ({ organizationName }) => organizationName },
    { code: 'ledger', heading: ['台账类型', 'Ledger'], width: 16, say: ({ ledger }, { word }) => word(unitLedgerWords, ledger) },
    { code: 'state', heading: ['状态', 'State'], width: 12, say: ({ state }, { word }) => word(unitStateWords, state) },
    { code: 'staff', heading: ['员工人数', 'Staff'], width: 10, say: ({ staff }) => staff },
    { code: 'full', heading: ['正式党员', 'Full members'], width: 10, say: ({ fullMembers }) => fullMembers },
    { code: 'revenue', heading: ['年营业收入（元）', 'Annual revenue (yuan)'], width: 18, say: ({ revenueFen }) => yuan(revenueFen) },
    { code: 'figuresOn', heading: ['数据日期', 'Figures of'], width: 12, say: ({ figuresOn }) => figuresOn },
    { code: 'dueSince', heading: ['应建起始日', 'Due since'], width: 12, say: ({ dueSinceOn }) => dueSinceOn ?? '' },
    { code: 'overdue', heading: ['超期未建', 'Due for too long'], width: 10, say: ({ overdue }, { yes }) => yes(overdue) },
    { code: 'covering', heading: ['覆盖组织', 'Covered by'], width: 30, say: ({ coveringOrgName }) => coveringOrgName ?? '' },
    { code: 'work', heading: ['工作覆盖', 'Party work'], width: 10, say: ({ workCovered }, { yes }) => yes(workCovered) },
    { code: 'exemptUntil', heading: ['豁免至', 'Exempt until'], width: 12, say: ({ exemptUntilOn }) => exemptUntilOn ?? '' },
    { code: 'id', heading: ['编号', 'Id'], width: 70, say: ({ unitId }) => unitId },
  ]),
};
