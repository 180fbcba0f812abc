import { expect, it } from 'vitest';
import { createSemaphore } from './semaphore.ts';

it('as many as there are permits enter at once; the others wait for a release, in their order', async () => {
  const semaphore = createSemaphore(2);
  const entered: string[] = [];
  const enter = (name: string) =>
    semaphore.acquire().then((release) => {
      entered.push(name);
      return release;
    });
  const [releaseA] = await Promise.all([enter('a'), enter('b')]);
  const third = enter('c');
  void enter('d');
  await Promise.resolve();
  expect(entered).toEqual(['a', 'b']);
  releaseA();
  const releaseC = await third;
  expect(entered).toEqual(['a', 'b', 'c']);
  releaseC();
  await Promise.resolve();
  expect(entered).toEqual(['a', 'b', 'c', 'd']);
});

it('releasing twice gives back one permit', async () => {
  const semaphore = createSemaphore(1);
  const release = await semaphore.acquire();
  release();
  release();
  await semaphore.acquire();
  let isIn = false;
  void semaphore.acquire().then(() => {
    isIn = true;
  });
  await Promise.resolve();
  expect(isIn).toBe(false);
});
