/** Who is asking, as the gateway vouched for it. */
export type Subject =
  | {
      readonly kind: 'person';
      readonly personId: string;
      /** The grant (post) the person acts under. */
      readonly grantId: string;
      /** Organization of that grant. */
      readonly organizationId: string;
    }
  /** Policies, tickers and the importer, with the origin they act for. */
  | { readonly kind: 'system'; readonly policy: string; readonly onBehalfOf?: string };

/** The actor where no person acts: a policy, a ticker, the importer. */
export const systemActor = (name: string): string => `system:${name}`;
export const isSystemActor = (actorId: string): boolean => actorId.startsWith('system:');
/** Who acts, as facts and records name them. */
export const actorIdOf = (subject: Subject): string => (subject.kind === 'person' ? subject.personId : systemActor(subject.policy));

/** Everything about one call that is not its body. Time comes in here and nowhere else. */
export interface Call {
  readonly subject: Subject;
  /** ISO instant the call was taken in. */
  readonly now: string;
  /** uuid v5 (subject, operation, idempotency key); for policies (event, policy, stream, name of the intent). */
  readonly commandId: string;
  /** Hash of the operation's body. */
  readonly bodyHash: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** `If-Match`: the version the caller has seen. */
  readonly ifVersion?: number;
  /** Tree and grant versions that the gateway has seen: nothing older may decide. */
  readonly seen?: { readonly tree: number; readonly grants: number };
  /** `Zhitong-After`: stream -> version the answer must contain. */
  readonly after?: Readonly<Record<string, number>>;
  readonly language: Language;
}

/** What answers are worded in. */
export type Language = 'zh' | 'en';
