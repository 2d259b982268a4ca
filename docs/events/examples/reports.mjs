// Reports of an organization and everything below it, out of the topic `zhitong.organizations.v1` and nothing else.
//
//   <reader of the topic> | node reports.mjs <organization id> <year>
//
// A line of the input is a record as JSON: {"key": stream, "headers": {...}, "value": data as text}. Printed are R-01 and R-02 (coverage), R-05 and R-06
// (quotas of meetings), R-07 (first agenda item), as far as the records go.
import { createInterface } from 'node:readline';

const [root, year] = process.argv.slice(2);
if (!root || !/^\d{4}$/.test(year ?? '')) {
  console.error('reports.mjs <organization id> <year>');
  process.exit(64);
}

const parents = new Map();
const units = new Map();
const meetings = new Map();
/** Quotas by organization, kind, period and group: owed once their period is closed, met by enough meetings. */
const quotas = new Map();

const quota = ({ organizationId, kindCode, periodCode, groupId = '' }) => {
  const key = [organizationId, kindCode, periodCode, groupId].join('|');
  if (!quotas.has(key)) quotas.set(key, { organizationId, kindCode, periodCode, owed: false, met: false });
  return quotas.get(key);
};
const unit = (data, changes) => units.set(data.unitId, { ...units.get(data.unitId), ...changes });
const meeting = (data, changes) => meetings.set(data.meetingId, { ...meetings.get(data.meetingId), ...changes });

/** What each event says. Whatever is not here changes none of these figures. */
const facts = {
  OrganizationRegistered: (data) => parents.set(data.organizationId, data.lineParentId),
  OrganizationProposed: (data) => parents.set(data.organizationId, data.lineParentId),
  ManagingLineChanged: (data) => parents.set(data.organizationId, data.toParentId),

  UnitRegistered: (data) => unit(data, { organizationId: data.organizationId }),
  UnitThresholdReached: (data) => unit(data, { due: true, ownRequired: data.ownRequired }),
  OrganizationCoverageAchieved: (data) => unit(data, { due: true, covering: data.coverageCode }),
  WorkCoverageSet: (data) => unit(data, { liaison: true }),
  CoverageLost: (data) => unit(data, data.partCode === 'work' ? { liaison: false } : { covering: undefined }),
  CoverageExempted: (data) => unit(data, { exempt: true, due: false, covering: undefined }),
  ExemptionEnded: (data) => unit(data, { exempt: false }),

  MeetingQuotasClosed: (data) => data.owed.forEach((owed) => (quota({ ...owed, organizationId: data.organizationId }).owed = true)),
  MeetingQuotaMet: (data) => (quota(data).met = true),
  MeetingQuotaMissed: (data) => (quota(data).met = false),
  MeetingQuotaMissReversed: (data) => (quota(data).met = true),

  MeetingHeld: (data) => meeting(data, { organizationId: data.organizationId, heldOn: data.heldOn, kinds: data.kindCodes }),
  MinutesRecorded: (data) => meeting(data, { firstItem: data.firstItem?.done === true }),
  MinutesCorrected: (data) => meeting(data, { firstItem: data.firstItem?.done === true }),
};

/** The highest version read of each stream: what is not above it is a repetition. */
const read = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const { key, headers, value } = JSON.parse(line);
  const version = Number(headers.ce_streamversion);
  if (version <= (read.get(key) ?? 0)) continue;
  read.set(key, version);
  facts[headers.ce_type.split('.').at(-1)]?.(JSON.parse(value));
}

const below = (organizationId) => {
  for (let at = organizationId; at !== undefined; at = parents.get(at)) if (at === root) return true;
  return false;
};
const count = (items, which) => items.filter(which).length;

const ledger = [...units.values()].filter(({ organizationId }) => below(organizationId));
const isCovered = ({ due, covering, ownRequired }) => due === true && covering !== undefined && (covering === 'own' || ownRequired !== true);

const closed = [...quotas.values()].filter(({ organizationId, periodCode, owed }) => owed && periodCode.startsWith(year) && below(organizationId));
const kinds = Object.groupBy(closed, ({ kindCode }) => kindCode);

const beginning = new Set(['partyCommittee', 'committeeMeeting', 'memberMeeting']);
const first = [...meetings.values()].filter(
  ({ organizationId, heldOn, kinds: of = [] }) => heldOn?.startsWith(year) && of.some((kind) => beginning.has(kind)) && below(organizationId),
);

console.log(
  JSON.stringify({
    coverage: {
      covered: count(ledger, isCovered),
      due: count(ledger, ({ due }) => due === true),
      worked: count(ledger, ({ exempt, covering, liaison }) => exempt !== true && (covering !== undefined || liaison === true)),
      live: count(ledger, ({ exempt }) => exempt !== true),
    },
    quotas: Object.fromEntries(Object.entries(kinds).map(([kind, of]) => [kind, { met: count(of, ({ met }) => met), owed: of.length }])),
    firstItem: { held: first.length, done: count(first, ({ firstItem }) => firstItem === true) },
  }),
);
