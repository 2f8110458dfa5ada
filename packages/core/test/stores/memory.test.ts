import { memoryStore } from '@hotline-kit/core';
import { storeContract } from '@hotline-kit/core/testing';
import { describe, test } from 'vitest';

describe('the contract of a store: memory', () => {
  for (const { title, run } of storeContract(memoryStore)) test(title, run);
});
