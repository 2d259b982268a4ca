import type { Level, OrganizationKind, OrganizationState, Sector } from '../codes.ts';
import type { LineReason, UnitFlag, UnitLedger, UnitState } from '../codes-organizations.ts';
import type { Bilingual } from './sheet.ts';

type Words<Code extends string> = Readonly<Record<Code, Bilingual>>;

/** What codes are called in files; the console says the same. */
export const organizationKindWords: Words<OrganizationKind> = {
  committee: ['党委', 'Committee 党委'],
  generalBranch: ['党总支', 'General branch 党总支'],
  branch: ['党支部', 'Branch 党支部'],
  jointBranch: ['联合党支部', 'Joint branch'],
  temporaryBranch: ['临时党支部', 'Temporary branch'],
  workCommittee: ['党工委', 'Work committee 党工委'],
  leadingGroup: ['党组', 'Leading group 党组'],
  regionalCommittee: ['区域党委', 'Regional committee'],
  industryCommittee: ['行业党委', 'Industry committee'],
  jointCommittee: ['联合党委', 'Joint committee'],
};

export const organizationStateWords: Words<OrganizationState> = {
  proposed: ['待批准', 'Proposed'],
  active: ['正常', 'Active'],
  refused: ['未批准', 'Refused'],
  underReview: ['清理中', 'Under review'],
  merging: ['合并中', 'Merging'],
  dissolved: ['已撤销', 'Dissolved'],
};

export const levelWords: Words<Level> = {
  city: ['市', 'City'],
  district: ['区', 'District'],
  street: ['街道', 'Street'],
  community: ['社区', 'Community'],
  base: ['基层', 'Base'],
};

export const sectorWords: Words<Sector> = {
  agency: ['机关', 'Agency'],
  institution: ['事业单位', 'Institution'],
  soe: ['国有企业', 'State firm'],
  university: ['高校', 'University'],
  school: ['中小学', 'School'],
  hospital: ['医院', 'Hospital'],
  community: ['社区', 'Community'],
  privateFirm: ['民营企业', 'Private firm'],
  internetFirm: ['互联网企业', 'Internet firm'],
  socialOrg: ['社会组织', 'Social organization'],
  park: ['园区', 'Park'],
  building: ['楼宇', 'Building'],
  market: ['市场', 'Market'],
  other: ['其他', 'Other'],
};

export const lineReasonWords: Words<LineReason> = {
  historic: ['历史沿革', 'Grown so'],
  industryManaged: ['由行业主管', 'Managed by its industry'],
  samePremises: ['同一场所', 'Same premises'],
  reorganized: ['机构调整', 'Reorganized'],
  interim: ['过渡安排', 'Interim'],
};

export const unitLedgerWords: Words<UnitLedger> = {
  park: ['园区', 'Park'],
  building: ['楼宇', 'Building'],
  market: ['市场', 'Market'],
  internetFirm: ['互联网企业', 'Internet firm'],
  industryAssociation: ['行业协会', 'Industry association'],
  otherSocialOrg: ['其他社会组织', 'Other social organization'],
  mixedPark: ['混合园区', 'Mixed park'],
  labourDispatch: ['劳务派遣', 'Labour dispatch'],
  privateHospital: ['民营医院', 'Private hospital'],
  privateSchool: ['民办学校', 'Private school'],
  residentialEstate: ['住宅小区', 'Residential estate'],
  ownersCommittee: ['业主委员会', 'Owners’ committee'],
  shareholdingCompany: ['股份合作公司', 'Shareholding company'],
  soe: ['国有企业', 'State-owned enterprise'],
  other: ['其他', 'Other'],
};

export const unitFlagWords: Words<UnitFlag> = {
  nationalTop100: ['全国互联网百强', 'National top 100 internet firm'],
  unicorn: ['独角兽企业', 'Unicorn'],
};

export const unitStateWords: Words<UnitState> = {
  found: ['未达标准', 'Below the threshold'],
  dueForOrganization: ['应建未建', 'Due'],
  covered: ['已覆盖', 'Covered'],
  exempt: ['豁免', 'Exempt'],
};
