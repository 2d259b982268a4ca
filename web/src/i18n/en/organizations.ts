import type { Messages } from '../zh/index.ts';

export const orgs: Messages['orgs'] = {
  title: 'Organizations', tree: 'Tree', table: 'Below', includeBelow: 'Include all below', search: 'Find an organization', searchHint: 'Name or pinyin initials, e.g. ftjd', results: 'Results', children: '{{count}} below',
  columns: { name: 'Name', kind: 'Kind', level: 'Level', sector: 'Sector', line: 'Line parent', place: 'Place parent', secretary: 'Secretary', members: 'Full / provisional', state: 'State' }, vacant: 'Vacant', propose: 'New organization',
  form: {
    name: 'Name', kind: 'Kind', level: 'Level', sector: 'Sector', line: 'Line parent', place: 'Place parent', endsOn: 'Last day (temporary)', members: 'Founding members', effectiveOn: 'Effective on', reason: 'Reason', parent: 'New parent', parts: 'Parts', partName: 'Name of part {{n}}', sources: 'Merged into this one',
    approvingNote: 'Takes effect once the committee above approves', consequences: 'Concerns', membersCount: '{{count}} members', childrenCount: '{{count}} organizations below',
  },
  act: { approve: 'Approve', refuse: 'Refuse', move: 'Move line', relocate: 'Change place', dissolve: 'Dissolve', convert: 'Convert', merge: 'Merge', release: 'Release', accept: 'Accept', profile: 'Profile', more: 'More' },
  pendingMove: 'Moving from {{from}} to {{to}} on {{date}}; old line: {{released}}, new line: {{accepted}}', agreed: 'agreed', notAgreed: 'not yet', waiting: '{{name}} decides until {{date}}',
};

export const orgProfile: Messages['orgProfile'] = {
  tabs: { overview: 'Overview', posts: 'Posts', members: 'Members', history: 'History' }, line: 'Managed by (line)', place: 'Stands in (place)', guiding: 'Guided by', size: 'Size', below: 'Below', lineBelow: '{{count}} by line', placeBelow: '{{count}} by place', approves: 'Approves members',
  members: '{{total}} members: {{full}} full, {{provisional}} provisional, {{suspended}} suspended', openMembers: 'Open register', post: 'Post', person: 'Name', since: 'Since', until: 'Until', concurrent: 'Also', held: 'Held', past: 'Past', fill: 'Fill a post', vacate: 'Vacate', cause: 'Cause',
  history: { occurred: 'effective {{time}}', recorded: 'recorded {{time}}', by: 'by {{who}}', system: 'the system' },
  events: {
    OrganizationRegistered: 'Registered', OrganizationProposed: 'Proposed', OrganizationApproved: 'Approved', OrganizationRefused: 'Refused', ApprovalOverdue: 'Approval overdue', OrganizationKindChanged: 'Converted',
    LineMoveRequested: 'Move requested', LineMoveReleased: 'Released', LineMoveAccepted: 'Accepted', LineMoveLapsed: 'Move lapsed', ManagingLineChanged: 'Managing line changed', PlaceChanged: 'Place changed',
    GuidanceLinked: 'Guidance set', GuidanceUnlinked: 'Guidance ended', SplitApproved: 'Split approved', MergeApproved: 'Merge approved', OrganizationDissolved: 'Dissolved', ApprovesMembersChanged: 'Power to approve changed',
    SizeBandCrossed: 'Size band crossed', SizeExceptionGranted: 'Size exception', PostFilled: 'Post filled', PostVacated: 'Post vacated',
  },
};

export const cockpit: Messages['cockpit'] = {
  title: 'Cockpit', byPlace: 'Place', byLine: 'Line', own: 'Own', unlocated: 'Not located', children: 'By child', table: 'Show the table', map: 'Map', figures: 'Figures', attention: 'Attention', sumHint: '{{total}} = children {{children}} + own {{own}} + not located {{unlocated}}', definition: 'definition', goDown: 'Drill down',
  emphasis: { city: 'layout', district: 'supervision', street: 'hub', community: 'every branch', base: 'own' }, partMissing: '{{context}} is missing; the rest stands', attenuation: 'Attenuation of directives (12 months)', noAttenuation: 'No directive has come due',
  requestsOnTime: 'Requests on time', answered: 'Answered', onTime: 'On time', waitingLate: 'Late, unanswered',
  metrics: {
    'org.active': { name: 'Organizations', definition: 'Organizations that are active, under review or merging, the level itself included.' },
    'member.full': { name: 'Full members', definition: 'Members whose membership is full, by their branch now.' },
    'member.provisional': { name: 'Provisional members', definition: 'Members in provision, by their branch now.' },
    'transfer.open': { name: 'Transfers open', definition: 'Transfers asked for and neither arrived nor ended, by whose hands they are in.' },
    'transfer.overdue': { name: 'Transfers overdue', definition: 'Transfers whose present step is past its limit.' },
    'request.overdue': { name: 'Requests overdue', definition: 'Requests past the limit of the holder, not answered.' },
    'directive.ack': { name: 'Directives to sign', definition: 'Receipts of issued directives that are not signed.' },
  },
};
