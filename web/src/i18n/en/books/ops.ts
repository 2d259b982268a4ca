import type { Messages } from '../../index.ts';

export const ops: Messages['ops'] = {
  title: 'Projections and policies',
  columns: { name: 'Name', kind: 'Kind', state: 'State', position: 'Position', handled: 'Handled', build: 'Build', progress: 'Rebuild', error: 'Last error' },
  lag: '{{count}} waiting',
  stalled: 'stalled {{seconds}} s',
  relayStalled: 'relay stalled {{seconds}} s',
  fresh: 'Caught up',
  rebuild: 'Rebuild',
  rebuildConfirm: 'A new build is filled beside the live one and takes over once caught up; readers notice nothing.',
  parked: 'Parked streams',
  parkedColumns: { subscription: 'Subscription', stream: 'Stream', type: 'Event', error: 'Cause', at: 'When', waiting: 'Waiting' },
  redrive: 'Redrive',
  noParked: 'Nothing is parked',
};
