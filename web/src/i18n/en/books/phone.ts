import type { Messages } from '../../index.ts';

export const phone: Messages['phone'] = {
  home: 'Home',
  life: 'Organization life',
  branch: 'Branch',
  nextMeeting: 'Next meeting',
  noNext: 'No meeting has been announced.',
  signNow: 'Sign in now',
  recent: 'Recent meetings',
  typeHint: 'Scan the picture in the room; who cannot scan types the 6 digits shown there.',
  toMeetings: 'My meetings',
  nothing: 'Nothing to do.',
  acknowledge: 'To acknowledge',
  report: 'To report',
  due: 'by {{at}}',
  overdue: 'overdue since {{at}}',
  atDesk: '{{count}} more to do at a desk.',
  scan: {
    sending: 'Signing in',
    once: 'Scanned twice counts once.',
    again: 'Scan the picture that the room shows now, or ask an officer to tick you.',
    unreadable: 'No sign-in was found in this link',
  },
  refused: {
    CODE_EXPIRED: 'This code is over',
    WRONG_BRANCH: 'This is not a meeting of your branch',
    STATE_NOT_ALLOWED: 'The meeting has not begun, or signing in is over',
    NOT_FOUND: 'There is no meeting to sign in to',
  },
  next: {
    WRONG_BRANCH: 'Guests are noted by an officer of the branch.',
    STATE_NOT_ALLOWED: 'Scan again once it has begun; after its end ask an officer of the branch.',
  },
};
