export { cityFolder, seedCities } from './city-folder.js';
export { type LoadOptions, loadCityPack } from './pack/load-pack.js';
