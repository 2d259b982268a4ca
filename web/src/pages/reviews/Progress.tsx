import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useAddress } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { number } from '../../ui/formats.ts';
import { Word } from '../../ui/StateTag.tsx';

type Report = Output<'reviewReport'>;
interface Props {
  readonly of: Report;
  /** The page whose list the figures are of. */
  readonly page: string;
}

/** What is decided of what is listed: in all, by level, by ground, by outcome. */
export function Progress({ of: report, page }: Props) {
  const { t } = useTranslation();
  const address = useAddress();
  const { listed, decided, levels, grounds, outcomes } = report;
  return (
    <div className="stack">
      <div className="figures">
        <Figure label={t('reviews.listed')} value={listed} to={address(page)} definition={t('reviews.definition')} />
        <Figure label={t('reviews.decided')} value={decided} to={address(page, { 'f.state': 'decided' })} />
        <Figure label={t('reviews.open')} value={listed - decided} to={address(page, { 'f.state': 'open' })} tone="warn" />
        {outcomes.map(({ outcome, count }) => (
          <Figure key={outcome} label={t(`reviews.outcomes.${outcome}`)} value={count} to={address(page, { 'f.outcome': outcome })} />
        ))}
      </div>
      <div className="row">
        <Parts
          page={page}
          title={t('reviews.byLevel')}
          rows={levels.map(({ level, ...row }) => ({ ...row, key: level, filter: { 'f.level': level }, name: <Word set="level" code={level} /> }))}
        />
        <Parts
          page={page}
          title={t('reviews.byGround')}
          rows={grounds.map(({ ground, ...row }) => ({ ...row, key: ground, filter: { 'f.ground': ground }, name: t(`reviews.grounds.${ground}`) }))}
        />
      </div>
    </div>
  );
}

interface Part {
  readonly key: string;
  readonly name: React.ReactNode;
  readonly filter: Readonly<Record<string, string>>;
  readonly listed: number;
  readonly decided: number;
}

function Parts({ page, title, rows }: { readonly page: string; readonly title: string; readonly rows: readonly Part[] }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <FigureTable
      label={title}
      head={[title, t('reviews.listed'), t('reviews.decided')]}
      rows={rows.map(({ key, name, filter, listed, decided }) => ({
        key,
        name,
        figures: [
          <Link key="listed" to={address(page, filter)}>
            {number(listed)}
          </Link>,
          <Link key="decided" to={address(page, { ...filter, 'f.state': 'decided' })}>
            {number(decided)}
          </Link>,
        ],
      }))}
    />
  );
}
