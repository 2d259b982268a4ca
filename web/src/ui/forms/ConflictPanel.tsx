import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganizationName, PersonName } from '../names.tsx';
import { OneOf } from '../OneOf.tsx';
import { instant } from '../formats.ts';
import { useWord } from '../StateTag.tsx';
import { optionsOf, type FieldSpec } from './Field.tsx';
import type { Side } from './merge.ts';
import type { Conflict } from './use-act.ts';
import { comma } from '../../i18n/comma.ts';

interface Props {
  readonly conflict: Conflict;
  readonly fields: readonly FieldSpec[];
  readonly chosen: Readonly<Record<string, Side>>;
  readonly onChoose: (name: string, side: Side) => void;
}

/** Others were faster: by post and time, what is new, what was taken over from them, and what both changed, for the person to decide. */
export function ConflictPanel({ conflict, fields, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const touched = conflict.fields.flatMap((field) => {
    const spec = fields.find(({ name }) => name === field.name);
    return spec === undefined || field.outcome === 'same' || field.outcome === 'mine' ? [] : [{ ...field, spec }];
  });
  return (
    <div className="problem problem-compact conflict" role="alert">
      <p className="problem-text">{t('ui.conflict.title')}</p>
      {conflict.changes.length === 0 ? null : (
        <ul>
          {conflict.changes.map(({ at, organizationId }, nth) => (
            <li key={`${at}${nth}`}>
              {instant(at)} · <OrganizationName id={organizationId} plain />
            </li>
          ))}
        </ul>
      )}
      {conflict.facts.map(({ label, before, now }) => (
        <p key={label}>{t('ui.conflict.fact', { label, before, now })}</p>
      ))}
      {touched.map(({ spec, outcome, ...field }) => (
        <section key={field.name} className="conflict-field" aria-label={spec.label}>
          <h3>{spec.label}</h3>
          <dl>
            {(outcome === 'both' ? (['base', 'theirs', 'mine'] as const) : (['base', 'theirs'] as const)).map((side) => (
              <Fragment key={side}>
                <dt>{t(`ui.conflict.${side}`)}</dt>
                <dd>
                  <Shown spec={spec} value={field[side]} />
                </dd>
              </Fragment>
            ))}
          </dl>
          {outcome === 'both' ? (
            <OneOf<Side>
              label={spec.label}
              value={chosen[field.name] ?? null}
              onChange={(side) => onChoose(field.name, side)}
              options={[
                { value: 'theirs', label: t('ui.conflict.take') },
                { value: 'mine', label: t('ui.conflict.keep') },
              ]}
            />
          ) : (
            <p className="quiet">{t('ui.conflict.taken')}</p>
          )}
        </section>
      ))}
      <p>{t('ui.conflict.text')}</p>
    </div>
  );
}

/** A value of a field in words. */
function Shown({ spec, value }: { spec: FieldSpec; value: unknown }) {
  const { t } = useTranslation();
  const word = useWord();
  if (spec.kind === 'switch') return <>{value === true ? t('ui.yes') : t('ui.no')}</>;
  const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '').map(String);
  if (values.length === 0) return <>—</>;
  switch (spec.kind) {
    case 'code':
    case 'choice':
      return <>{values.map((code) => optionsOf(spec, word).find(({ value: one }) => one === code)?.label ?? code).join(comma())}</>;
    case 'organization':
    case 'organizations':
      return values.map((id) => <OrganizationName key={id} id={id} plain />);
    case 'person':
    case 'people':
      return values.map((id) => <PersonName key={id} id={id} />);
    default:
      return <span className="prose">{values.join(comma())}</span>;
  }
}
