import type { Messages } from '../zh/index.ts';

export const shell: Messages['shell'] = {
  menu: {
    home: 'Workbench', cockpit: 'Cockpit', line: 'Direct line', directives: 'Directives', requests: 'Requests', organizations: 'Organizations', orgs: 'Tree', people: 'Members', members: 'Register', transfers: 'Transfers',
    admin: 'Administration', users: 'Accounts', grants: 'Grants', audit: 'Audit', ops: 'Operations', projections: 'Projections',
  },
  mainMenu: 'Main menu', breadcrumb: 'You are here', post: 'Post', switchPost: 'Switch post', actingAs: 'Acting as {{role}}', asOf: 'As of', asOfToday: 'today', asOfBand: 'Showing {{date}}, read only', backToToday: 'Back to today',
  todo: 'To do', textSize: 'Text size', textSizes: { normal: 'A', large: 'A+', extraLarge: 'A++' }, language: 'Switch language', account: 'Account', logout: 'Log out', collapse: 'Fold menu', expand: 'Unfold menu',
  idle: { title: 'About to log out', text: 'No activity: you will be logged out in {{seconds}} s. What you typed stays until you return.', stay: 'Stay' },
  notFound: { title: 'No such page', text: 'The address does not exist or is outside your scope.', home: 'To the workbench' },
  noPost: { title: 'No post to act under', text: 'Your grants may have ended or been taken back; ask the security administrator.', choose: 'Choose the post to act under' },
  demo: 'Demonstration · all data is invented',
  login: {
    title: 'Log in', heading: 'Unified log-in', intro: 'You enter the workbench of your post.', sso: 'Log in', pick: 'Choose a persona', unavailable: 'The log-in service is away', refused: 'The log-in failed ({{code}}), please try again.',
    noAccount: 'This log-in has no open account or no post; ask the system administrator.', loading: 'Reading ways to log in', version: 'Version {{version}} · {{runtime}}',
    promise: ['A directive reaches every branch, unaltered', 'Every request has an owner and a clock', 'A number is a list'],
    groups: { city: 'City 市', district: 'District 区', street: 'Street 街道', community: 'Community 社区', line: 'Line 条线', branch: 'Branch 支部', member: 'Member 党员', administrator: 'Administrators', operations: 'Operations' },
  },
};
