export { type LoadOptions, loadCityPack } from './pack/load-pack.js';
