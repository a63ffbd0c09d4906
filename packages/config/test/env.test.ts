import { describe, expect, test } from 'vitest';
import { ConfigError, createClock, readEnv } from '../src/index.ts';

const refusal = (source: Record<string, string>) => {
  try {
    readEnv(source);
    return null;
  } catch (error) {
    return error instanceof ConfigError ? error.message : String(error);
  }
};

describe('the environment', () => {
  test('may be empty: everything has a default or is left out', () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: '.beback',
      TWILIO_REP_NUMBER: '+12145550100',
    });
  });

  test('an empty value counts as not set', () => {
    expect(readEnv({ PORT: '', RESEND_API_KEY: '' })).toMatchObject({ PORT: 3000 });
  });

  test.each([
    [{ PORT: 'eighty' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PUBLIC_URL: 'beback.example.com' }, 'PUBLIC_URL must be an http:// or https:// address.'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be a postgres:// address.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32 characters.'],
    [{ TWILIO_REP_NUMBER: '214-555-0100' }, 'TWILIO_REP_NUMBER must be a phone number like +12145550100.'],
    [{ TWILIO_ACCOUNT_SID: 'AC1' }, 'TWILIO_ACCOUNT_SID must be "AC" and 32 hexadecimal digits.'],
    [{ CLOCK_START: 'yesterday' }, 'CLOCK_START must be an ISO instant like 2026-03-02T15:00:00Z.'],
  ])('%j is refused in one line that names the variable', (source, sentence) => {
    expect(refusal(source as Record<string, string>)).toContain(sentence);
    expect(refusal(source as Record<string, string>)).not.toContain('\n');
  });

  test('a clock set by hand is refused beside a live vendor key', () => {
    const source = { CLOCK_START: '2026-03-02T15:00:00Z', RESEND_API_KEY: 're_1' };
    expect(refusal(source)).toBe('CLOCK_START cannot be used beside a live vendor key (RESEND_API_KEY is set).');
  });

  test('a refusal never repeats a secret', () => {
    expect(refusal({ DATABASE_URL: 'postgres//app:hunter2@db' })).not.toContain('hunter2');
  });
});

test('a clock that was set runs on from there', () => {
  const now = createClock('2026-03-02T15:00:00Z').now().getTime();
  expect(now - Date.parse('2026-03-02T15:00:00Z')).toBeLessThan(5_000);
});
