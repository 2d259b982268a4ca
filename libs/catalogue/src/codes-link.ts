import { codeList, type CodeOf } from '@zhitong/kernel';
import { branchKinds } from './codes-organizations.ts';

/** Kinds of directive (requirements 2.1): 通知, 任务, 主题内容指引, 调查. */
export const directiveKinds = codeList('notice', 'task', 'topicGuide', 'survey');

/** Whom a topic guide reaches: every branch below its issuer, on either tree (LINK-12). */
export const guideScope = (issuerId: string) => ({
  clauses: (['line', 'place'] as const).map((view) => ({ subtreeOf: issuerId, view, kinds: [...branchKinds] })),
  exclude: [],
});

/** A guide is issued in its quarter or ahead of it, is in force until the quarter ends, or was withdrawn with its directive. */
export const guideStates = codeList('inForce', 'expired', 'withdrawn');
export type GuideState = CodeOf<typeof guideStates>;

export const directiveStates = codeList('draft', 'issued', 'closed', 'recalled');
export type DirectiveState = CodeOf<typeof directiveStates>;

/** Why the same is asked again so soon (LINK-07). */
export const askedAgainReasons = codeList('figuresChanged', 'earlierIncomplete', 'otherPeriod', 'requiredAbove');
export type AskedAgainReason = CodeOf<typeof askedAgainReasons>;

export const directiveCloseCauses = codeList('allFinal', 'byHand', 'expired');
export type DirectiveCloseCause = CodeOf<typeof directiveCloseCauses>;

/** Moments of a directive at which its addressees are reminded or found late (LINK-05). */
export const directiveMoments = codeList(
  'acknowledgeHalfTime',
  'acknowledgeLastDay',
  'acknowledgeOver',
  'reportHalfTime',
  'reportLastDay',
  'reportOver',
  'expiry',
);
export type DirectiveMoment = CodeOf<typeof directiveMoments>;

/** What an addressee owes. */
export const receiptDuties = codeList('acknowledge', 'report');
export type ReceiptDuty = CodeOf<typeof receiptDuties>;

/** Steps of a receipt as everyone sees them; `pending` and `delivered` are no events (0.8), `cancelled` follows from a recall. */
export const receiptStates = codeList('pending', 'delivered', 'opened', 'acknowledged', 'reported', 'reportReturned', 'transferred', 'cancelled');
export type ReceiptState = CodeOf<typeof receiptStates>;

export const requestStates = codeList('submitted', 'routed', 'accepted', 'waitingForSubmitter', 'answered', 'reopened', 'confirmed', 'autoClosed', 'withdrawn');
export type RequestState = CodeOf<typeof requestStates>;

/** Offices that hold requests: 党建办, 组织部, 党工委, 经费, 党群服务中心, 运维. */
export const requestOffices = codeList('partyBuildingOffice', 'organizationDepartment', 'workCommittee', 'funding', 'center', 'operations');
export type RequestOffice = CodeOf<typeof requestOffices>;

export const requestAnswers = codeList('done', 'planned', 'refused');
export type RequestAnswer = CodeOf<typeof requestAnswers>;

export const requestDuties = codeList('accept', 'answer');
export type RequestDuty = CodeOf<typeof requestDuties>;

export const requestEscalationCauses = codeList('acceptOverdue', 'answerOverdue', 'reopenedAgain');
export type RequestEscalationCause = CodeOf<typeof requestEscalationCauses>;

export const requestResumeCauses = codeList('submitter', 'pauseLimit');
export type RequestResumeCause = CodeOf<typeof requestResumeCauses>;

/** What R-23 counts. */
export const requestFigures = codeList('routed', 'answered', 'answeredOnTime', 'unansweredLate', 'reopened', 'confirmed', 'autoClosed', 'escalated');
export type RequestFigure = CodeOf<typeof requestFigures>;
