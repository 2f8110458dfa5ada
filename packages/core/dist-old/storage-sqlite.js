export { sqliteStore } from './chunk-TW7BH6CS.js';
import './chunk-TRUZGEWZ.js';
import './chunk-KCG445RF.js';
import './chunk-AJR67MLF.js';
//# sourceMappingURL=storage-sqlite.js.map
//# sourceMappingURL=storage-sqlite.js.map