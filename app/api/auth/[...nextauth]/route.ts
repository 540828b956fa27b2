import { answerAuthRequest } from '#features/accounts/session.ts';

export { answerAuthRequest as GET, answerAuthRequest as POST };
