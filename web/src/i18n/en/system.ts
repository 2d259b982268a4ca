import type { Messages } from '../zh/index.ts';

export const admin: Messages['admin'] = {
  users: 'Accounts', grants: 'Grants', audit: 'Audit', account: { id: 'Account', person: 'Person', state: 'State', changedAt: 'Changed', disable: 'Disable', reason: 'Reason code', open: 'Open account', issuer: 'Issuer', subject: 'Subject', personId: 'Person id' },
  grant: {
    person: 'Person', role: 'Role', organization: 'Organization', view: 'Tree', from: 'From', until: 'Until', state: 'State', origin: 'Origin', byPost: 'by post', byProposal: 'by proposal', propose: 'Propose grant', confirm: 'Confirm', revoke: 'Revoke', reason: 'Reason code', preview: 'Makes {{count}} organizations visible', rights: 'Permits: {{list}}',
    secondPerson: 'Another security administrator must confirm it', openEnded: 'open', personId: 'Person id', organizationId: 'Organization id',
  },
  auditPage: {
    columns: { number: 'No.', at: 'When', actor: 'Who', organization: 'For', operation: 'Operation', kind: 'Kind', result: 'Result', target: 'Target', fields: 'Fields', purpose: 'Purpose', trace: 'Trace' }, service: 'Service', verify: 'Verify chain', verifying: 'Verifying…', verified: '{{count}} records verified, the chain is whole',
    broken: 'Record {{number}} does not fit; {{count}} verified', hash: 'Hash', persons: '{{count}} persons', watched: 'Looking at the audit is itself recorded.',
  },
};

export const ops: Messages['ops'] = {
  title: 'Projections and policies', columns: { name: 'Name', kind: 'Kind', state: 'State', position: 'Position', handled: 'Handled', build: 'Build', progress: 'Rebuild', error: 'Last error' }, lag: '{{count}} waiting', stalled: 'stalled {{seconds}} s', relayStalled: 'relay stalled {{seconds}} s', fresh: 'Caught up', rebuild: 'Rebuild',
  rebuildConfirm: 'A new build is filled beside the live one and takes over once caught up; readers notice nothing.', parked: 'Parked streams', parkedColumns: { subscription: 'Subscription', stream: 'Stream', type: 'Event', error: 'Cause', at: 'When', waiting: 'Waiting' }, redrive: 'Redrive', noParked: 'Nothing is parked', unavailable: '{{context}} does not answer',
};
