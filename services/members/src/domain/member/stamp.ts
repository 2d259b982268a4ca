/** Every command says whom it concerns and when it was given. */
export interface Stamp {
  readonly personId: string;
  /** ISO instant. */
  readonly at: string;
}
