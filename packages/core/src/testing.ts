export { type ContractCase, storeContract } from './testing/store-contract.js';
