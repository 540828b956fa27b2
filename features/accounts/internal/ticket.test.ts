import { describe, expect, it } from 'vitest';
import { readTicket, writeTicket } from './ticket.ts';

const SECRET = 'a secret of at least thirty-two letters';
const now = new Date('2026-11-25T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a ticket from sign-in to the cookie', () => {
  const ticket = writeTicket('tok_en-1', SECRET, now);

  it('carries the session for half a minute', () => {
    expect(readTicket(ticket, SECRET, now)).toBe('tok_en-1');
    expect(readTicket(ticket, SECRET, later(30))).toBe('tok_en-1');
    expect(readTicket(ticket, SECRET, later(31))).toBeNull();
  });

  it('cannot be made or changed without the secret', () => {
    expect(readTicket(writeTicket('tok_en-1', `${SECRET}.`, now), SECRET, now)).toBeNull();
    expect(readTicket(ticket.replace('tok_en-1', 'tok_en-2'), SECRET, now)).toBeNull();
    expect(readTicket(ticket.replace(/\.\d+\./u, '.9999999999.'), SECRET, now)).toBeNull();
    expect(readTicket(ticket.slice(0, -1), SECRET, now)).toBeNull();
    expect(readTicket('tok_en-1', SECRET, now)).toBeNull();
    expect(readTicket('', SECRET, now)).toBeNull();
    expect(readTicket({ token: 'tok_en-1' }, SECRET, now)).toBeNull();
    expect(readTicket(undefined, SECRET, now)).toBeNull();
  });
});
