import { useState } from 'react';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { readAtLeast } from '../../api/read-at-least.ts';
import { useCommand } from '../../api/writing.ts';
import { useSentence } from '../words.ts';
import type { Act } from './CommandDialog.tsx';
import { merged, threeWay, undecided, type FieldMerge, type Values } from './merge.ts';
import { FormValues } from './values.ts';

/** What the person looked at when they decided. */
export interface Seen {
  readonly version: number;
  /** Fields of the form as the thing holds them. */
  readonly values: Values;
  /** What else they decided by, label and words: a change of it is looked at before anything is sent again. */
  readonly facts: Readonly<Record<string, string>>;
}
/** An existing thing that a command changes, as this page shows it and as it is now. */
export interface Existing extends Seen {
  readonly latest: () => Promise<Seen>;
}
export interface ChangedFact {
  readonly label: string;
  readonly before: string;
  readonly now: string;
}
/** A change by somebody else: when, and for which organization they acted; null for the system. */
export interface Change {
  readonly at: string;
  readonly organizationId: string | null;
}
/** Others were faster: who and when, what became of each field, and what else is new. */
export interface Conflict {
  readonly changes: readonly Change[];
  readonly fields: readonly FieldMerge[];
  readonly facts: readonly ChangedFact[];
  readonly latest: Seen;
}

const mostMerges = 2;
const changedFacts = (before: Seen['facts'], now: Seen['facts']): readonly ChangedFact[] =>
  Object.entries(now).flatMap(([label, value]) => (before[label] === value ? [] : [{ label, before: before[label] ?? '—', now: value }]));

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function staleAt(error: unknown): { readonly actual: number; readonly changes: readonly Change[] } | null {
  if (!(error instanceof ApiError && error.staleVersion)) return null;
  const { actual, changedAt, changedFor } = error.problem.details;
  const organizations = texts(changedFor);
  const changes = texts(changedAt).map((at, nth) => ({ at, organizationId: organizations[nth] || null }));
  return { actual: typeof actual === 'number' ? actual : 0, changes };
}

/** Sends one act. When others changed the thing meanwhile, what does not touch is merged and sent again; the rest is for the person. */
export function useAct<N extends CommandName>(act: Act<N>, onClose: () => void, onMerged: (values: Values) => void = () => undefined) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useSentence();
  const { run, refusal, ...state } = useCommand(act.command, { changes: act.changes });
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const send = async (values: Values, seen: Seen | undefined, merges = 0): Promise<void> => {
    setConflict(null);
    const receipt = await run(act.input(new FormValues(values)), seen?.version);
    if (receipt === null) return look(values, seen, merges);
    if (receipt.warnings.length > 0)
      void message.warning(t('ui.doneWithWarnings', { warnings: receipt.warnings.map((code) => sentence('warn', code)).join('；') }), 8);
    else void message.success(t(merges > 0 ? 'ui.conflict.merged' : 'ui.done'));
    onClose();
    act.onDone?.(receipt);
  };
  const look = async (mine: Values, seen: Seen | undefined, merges: number): Promise<void> => {
    const stale = staleAt(refusal.current);
    if (stale === null || seen === undefined || act.existing === undefined) return;
    const latest = await readAtLeast(stale.actual, act.existing.latest);
    const fields = threeWay(seen.values, mine, latest.values);
    const facts = changedFacts(seen.facts, latest.facts);
    const values = merged(fields, {});
    onMerged(values);
    if (facts.length === 0 && undecided(fields, {}).length === 0 && merges < mostMerges) return send(values, latest, merges + 1);
    setConflict({ changes: stale.changes, fields, facts, latest });
  };
  return { ...state, conflict, send };
}
