import { useLocale, useTranslations } from 'next-intl';
import { v7 as uuidv7 } from 'uuid';
import { restoreRevisionAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { IsolatedNames } from '#features/kinds/components/isolated-names.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { Scope } from '#features/records/model.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import type { LastStep } from '#features/records/queries/find-last-step.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { localisePath } from '#i18n/locales.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { usePathNames } from './use-path-names.ts';

interface LastStepProps {
  step: LastStep;
  record: DeskRecord;
  scope: Scope;
  options: readonly ReferenceOption[];
}

/** What the last save merged, or the last restore put back, each with the way to take it back. */
export function LastStepNotice(props: LastStepProps) {
  return props.step.kind === 'merge' ? (
    <Merged {...props} step={props.step} />
  ) : (
    <Restored {...props} step={props.step} />
  );
}

type StepOf<Kind extends LastStep['kind']> = LastStepProps & { step: Extract<LastStep, { kind: Kind }> };

function Merged(props: StepOf<'merge'>) {
  const t = useTranslations('Desk.merged');
  const { step, record, scope } = props;
  const { n, theirs, by, brought, own } = step;
  return (
    <Notice kind="note" title={t('title')}>
      <div className="merged">
        <p>{t.rich('theirs', { count: by.length, names: () => <IsolatedNames names={by} /> })}</p>
        <Undoes {...props} from={step.base} paths={brought} />
        {own.length === 0 ? null : (
          <>
            <p>{t('own')}</p>
            <Undoes {...props} from={theirs} paths={own} />
          </>
        )}
        <ToHistory record={record} scope={scope} question={`&from=${String(theirs)}&to=${String(n)}`}>
          {t('compare')}
        </ToHistory>
      </div>
    </Notice>
  );
}

/** Each place with a button that takes its change back, and nothing else. */
function Undoes({ from, paths, ...props }: LastStepProps & { from: number; paths: readonly string[] }) {
  const t = useTranslations('Desk.merged');
  const names = usePathNames(props);
  const hidden = useRestoring(props);
  return (
    <ul className="merged-paths">
      {paths.map((path) => (
        <li key={path}>
          <DeedForm
            action={restoreRevisionAction}
            hidden={{ ...hidden(), from, paths: path }}
            icon="undo"
            label={t('undo', { field: names(path) })}
          />
        </li>
      ))}
    </ul>
  );
}

function Restored(props: StepOf<'restore'>) {
  const t = useTranslations('Desk.restored');
  const { step, record, scope } = props;
  const { from, before, paths } = step;
  const hidden = useRestoring(props);
  return (
    <div className="button-row">
      <ToHistory record={record} scope={scope} question={`&upTo=${String(from)}`}>
        {t('link', { n: String(from) })}
      </ToHistory>
      {paths.length === 0 ? null : (
        <DeedForm action={restoreRevisionAction} hidden={{ ...hidden(), from: before }} icon="undo" label={t('undo')}>
          {paths.map((path) => (
            <input key={path} name="paths" type="hidden" value={path} />
          ))}
        </DeedForm>
      )}
    </div>
  );
}

function ToHistory({
  record,
  scope,
  question,
  children,
}: Pick<LastStepProps, 'record' | 'scope'> & { question: string; children: string }) {
  const locale = useLocale();
  return (
    <LinkButton
      href={localisePath(locale, `${recordPath(record.ref)}/history?unit=${scope}${question}`)}
      icon="history"
      look="quiet"
    >
      {children}
    </LinkButton>
  );
}

/** What every restore of the page sends; each form is a submit of its own. */
function useRestoring({ step, record, scope }: LastStepProps): () => Record<string, string | number> {
  const locale = useLocale();
  return () => ({
    record: record.id,
    scope,
    rev: step.n,
    submitKey: uuidv7(),
    back: localisePath(locale, `${recordPath(record.ref)}?unit=${scope}&done=restore&at=${uuidv7()}`),
  });
}
