import { levels, organizationKinds, sectors, views, type Level, type OrganizationKind, type Sector, type View } from '@zhitong/catalogue/codes.ts';
import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker, OrganizationsPicker } from '../../ui/forms/OrganizationPicker.tsx';
import { useWord, type CodeSet } from '../../ui/StateTag.tsx';

export interface Clause {
  readonly subtreeOf?: string;
  readonly view?: View;
  readonly levels?: Level[];
  readonly kinds?: OrganizationKind[];
  readonly sectors?: Sector[];
}
export interface TargetScope {
  readonly clauses: readonly Clause[];
  readonly exclude: readonly string[];
}

/** Union of clauses; what is set inside one clause must hold together (LINK-02). */
export function ScopeEditor({ value, onChange }: { value: TargetScope; onChange: (scope: TargetScope) => void }) {
  const { t } = useTranslation();
  const replace = (at: number, clause: Clause) => onChange({ ...value, clauses: value.clauses.map((one, index) => (index === at ? clause : one)) });
  return (
    <div className="stack">
      {value.clauses.map((clause, at) => (
        <ClauseEditor
          key={at}
          clause={clause}
          onChange={(changed) => replace(at, changed)}
          onRemove={value.clauses.length === 1 ? null : () => onChange({ ...value, clauses: value.clauses.filter((_one, index) => index !== at) })}
        />
      ))}
      <div className="row">
        <Button onClick={() => onChange({ ...value, clauses: [...value.clauses, {}] })}>{t('directives.form.addClause')}</Button>
      </div>
      <label className="stack">
        <span className="quiet">{t('directives.form.exclude')}</span>
        <OrganizationsPicker value={value.exclude} onChange={(exclude) => onChange({ ...value, exclude })} />
      </label>
    </div>
  );
}

function ClauseEditor({ clause, onChange, onRemove }: { clause: Clause; onChange: (clause: Clause) => void; onRemove: (() => void) | null }) {
  const { t } = useTranslation();
  const word = useWord();
  const codes = <Code extends string>(
    set: CodeSet,
    known: readonly Code[],
    chosen: readonly Code[] | undefined,
    any: string,
    change: (codes: Code[]) => void,
  ) => (
    <Select
      mode="multiple"
      allowClear
      placeholder={any}
      value={[...(chosen ?? [])]}
      onChange={change}
      options={known.map((value) => ({ value, label: word(set, value) }))}
    />
  );
  return (
    <div className="clause">
      <label>
        {t('directives.form.subtree')}
        <OrganizationPicker value={clause.subtreeOf ?? ''} onChange={(subtreeOf) => onChange(without({ ...clause, subtreeOf }))} />
      </label>
      <label>
        {t('directives.form.view')}
        <Segmented
          aria-label={t('directives.form.view')}
          block
          value={clause.view ?? 'place'}
          onChange={(view) => onChange({ ...clause, view })}
          options={views.values.map((value) => ({ value, label: word('view', value) }))}
        />
      </label>
      <label>
        {t('directives.form.levels')}
        {codes('level', levels.values, clause.levels, t('directives.form.anyLevel'), (chosen) => onChange(without({ ...clause, levels: chosen })))}
      </label>
      <label>
        {t('directives.form.kinds')}
        {codes('organizationKind', organizationKinds.values, clause.kinds, t('directives.form.anyKind'), (kinds) => onChange(without({ ...clause, kinds })))}
      </label>
      <label>
        {t('directives.form.sectors')}
        {codes('sector', sectors.values, clause.sectors, t('directives.form.anySector'), (chosen) => onChange(without({ ...clause, sectors: chosen })))}
      </label>
      {onRemove ? <Button onClick={onRemove}>{t('directives.form.removeClause')}</Button> : null}
    </div>
  );
}

/** A field that is empty is no condition. */
function without(clause: { [Key in keyof Clause]: Clause[Key] | undefined }): Clause {
  const { subtreeOf, view, levels: atLevels, kinds, sectors: inSectors } = clause;
  return {
    ...(subtreeOf ? { subtreeOf } : {}),
    ...(view ? { view } : {}),
    ...(atLevels?.length ? { levels: atLevels } : {}),
    ...(kinds?.length ? { kinds } : {}),
    ...(inSectors?.length ? { sectors: inSectors } : {}),
  };
}
