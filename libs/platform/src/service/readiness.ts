/** One part of a process, for whoever routes traffic. */
export interface Part {
  readonly ok: boolean;
  readonly detail: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, Part>>;
}

/** Ready when every part is. */
export const readinessOf = (parts: Readonly<Record<string, Part>>): Readiness => ({ ready: Object.values(parts).every(({ ok }) => ok), parts });

/** A part that has to move on: red once its last progress is older than the limit. */
export const movingPart = (stalledForMs: number, limitMs: number): Part => ({
  ok: stalledForMs < limitMs,
  detail: `progress ${Math.round(stalledForMs / 1000)} s ago`,
});
