export { postgresStore } from './chunk-OHW7XQR3.js';
import './chunk-TRUZGEWZ.js';
import './chunk-KCG445RF.js';
import './chunk-AJR67MLF.js';
//# sourceMappingURL=storage-postgres.js.map
//# sourceMappingURL=storage-postgres.js.map