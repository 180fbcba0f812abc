import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { reportedMemory } from './reported-memory.ts';

it('is resident memory where it is known, else what Go took from the system', () => {
  expect(reportedMemory(makeProcess({ rss_mem_mb: 132 }))).toEqual({ megabytes: 132, kind: 'RSS' });
  expect(reportedMemory(makeProcess({ rss_mem_mb: null }))).toEqual({ megabytes: 96, kind: 'sys' });
  expect(reportedMemory(makeProcess({ rss_mem_mb: 0 }))).toEqual({ megabytes: 96, kind: 'sys' });
  expect(reportedMemory(makeProcess({ rss_mem_mb: 0, go_sys_mem_mb: 0 }))).toBeNull();
});
