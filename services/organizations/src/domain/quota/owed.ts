/** Something owed until a moment, and the facts that count towards it: `open -> met | missed`, and a late fact turns `missed -> met`. */
export interface Owed<Fact> {
  readonly status: 'open' | 'met' | 'missed';
  readonly facts: readonly Fact[];
}

type Enough<Fact> = (facts: readonly Fact[]) => boolean;

/** What one more fact makes of it; null: it stays as it is. */
export function turnOf<Fact>({ status, facts }: Owed<Fact>, fact: Fact, enough: Enough<Fact>): 'met' | 'reversed' | null {
  if (status === 'met' || !enough([...facts, fact])) return null;
  return status === 'missed' ? 'reversed' : 'met';
}

interface Closing {
  readonly scheduledAt: string;
  readonly at: string;
}
/** Whether it is missed at its moment: not before, not twice, and not where enough was done. */
export const isMissed = <Fact>({ status, facts }: Owed<Fact>, { scheduledAt, at }: Closing, enough: Enough<Fact>): boolean =>
  status === 'open' && at >= scheduledAt && !enough(facts);
