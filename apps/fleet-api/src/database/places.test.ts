import { expect, it } from 'vitest';
import { createPlaces } from './places.ts';

it('as many as there are places enter at once; the others wait for one to leave, in their order', async () => {
  const places = createPlaces(2);
  const entered: string[] = [];
  const enter = (name: string) =>
    places.take().then((leave) => {
      entered.push(name);
      return leave;
    });
  const [leaveA] = await Promise.all([enter('a'), enter('b')]);
  const third = enter('c');
  void enter('d');
  await Promise.resolve();
  expect(entered).toEqual(['a', 'b']);
  leaveA();
  const leaveC = await third;
  expect(entered).toEqual(['a', 'b', 'c']);
  leaveC();
  await Promise.resolve();
  expect(entered).toEqual(['a', 'b', 'c', 'd']);
});

it('leaving twice gives up one place', async () => {
  const places = createPlaces(1);
  const leave = await places.take();
  leave();
  leave();
  await places.take();
  let isIn = false;
  void places.take().then(() => {
    isIn = true;
  });
  await Promise.resolve();
  expect(isIn).toBe(false);
});
