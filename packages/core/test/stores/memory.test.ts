import { memoryStore } from '@hotline-kit/core';
import { storeContract } from './store-contract.js';

storeContract('memory', memoryStore);
