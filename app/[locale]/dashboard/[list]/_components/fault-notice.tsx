import { useTranslations } from 'next-intl';
import type { Question } from '#features/views/model.ts';
import type { QuestionFault } from '#features/views/question.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { ListAddress } from './list-address.ts';
import type { NamedView } from './open-view.ts';

interface FaultNoticeProps {
  faults: readonly QuestionFault[];
  /** What of the address was understood. */
  question: Question;
  address: ListAddress;
  view: NamedView;
}

/** What of an address was not understood, each part by name, and the way on without it. */
export function FaultNotice({ faults, question, address, view }: FaultNoticeProps) {
  const t = useTranslations('Desk.lists');
  return (
    <>
      {faults.length > 0 ? (
        <Notice kind="error" role="alert" title={t('faultTitle')}>
          <ul>
            {faults.map(({ parameter, value, reason }) => (
              <li key={`${parameter} ${value}`}>
                {t.rich(`faults.${reason}`, {
                  name: () => (
                    <bdi dir="ltr">
                      <code>{parameter}</code>
                    </bdi>
                  ),
                  given: () => <bdi>{value}</bdi>,
                })}
              </li>
            ))}
          </ul>
          <LinkButton href={address.to(question)}>{t('withoutFaults')}</LinkButton>
        </Notice>
      ) : null}
      {view.isGone ? <Notice kind="warn">{t('viewGone')}</Notice> : null}
      {view.isInvalid ? (
        <Notice kind="warn">
          <p>{t.rich('viewInvalid', { name: () => <bdi>{view.known?.name}</bdi> })}</p>
        </Notice>
      ) : null}
    </>
  );
}
