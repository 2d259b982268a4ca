import { describe, expect, it } from '@jest/globals';
import { Rejected } from '@zhitong/kernel';
import { Believed } from '../src/access/believed.ts';

describe('a believed answer', () => {
  const start = () => {
    const time = { now: 0 };
    return { time, believed: new Believed<string>(3_000, 5_000, () => time.now) };
  };
  const gone = () => Promise.reject(new Rejected('SERVICE_UNAVAILABLE', ''));

  it('is asked for once by all who come meanwhile', async () => {
    const { believed } = start();
    let asked = 0;
    const ask = async () => `answer ${++asked}`;
    expect(await Promise.all([believed.read('a', ask), believed.read('a', ask), believed.read('b', ask)])).toEqual(['answer 1', 'answer 1', 'answer 2']);
  });
  it('is asked for again after 3 s', async () => {
    const { believed, time } = start();
    await believed.read('a', async () => 'old');
    time.now = 2_999;
    expect(await believed.read('a', async () => 'new')).toBe('old');
    time.now = 3_000;
    expect(await believed.read('a', async () => 'new')).toBe('new');
  });
  it('REL-36 serves up to 5 s while its source is away, then fails closed', async () => {
    const { believed, time } = start();
    await believed.read('a', async () => 'old');
    time.now = 4_999;
    expect(await believed.read('a', gone)).toBe('old');
    time.now = 5_000;
    await expect(believed.read('a', gone)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
  it('REL-36 serves everybody who waited for an answer that did not come, not only who asked for it', async () => {
    const { believed, time } = start();
    await believed.read('a', async () => 'old');
    time.now = 3_000;
    expect(await Promise.all([believed.read('a', gone), believed.read('a', gone)])).toEqual(['old', 'old']);
    expect(await believed.read('a', async () => 'back')).toBe('back');
  });
  it('does not outlive a refusal', async () => {
    const { believed, time } = start();
    await believed.read('a', async () => 'old');
    time.now = 3_500;
    await expect(believed.read('a', () => Promise.reject(new Rejected('FORBIDDEN_ROLE', '')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(believed.read('a', gone)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
  it('a failure is not believed', async () => {
    const { believed } = start();
    await expect(believed.read('a', gone)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(await believed.read('a', async () => 'back')).toBe('back');
  });
});
