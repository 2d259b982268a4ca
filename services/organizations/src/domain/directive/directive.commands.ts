import type { AskedAgainReason, DirectiveCloseCause, DirectiveMoment, Level, View } from '@zhitong/catalogue';
import type { DirectiveDrafted, DirectiveTerms } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import type { DirectiveSettings } from './directive-clock.ts';
import type { ForwardDirective, IssueForwarded } from './forward-directive.ts';

export interface IssueDirective {
  readonly type: 'IssueDirective';
  readonly actorId: string;
  readonly at: string;
  readonly treeVersion: number;
  readonly issuerLevel: Level;
  readonly view: View;
  readonly addresseeCount: number;
  /** First organization the issuer may not address. */
  readonly offenderId?: string | undefined;
  /** Most tasks and surveys of this level at one addressee, with this one. */
  readonly burden: number;
  /** The same topic went to some of the same addressees not long ago. */
  readonly askedBefore: boolean;
  readonly reasonCode?: AskedAgainReason | undefined;
  readonly settings: DirectiveSettings;
}

export interface AmendDirective {
  readonly type: 'AmendDirective';
  readonly at: string;
  readonly material: boolean;
  readonly textRef: string;
  readonly textHash: string;
  readonly reportDueOn?: string | undefined;
  /** A forwarded copy follows its root; nobody else may touch its text. */
  readonly follows?: DirectiveTerms | undefined;
  readonly settings: DirectiveSettings;
}

export type DirectiveCommand =
  | { readonly type: 'DraftDirective'; readonly draft: DirectiveDrafted }
  | { readonly type: 'EditDraft'; readonly draft: DirectiveDrafted }
  | { readonly type: 'DiscardDraft'; readonly at: string; readonly actorId: string }
  | IssueDirective
  | IssueForwarded
  | ForwardDirective
  | AmendDirective
  | { readonly type: 'RemindDirective'; readonly at: string; readonly today: string }
  | { readonly type: 'PassMoment'; readonly at: string; readonly moment: DirectiveMoment; readonly textVersion: number }
  | {
      readonly type: 'MoveDuty';
      readonly at: string;
      readonly fromOrganizationId: string;
      /** Absent when the successor is addressed already. */
      readonly toOrganizationId?: string | undefined;
      readonly treeVersion: number;
    }
  | { readonly type: 'RecallDirective'; readonly at: string; readonly reasonRef: string }
  /** With a text version: ends that text only, not one that came after it. */
  | { readonly type: 'CloseDirective'; readonly at: string; readonly cause: DirectiveCloseCause; readonly textVersion?: number };
