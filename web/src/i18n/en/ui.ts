import type { Messages } from '../zh/index.ts';

export const ui: Messages['ui'] = {
  app: 'Zhitong', appFull: 'Zhitong 直通 · party work platform', skip: 'Skip to content', dataAsOf: 'Data as of {{time}}',
  behind: 'Data is {{seconds}} s behind and may lack the latest changes', syncing: 'Syncing: saved, the list follows', savedLater: 'Saved, the list follows', nearLive: 'Near live · every 15 s',
  updates: '{{count}} updates, click to refresh', total: '{{total}} in all', totalMore: 'more than {{total}}', narrow: 'Please narrow the filter', previous: 'Previous', next: 'Next', pageSize: 'Per page',
  query: 'Search', reset: 'Reset', clear: 'Clear filters', retry: 'Retry', reload: 'Reload', cancel: 'Cancel', confirm: 'OK', save: 'Save', close: 'Close', back: 'Back', more: 'Load more ({{left}} left)',
  all: 'All', none: '—', yes: 'Yes', no: 'No', columns: 'Columns', density: 'Density', densities: { compact: 'Compact', normal: 'Normal', wide: 'Wide' }, loading: 'Loading', stillLoading: 'Still loading',
  empty: { nothing: 'Nothing here yet', filtered: 'Nothing matches the filters', forbidden: 'Not permitted', forbiddenHint: 'The current post lacks this right; switch the post or ask whoever gives grants.' },
  error: { title: 'Cannot be shown', trace: 'Trace {{id}}', others: 'The rest is not affected' }, confirming: 'Confirming the outcome…', sending: 'Sending…', done: 'Done', doneWithWarnings: 'Done, but note: {{warnings}}',
  conflict: { title: 'Somebody else has changed this', text: 'Reload before sending; what you filled in stays.' }, required: 'Please fill in: {{field}}', trend: { up: 'up', down: 'down' }, open: 'Open', actions: 'Actions', month: 'Month', scopeOutside: '(outside your scope)',
  erased: '[erased]', chooseOrganization: 'Choose an organization', searchOrganization: 'Name or pinyin initials', searchMember: 'Name or pinyin initials', noMatch: 'No match', personYou: 'You',
  days: '{{count}} d', hours: '{{count}} h', minutes: '{{count}} min', left: '{{time}} left', overdueBy: 'overdue by {{time}}', dueToday: 'due today', paused: 'clock paused',
};
