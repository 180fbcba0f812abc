import { expect, test } from 'vitest';
import { API_CHAPTERS } from './api-chapters.ts';
import { CHAPTERS } from './chapters.ts';
import { tellStory } from './tell-story.ts';

test('the story takes about three minutes and ends green', () => {
  const totalSec = CHAPTERS.reduce((sum, { durationSec }) => sum + durationSec, 0);
  expect(totalSec).toBeGreaterThanOrEqual(150);
  expect(totalSec).toBeLessThanOrEqual(210);
  expect(CHAPTERS.at(-1)?.expected).toMatchObject({ status: 'green', decision: 'advance' });
});

test('the story of a rollout by the API takes about two minutes and ends as planned', () => {
  const totalSec = API_CHAPTERS.reduce((sum, { durationSec }) => sum + durationSec, 0);
  expect(totalSec).toBeGreaterThanOrEqual(100);
  expect(totalSec).toBeLessThanOrEqual(150);
  expect(API_CHAPTERS.at(-1)?.expected).toMatchObject({ decision: 'advance_as_planned' });
});

test('every chapter fits the settings under which the first is judged', () => {
  for (const { build } of [...CHAPTERS, ...API_CHAPTERS]) {
    const { bucket_total, heartbeat_grace_sec } = build();
    expect({ bucket_total, heartbeat_grace_sec }).toEqual({ bucket_total: 1000, heartbeat_grace_sec: 600 });
  }
});

test('each chapter is shown, announced with its time and verdict, and stays for its time', async () => {
  const told: string[] = [];
  await tellStory(CHAPTERS.slice(0, 2), {
    simulator: {
      show: async (scene) => {
        told.push(`show ${scene.build().rows.jetmon_process_health.length}`);
      },
    },
    print: (line) => told.push(line),
    waitSec: async (seconds) => {
      told.push(`wait ${seconds}`);
    },
  });
  expect(told).toEqual([
    'show 8',
    expect.stringMatching(/^0:00 {2}\[amber\] v2 runs/),
    'wait 18',
    'show 8',
    expect.stringMatching(/^0:18 {2}\[red\] Eleven minutes later/),
    'wait 16',
    expect.stringMatching(/^0:34 {2}The end\./),
  ]);
});
