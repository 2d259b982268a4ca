import { useTranslation } from 'react-i18next';
import { useOrganizationNames } from '../../api/names.ts';
import { instant } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useWord } from '../../ui/StateTag.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { useSentence } from '../../ui/words.ts';
import type { Request } from './RequestPage.tsx';

type Step = Request['steps'][number];

/** How it came here, with every change of the day the answer is due: the old beside the new one. */
export function Steps({ request: { steps } }: { request: Request }) {
  const { t } = useTranslation();
  const word = useWord();
  const sentence = useSentence();
  const names = useOrganizationNames(steps.map(({ holder }) => holder?.organizationId));
  return (
    <Panel title={t('requests.steps')}>
      <Timeline
        entries={steps.map(({ step, at, holder, text, answerDueAt }, index) => ({
          key: `${index}${at}`,
          when: instant(at),
          what: `${sentence('requests.stepNames', step)}${holder === null ? '' : ` · ${names(holder.organizationId) ?? ''} ${word('requestOffice', holder.office)}`}`,
          note: text,
          more: <DueChange before={dueBefore(steps.slice(0, index))} after={answerDueAt} />,
        }))}
      />
    </Panel>
  );
}

const dueBefore = (steps: readonly Step[]): string | null => steps.findLast(({ answerDueAt }) => answerDueAt !== null)?.answerDueAt ?? null;

function DueChange({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTranslation();
  if (after === null || after === before) return null;
  return (
    <p className="row">
      {before === null ? null : (
        <span>
          {t('requests.oldDue')} <del>{instant(before)}</del>
        </span>
      )}
      <span>
        {before === null ? t('requests.answerDue') : t('requests.newDue')} <strong>{instant(after)}</strong>
      </span>
    </p>
  );
}
