import type { KeyService } from '@zhitong/platform';
import { codeText, digitsOf, windowsTaken } from '../domain/meeting/sign-in-code.ts';

/** Codes shown in rooms, made under a key of the service and stored nowhere. */
export interface MeetingCodes {
  codeOf(meetingId: string, window: number): Promise<string>;
  /** Whether a code is taken at an instant. */
  takes(meetingId: string, code: string, at: string, codeSeconds: number): Promise<boolean>;
}

const purpose = 'meeting-sign-in';

export function createMeetingCodes(keyService: KeyService): MeetingCodes {
  const codesOf = async (meetingId: string, windows: readonly number[]) =>
    (
      await keyService.macs(
        purpose,
        windows.map((window) => codeText(meetingId, window)),
      )
    ).map(digitsOf);
  return {
    async codeOf(meetingId, window) {
      const [code = ''] = await codesOf(meetingId, [window]);
      return code;
    },
    takes: async (meetingId, code, at, codeSeconds) => (await codesOf(meetingId, windowsTaken(at, codeSeconds))).includes(code),
  };
}
