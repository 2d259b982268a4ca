import type { Messages } from '../zh/index.ts';

export const home: Messages['home'] = {
  title: 'Workbench', counts: { unread: 'Unread', toAcknowledge: 'To sign', toReport: 'To report', toAnswer: 'To answer', dueIn48h: 'Due in 48 h', overdue: 'Overdue', overdueBelow: 'Overdue below' },
  groups: { overdue: 'Overdue', today: 'Due today', waiting: 'Waiting for us', unfinished: 'Waiting for others', coming: 'Coming' },
  actions: { acknowledge: 'Sign', report: 'Report', accept: 'Accept', answer: 'Answer', supply: 'Supply', confirm: 'Confirm', followUp: 'Follow up', decideHolder: 'Name holder' },
  from: 'from {{name}}', with: 'with {{name}}', nothing: 'Nothing to do. What ends by facts disappears by itself.', more: 'There is more; finish these first',
  own: { title: 'My membership', branch: 'Branch', kind: 'Kind', joined: 'Joined', looks: 'Who looked at me', noLooks: 'Nobody looked lately', open: 'My record' },
};

export const directives: Messages['directives'] = {
  title: 'Directives', issued: 'Issued by us', inbox: 'Received', new: 'New directive', detail: 'Directive',
  columns: { title: 'Title', kind: 'Kind', state: 'State', issuedAt: 'Issued', dueAt: 'Sign by', reportDueAt: 'Report by', addressees: 'Addressees', issuer: 'Issuer', receipt: 'Our state', due: 'Due' },
  boxes: { all: 'All', open: 'Open', unread: 'Unread', toAcknowledge: 'To sign', toReport: 'To report', informed: 'For information', overdueBelow: 'Overdue below' }, urgent: 'Urgent',
  form: {
    title: 'Title', kind: 'Kind', text: 'Text', scope: 'Reach', subtree: 'Below', view: 'By', levels: 'Levels', kinds: 'Kinds', sectors: 'Sectors', addClause: 'Add another group', removeClause: 'Remove', exclude: 'Except', urgent: 'Urgent (sign within 24 h)',
    forwarding: 'Lower levels may add a note (the text stays)', ends: 'Ends by', endAcknowledge: 'signing', endReport: 'a report', reportDueOn: 'Report due', topic: 'Topic of the report', anyLevel: 'Any level', anyKind: 'Any kind', anySector: 'Any sector',
    reach: 'Reaches {{count}} organizations', informed: '{{count}} levels between are informed at the same moment', counting: 'Counting…', incomplete: 'Choose a reach to see the number', burden: 'Burden on the base',
    burdenText: 'The most burdened addressee will have {{most}} tasks or surveys within {{days}} days (cap {{cap}}); {{open}} duties are open now, {{mostOpen}} at the one that has most.', burdenOver: 'Above the cap: save a draft, another person issues it.',
    askedBefore: 'The same topic was asked within 90 days: a reason is needed.', offender: 'You may not address: {{name}}', reason: 'Reason code', draft: 'Save draft', issue: 'Issue', issueConfirm: 'Reaches {{count}} organizations at once; the text cannot be rewritten afterwards.', issued: 'Issued',
  },
  progress: {
    title: 'Progress', soFar: 'so far (before the deadline)', final: 'deadline passed', delivered: 'Delivered', acknowledged: 'Signed', reported: 'Reported', attenuation: 'Attenuation by level', level: 'Level', expected: 'Expected', onTime: 'On time', late: 'Late', missing: 'Missing',
    overdue: 'Overdue', rate: 'On-time rate', loss: 'Loss (points)', points: '{{points}} points', median: 'Median', children: 'Below', receipts: 'Receipts', organization: 'Organization', openedAt: 'Opened', acknowledgedAt: 'Signed', reportedAt: 'Reported', drill: 'Below',
  },
  text: 'Text', hash: 'Fingerprint {{hash}}, the same everywhere', earlier: 'Replaced versions', supplements: 'Notes added by level', noSupplements: 'No notes', version: 'version {{version}}', destroyed: 'Destroyed by rule', recalledBecause: 'Recalled: {{reason}}', returnReason: 'Returned: {{reason}}', ourReport: 'Our report',
  act: {
    acknowledge: 'Sign', report: 'Send report', reportText: 'Report', remind: 'Remind', reminded: 'Reminded', close: 'Close', recall: 'Recall', recallReason: 'Why', amend: 'Amend', material: 'Material (everybody signs again)', editorial: 'Editorial', forward: 'Add a note', note: 'Note', returnReport: 'Return',
    returnBecause: 'Why', dueOn: 'New deadline', informedOnly: 'For information', closeConfirm: 'No more signatures are taken.', acknowledged: 'Signed',
  },
};

export const requests: Messages['requests'] = {
  title: 'Requests', new: 'New request', detail: 'Request', board: 'Board', table: 'Table', roles: { submitter: 'Submitted by us', holder: 'In our hands', informed: 'For information' },
  columns: { topic: 'Topic', submitter: 'Submitter', holder: 'Holder', state: 'State', due: 'Due', submitted: 'Submitted', since: 'Held since', duty: 'Next', id: 'Number' }, onlyOverdue: 'Only overdue', clock: 'Clock', duty: { accept: 'accept', answer: 'answer' },
  form: { topic: 'Topic', text: 'What is needed', textHint: 'No citizen numbers or other personal data', urgent: 'Urgent (3 working days)', level: 'Level', levelDefault: 'As the topic says', goesTo: 'Goes straight to {{office}} ({{level}})', answer: 'answered within {{days}} working days', gap: 'no such office there: the street takes it', submit: 'Submit', excluded: 'Not taken here: {{list}}' },
  holder: 'In the hands of {{office}}, {{name}}', coHolders: 'Co-holders', informed: 'Informed', officer: 'Officer', escalations: 'escalated {{count}}×', reopenings: 'reopened {{count}}×', steps: 'Steps', hidden: 'Only submitter and holders see the text',
  confirmDue: 'Confirm or reopen until {{date}}; silence counts as closed unconfirmed', planned: 'Planned for {{date}}', overdueAtTop: 'Overdue at the city', reroutesLeft: '{{count}} reroutes left',
  act: { accept: 'Accept', reroute: 'Reroute', pause: 'Ask for more', resume: 'Supplied', answer: 'Answer', confirm: 'Satisfied', reopen: 'Reopen', withdraw: 'Withdraw', decide: 'Name holder', to: 'To', office: 'Office', reason: 'Reason', note: 'Note', kind: 'Kind of answer', text: 'Answer', plannedOn: 'Planned on' },
  stepNames: {
    RequestSubmitted: 'Submitted', RequestRouted: 'Routed', RoutingGapFound: 'No office: street takes it', RequestAccepted: 'Accepted', RequestRerouted: 'Rerouted', RequestHolderDecided: 'Holder named',
    RequestPaused: 'Waiting for submitter', RequestResumed: 'Clock runs on', RequestOverdue: 'Overdue', RequestEscalated: 'Escalated', RequestAnswered: 'Answered', RequestConfirmed: 'Confirmed',
    RequestReopened: 'Reopened', RequestAutoClosed: 'Closed unconfirmed', RequestWithdrawn: 'Withdrawn', RequestPlanReached: 'Planned day reached', RequestPartyReplaced: 'Party replaced',
  },
};
