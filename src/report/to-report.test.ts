import { expect, test } from 'vitest';
import { brokenCopy, finding, reportOf, soundCopy } from './example.testkit.ts';

test('a fault that several copies share stands in the report once, with the copies that it stops', () => {
  const { findings, copies } = reportOf([brokenCopy, soundCopy, brokenCopy]);
  expect(copies.map(({ verdict }) => verdict)).toEqual(['broken', 'works', 'broken']);
  expect(findings.map(({ id, copies: stopped }) => [id, stopped])).toEqual([
    ['source-key-admits-destination', [0, 2]],
    ['destination-vault-admits-source', [0, 2]],
    ['destination-may-leave', [0, 2]],
    ['destination-key-usable', [0, 2]],
  ]);
});

test('faults come first, then what harms, then what is not known', () => {
  const { findings } = reportOf([brokenCopy]);
  expect(findings.map(({ outcome, severity }) => `${outcome} ${severity}`)).toEqual([
    'unmet blocks',
    'unmet blocks',
    'unmet risk',
    'unknown blocks',
  ]);
});

test('a link is as good as the worst that was found at it, and is not drawn where nothing was judged', () => {
  const chain = reportOf([brokenCopy]).copies[0]!.chain.map(({ gate, mark }) => `${gate} ${mark}`);
  expect(chain).toEqual([
    'organization ok',
    'role ok',
    'source-key broken',
    'destination-vault broken',
    'destination-key unknown',
    'destination-account remark',
  ]);
});

test('the words are those of the language asked for, AWS’s sentences are not touched', () => {
  const { findings } = reportOf([brokenCopy], { language: 'ja' });
  expect(findings[0]!.title).toMatch(/キー/);
});

test('a fault that belongs to no copy makes the whole report say no', () => {
  const general = [finding({ id: 'rules-do-not-overlap', gate: 'plan' })];
  expect(reportOf([soundCopy], { general }).verdict).toBe('broken');
  expect(reportOf([soundCopy]).verdict).toBe('works');
});

test('a remedy is put into the form asked for, where it has one', () => {
  const { findings } = reportOf([brokenCopy], { render: ({ kind }) => `do ${kind}` });
  expect(findings[1]!.mends[0]!.rendered).toBe('do create-service-linked-role');
});
