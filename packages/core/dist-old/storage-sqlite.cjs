'use strict';

var chunkUXAVKFFU_cjs = require('./chunk-UXAVKFFU.cjs');
require('./chunk-4AXJDQSD.cjs');
require('./chunk-KQWNAHZU.cjs');
require('./chunk-PGHY5EK6.cjs');



Object.defineProperty(exports, "sqliteStore", {
  enumerable: true,
  get: function () { return chunkUXAVKFFU_cjs.sqliteStore; }
});
//# sourceMappingURL=storage-sqlite.cjs.map
//# sourceMappingURL=storage-sqlite.cjs.map