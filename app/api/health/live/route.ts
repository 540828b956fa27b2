export const dynamic = 'force-dynamic';

/** Answers as long as this process does, whatever became of the database. */
export function GET(): Response {
  return Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } });
}
