'use strict';

var chunkJBWIPGO2_cjs = require('./chunk-JBWIPGO2.cjs');
require('./chunk-4AXJDQSD.cjs');
require('./chunk-KQWNAHZU.cjs');
require('./chunk-PGHY5EK6.cjs');



Object.defineProperty(exports, "postgresStore", {
  enumerable: true,
  get: function () { return chunkJBWIPGO2_cjs.postgresStore; }
});
//# sourceMappingURL=storage-postgres.cjs.map
//# sourceMappingURL=storage-postgres.cjs.map