import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { SignOutForm } from './sign-out-form.tsx';

/** Signs out this browser and leads to the sign-in page. Made for the deep ground of the desk's side. */
export async function SignOutButton({ className = 'button-on-deep' }: { className?: string }) {
  const { Accounts, Errors } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ Accounts, Errors }}>
      <SignOutForm className={className} />
    </NextIntlClientProvider>
  );
}
